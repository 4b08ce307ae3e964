package org.mtlsplayground.ca;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mtlsplayground.ca.WrongInput.Field;
import org.mtlsplayground.ca.WrongInput.Why;
import org.mtlsplayground.outside.OutsideProgram;
import org.mtlsplayground.pki.CertificateDescription;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.KeyPairs;
import org.mtlsplayground.pki.LoadException;
import org.mtlsplayground.pki.LoadProblem;
import org.mtlsplayground.pki.Openssl;
import org.mtlsplayground.pki.Pem;
import org.mtlsplayground.pki.PkiFiles;

/** Requests that go to other CAs, and those that come from others. */
class SigningRequestTest {
    private static final String REQUEST_CONFIG = """
            [req]
            distinguished_name = name
            req_extensions = wishes
            prompt = no
            [name]
            C = CH
            O = Org
            CN = asker.example
            [wishes]
            subjectAltName = DNS:asker.example, IP:192.0.2.1, otherName:1.2.3.4;UTF8:hidden
            keyUsage = critical, digitalSignature, keyAgreement
            extendedKeyUsage = clientAuth, 1.2.3.4.5
            basicConstraints = critical, CA:TRUE
            certificatePolicies = 1.2.3.9
            1.2.3.77 = DER:04:01:07
            """;

    @TempDir
    Path dir;

    @ParameterizedTest
    @EnumSource(names = {"EC_P256", "EC_P521", "RSA_2048", "RSA_PSS_2048", "ED25519", "ED448"})
    void opensslReadsOurs(KeyKind kind) throws Exception {
        NewRequest made = NewCertificate.server("asker.example")
                .organization("Org")
                .key(kind)
                .policy("1.2.3.9")
                .createRequest();
        assertTrue(made.request().signatureVerifies());
        Files.writeString(dir.resolve("asker.csr"), made.request().pem());
        OutsideProgram.Result result = Openssl.run(dir, "req -in asker.csr -noout -verify -text");
        assertTrue(result.all().contains("verify OK"), result.all());
        for (String expected : List.of(
                "Subject: O = Org, CN = asker.example",
                "DNS:asker.example",
                "TLS Web Server Authentication",
                "Digital Signature",
                "Policy: 1.2.3.9")) {
            assertTrue(result.stdout().contains(expected), () -> expected + " is not in:\n" + result.stdout());
        }
        Files.write(dir.resolve("asker.der"), made.request().encoded());
        assertEquals(
                "CN=asker.example,O=Org",
                SigningRequest.load(dir.resolve("asker.der")).subject());
    }

    @Test
    void whatOpensslAsksForIsTakenOver() throws Exception {
        SigningRequest request = fromOpenssl();
        assertEquals("CN=asker.example,O=Org,C=CH", request.subject());
        assertTrue(request.signatureVerifies());
        assertTrue(request.asksForAuthority());
        assertEquals(
                List.of("DNS:asker.example", "IP:192.0.2.1"),
                request.names().stream().limit(2).map(AlternativeName::toString).toList());
        assertEquals(AlternativeName.Kind.DER, request.names().get(2).kind());
        assertEquals(6, request.extensions().size());

        Identity ca = Presets.root("Root").create();
        X509Certificate signed =
                request.toCertificate().issuedBy(ca).createChain().get(0);
        CertificateDescription told = CertificateDescription.of(signed);
        assertEquals(List.of("digitalSignature", "keyAgreement"), told.keyUsage());
        assertEquals(List.of("clientAuth", "1.2.3.4.5"), told.extendedKeyUsage());
        // Nobody becomes a CA by asking.
        assertEquals(Optional.of(false), told.isCa());
        assertTrue(KeyPairs.match(signed, PkiFiles.privateKey(dir.resolve("asker.key"), null)));
        Files.writeString(dir.resolve("signed.pem"), Pem.encode(signed));
        Files.writeString(dir.resolve("ca.pem"), Pem.encode(ca.leaf()));
        Openssl.run(dir, "verify -CAfile ca.pem -purpose sslclient signed.pem");
        String text = Openssl.run(dir, "x509 -in signed.pem -noout -text").stdout();
        for (String expected : List.of(
                "Subject: C = CH, O = Org, CN = asker.example",
                "DNS:asker.example, IP Address:192.0.2.1, othername: 1.2.3.4::hidden",
                "Policy: 1.2.3.9",
                "1.2.3.77: ")) {
            assertTrue(text.contains(expected), () -> expected + " is not in:\n" + text);
        }
    }

    @Test
    void whatIsAskedForCanBeOverridden() throws Exception {
        Identity ca = Presets.root("Root").create();
        X509Certificate signed = fromOpenssl()
                .toCertificate()
                .subject("CN=other")
                .withoutNames()
                .email("a@b.example")
                .purposes(Purpose.SERVER_AUTH)
                .authority(true)
                .pathLength(0)
                .keyUses(KeyUse.KEY_CERT_SIGN)
                .issuedBy(ca)
                .createChain()
                .get(0);
        CertificateDescription told = CertificateDescription.of(signed);
        assertEquals("CN=other", told.subject());
        assertEquals(List.of("email:a@b.example"), told.subjectAlternativeNames());
        assertEquals(List.of("serverAuth"), told.extendedKeyUsage());
        assertEquals(List.of("keyCertSign"), told.keyUsage());
        assertEquals(Optional.of(0), told.pathLength());
    }

    @Test
    void aRequestSignedByAnotherKeyIsTold() throws Exception {
        SigningRequest request = NewCertificate.client("alice").createRequest().request();
        byte[] encoded = request.encoded();
        encoded[encoded.length - 1] ^= 1;
        Files.write(dir.resolve("altered.csr"), encoded);
        assertFalse(SigningRequest.load(dir.resolve("altered.csr")).signatureVerifies());
    }

    @Test
    void whatIsNoRequestIsRefused() throws Exception {
        Files.writeString(
                dir.resolve("certificate.pem"),
                Pem.encode(Presets.root("Root").create().leaf()));
        assertEquals(
                LoadProblem.SOMETHING_ELSE,
                assertThrows(LoadException.class, () -> SigningRequest.load(dir.resolve("certificate.pem")))
                        .problem());
        assertEquals(
                LoadProblem.MISSING,
                assertThrows(LoadException.class, () -> SigningRequest.load(dir.resolve("nothing.pem")))
                        .problem());
    }

    @Test
    void aRequestNeedsItsPrivateKeyAndACertificateSomebodyToSign() {
        NewCertificate bare = NewCertificate.client("alice")
                .publicKey(KeyKind.EC_P256.generate().getPublic());
        assertEquals(List.of(new WrongInput(Field.KEY, Why.NO_PRIVATE_KEY, "")), bare.requestProblems());
        assertEquals(List.of(new WrongInput(Field.ISSUER, Why.NOBODY_TO_SIGN, "")), bare.problems());
        assertThrows(WrongInputException.class, bare::createRequest);
        assertThrows(WrongInputException.class, bare::createChain);
    }

    @Test
    void theKeyIsNotInTheText() {
        NewRequest made = NewCertificate.client("alice").createRequest();
        assertEquals("NewRequest[CN=alice]", made.toString());
        assertNotEquals(null, made.key());
    }

    private SigningRequest fromOpenssl() throws Exception {
        Files.writeString(dir.resolve("req.cnf"), REQUEST_CONFIG);
        Openssl.run(
                dir,
                "req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout asker.key -out asker.csr"
                        + " -config req.cnf");
        return SigningRequest.load(dir.resolve("asker.csr"));
    }
}
