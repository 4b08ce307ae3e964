package org.mtlsplayground.ui.workshop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mtlsplayground.ui.workshop.Bench.fx;
import static org.mtlsplayground.ui.workshop.Bench.run;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.ca.Fault;
import org.mtlsplayground.ca.KeyKind;
import org.mtlsplayground.ca.SignatureAlgorithm;
import org.mtlsplayground.ca.StandardExtension;
import org.mtlsplayground.ca.Writing;
import org.mtlsplayground.ca.WrongInput.Field;
import org.mtlsplayground.pki.CertificateDescription;
import org.mtlsplayground.pki.KeyPairs;
import org.mtlsplayground.pki.Pem;

class FormModelTest {
    private Bench bench;
    private FormModel form;

    @BeforeEach
    void open() throws Exception {
        bench = new Bench();
        form = fx(() -> new FormModel(bench.model));
    }

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    @Test
    void eachWrongInputIsMarkedAtItsField() throws Exception {
        run(() -> {
            form.inputs.names.setAll("DNS:good.example", "DNS:bad host");
            form.inputs.until.set("soon");
            form.inputs.crl.setAll("nowhere");
            form.inputs.extensions.add(new ExtensionDraft());
            form.inputs.serial.set("xyz");
            form.inputs.attributes.set("C=Switzerland");
        });
        Set<Field> marked = fx(() -> Arrays.stream(Field.values())
                .filter(field -> form.hint(field).get().isError())
                .collect(Collectors.toSet()));
        assertEquals(
                EnumSet.of(Field.ALTERNATIVE_NAME, Field.VALIDITY, Field.CRL_POINT, Field.EXTENSION, Field.SERIAL),
                marked);
        assertTrue(form.untilMark.get().isError());
        assertFalse(form.fromMark.get().isError(), "only the moment that can't be read");
        assertFalse(form.soundProperty().get());
        run(() -> form.start(Kind.CLIENT));
        assertTrue(form.soundProperty().get(), form.previewProperty().get());
    }

    @Test
    void everythingThatIsSetIsInTheCertificate() throws Exception {
        bench.completeSet();
        run(() -> {
            form.start(Kind.SERVER);
            form.inputs.commonName.set("api, and more");
            form.inputs.attributes.set("O=Example,C=CH");
            form.inputs.names.setAll("DNS:api.example.org", "IP:10.0.0.7", "URI:spiffe://example.org/api");
            form.inputs.key.set(Optional.of(KeyKind.RSA_2048));
            form.inputs.signature.set(Optional.of(SignatureAlgorithm.SHA512_WITH_ECDSA));
            form.inputs.from.set("2026-01-01");
            form.inputs.until.set("2027-01-01 12:00");
            form.inputs.serial.set("0A:BC");
            form.inputs.ocsp.setAll("http://ocsp.example.org/");
            form.inputs.mustStaple.set(true);
        });
        CertificateDescription told = bench.make(form).told();
        assertEquals("api, and more", told.name());
        assertTrue(told.subject().endsWith("O=Example, C=CH"), told.subject());
        assertEquals(
                List.of("DNS:api.example.org", "IP:10.0.0.7", "URI:spiffe://example.org/api"),
                told.subjectAlternativeNames());
        assertEquals("RSA 2048", told.key());
        assertEquals("SHA512withECDSA", told.signatureAlgorithm());
        assertEquals("2026-01-01T00:00:00Z", told.notBefore().toString());
        assertEquals("2027-01-01T12:00:00Z", told.notAfter().toString());
        assertEquals(0xABC, told.serial().intValueExact());
        assertEquals("Demo Intermediate CA", told.issuerName());
    }

    @Test
    void extensionsAreMarkedOrLeftOutAsChosen() throws Exception {
        bench.completeSet();
        run(() -> {
            form.start(Kind.SERVER);
            form.inputs.writing.put(StandardExtension.KEY_USAGE, Writing.NOT_CRITICAL);
            form.inputs.writing.put(StandardExtension.SUBJECT_ALTERNATIVE_NAME, Writing.CRITICAL);
            form.inputs.writing.put(StandardExtension.BASIC_CONSTRAINTS, Writing.LEFT_OUT);
            form.inputs.writing.put(StandardExtension.AUTHORITY_KEY_IDENTIFIER, Writing.LEFT_OUT);
        });
        Made made = bench.make(form);
        assertEquals(Set.of("2.5.29.17"), made.certificate().getCriticalExtensionOIDs());
        assertEquals(
                Set.of("2.5.29.15", "2.5.29.37", "2.5.29.14"),
                made.certificate().getNonCriticalExtensionOIDs());

        run(() -> form.startLike(made));
        assertEquals(
                Map.of(
                        StandardExtension.KEY_USAGE, Writing.NOT_CRITICAL,
                        StandardExtension.SUBJECT_ALTERNATIVE_NAME, Writing.CRITICAL,
                        StandardExtension.BASIC_CONSTRAINTS, Writing.LEFT_OUT),
                fx(() -> Map.copyOf(form.inputs.writing)),
                "as they are in the certificate");
        run(() -> {
            form.inputs.authority.set(true);
            form.inputs.writing.remove(StandardExtension.KEY_USAGE);
        });
        assertEquals(
                Set.of(StandardExtension.SUBJECT_ALTERNATIVE_NAME),
                fx(() -> Set.copyOf(form.inputs.writing.keySet())),
                "what is set anew is written again");
        assertEquals(
                Set.of("2.5.29.15", "2.5.29.17", "2.5.29.19"),
                bench.make(form).certificate().getCriticalExtensionOIDs());
    }

    @Test
    void issuedAgainItDiffersInOneThing() throws Exception {
        Made alice = bench.completeSet();
        run(() -> {
            form.startLike(alice);
            form.inputs.until.set("2040-01-01");
        });
        Made again = bench.make(form);
        assertEquals(alice.told().subject(), again.told().subject());
        assertEquals(alice.told().notBefore(), again.told().notBefore());
        assertEquals("2040-01-01T00:00:00Z", again.told().notAfter().toString());
        assertEquals(alice.told().extendedKeyUsage(), again.told().extendedKeyUsage());
        assertEquals(alice.certificate().getPublicKey(), again.certificate().getPublicKey());
        assertNotEquals(alice.told().serial(), again.told().serial());
        assertTrue(KeyPairs.match(again.certificate(), again.key().orElseThrow()));
        assertEquals(4, UnsavedKeys.count(bench.model.shelf(), bench.requests), "the key is the same one");
    }

    @Test
    void aRequestIsMadeReadAndSignedAsAsked() throws Exception {
        bench.completeSet();
        run(() -> {
            form.start(Kind.SERVER);
            form.inputs.commonName.set("api.example.org");
            form.inputs.names.setAll("DNS:api.example.org");
            bench.requests.make(form.order().wanted());
        });
        Bench.await("a request", () -> bench.requests.made().size() == 1);
        String pem = fx(() -> bench.requests.made().get(0).request().pem());
        run(() -> bench.requests.shownProperty().set(null));
        run(() -> bench.requests.paste("Dear CA,\n" + pem));
        Bench.await("read", () -> bench.requests.shownProperty().get() != null);
        run(() -> form.startWith(bench.requests.shownProperty().get().request(), Optional.empty()));
        assertEquals(Kind.SERVER, form.kindProperty().get());
        run(() -> form.kindProperty().set(Kind.CLIENT));
        assertEquals(List.of("DNS:api.example.org"), form.inputs.names, "what was asked for stays");
        Made signed = bench.make(form);
        assertEquals(List.of("clientAuth"), signed.told().extendedKeyUsage());
        assertEquals(List.of("DNS:api.example.org"), signed.told().subjectAlternativeNames());
        assertTrue(signed.key().isEmpty(), "its key is elsewhere");
        assertTrue(form.faults().isEmpty());
    }

    @Test
    void whatIsNoRequestIsNamed() throws Exception {
        String pem = Pem.encode(bench.completeSet().certificate());
        run(() -> bench.requests.paste(pem));
        Bench.await("an error", () -> bench.requests.hintProperty().get().isError());
    }

    @Test
    void eachFaultStandsInOneGroupAndCanBeMade() throws Exception {
        List<Fault> grouped = Arrays.stream(FaultGroup.values())
                .flatMap(group -> group.faults().stream())
                .toList();
        assertEquals(EnumSet.allOf(Fault.class), EnumSet.copyOf(grouped));
        assertEquals(Fault.values().length, grouped.size());
        Made ca = bench.completeSet().issuer().orElseThrow();
        for (Fault fault : List.of(Fault.EXPIRED, Fault.ISSUER_NO_CA, Fault.CHAIN_TOO_LONG, Fault.FOREIGN_KEY)) {
            run(() -> {
                form.start(Kind.CLIENT);
                form.faultProperty().set(Optional.of(fault));
            });
            Made made = bench.make(form);
            assertEquals(Optional.of(fault), made.fault());
            boolean bySoundCa = fault == Fault.EXPIRED || fault == Fault.FOREIGN_KEY;
            assertEquals(
                    bySoundCa, made.issuer().orElseThrow().equals(ca), "by the CA that is there, if it may: " + fault);
        }
    }
}
