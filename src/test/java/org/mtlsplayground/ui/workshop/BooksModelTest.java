package org.mtlsplayground.ui.workshop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mtlsplayground.ui.workshop.Bench.fx;
import static org.mtlsplayground.ui.workshop.Bench.run;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mtlsplayground.ca.revocation.Asked;
import org.mtlsplayground.ca.revocation.Issued;
import org.mtlsplayground.diagnosis.Diagnosis;
import org.mtlsplayground.diagnosis.Verdict;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.RevocationChecking;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.TrustAnchors;
import org.mtlsplayground.pki.detail.CertificateFields;
import org.mtlsplayground.pki.status.RevocationReason;
import org.mtlsplayground.recorded.Play;
import org.mtlsplayground.transcript.Transcript;
import org.mtlsplayground.transcript.Transcripts;

class BooksModelTest {
    @TempDir
    Path folder;

    private Bench bench;
    private Made alice;

    @BeforeEach
    void open() throws Exception {
        bench = new Bench();
        alice = bench.completeSet();
    }

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    private List<Issued.State> states() throws Exception {
        return fx(() -> bench.books.issued().stream()
                .map(entry -> entry.stateAt(java.time.Instant.now()))
                .toList());
    }

    @Test
    void theBooksOfTheIssuerAreShownAndRevokeIsSaidEverywhere() throws Exception {
        assertEquals(
                "Demo Intermediate CA",
                fx(() -> bench.books.authorityProperty().get().name()));
        assertEquals(List.of(Issued.State.VALID, Issued.State.VALID), states());
        run(() -> bench.books.revoke(
                alice.issuer().orElseThrow(), alice.told().serial(), RevocationReason.CERTIFICATE_HOLD));
        assertEquals(List.of(Issued.State.VALID, Issued.State.REVOKED), states());
        X509CRL crl = fx(() -> bench.books.newCrl().orElseThrow());
        assertTrue(crl.isRevoked(alice.certificate()));
        run(() -> bench.books.release(alice.told().serial()));
        assertEquals(List.of(Issued.State.VALID, Issued.State.VALID), states());
    }

    @Test
    void aKeptAuthorityIsOpenedWithItsBooks() throws Exception {
        Path kept = folder.resolve("ca");
        run(() -> bench.books.keep(kept, "secret".toCharArray()));
        Bench.await("kept", () -> kept.equals(bench.books.folderProperty().get()));
        assertTrue(fx(() -> alice.issuer().orElseThrow().savedProperty().get()));
        run(() -> bench.books.revoke(alice.issuer().orElseThrow(), alice.told().serial(), RevocationReason.SUPERSEDED));
        Bench.await(
                "written down",
                () -> Files.readString(kept.resolve("index.txt")).contains("superseded"));

        try (Bench later = new Bench()) {
            boolean[] asked = new boolean[1];
            run(() -> later.books.open(kept, new char[0], () -> asked[0] = true));
            Bench.await("asked for the password", () -> asked[0]);
            run(() -> later.books.open(kept, "secret".toCharArray(), () -> {}));
            Bench.await("opened", () -> later.books.issued().size() == 2);
            assertEquals(
                    "Demo Intermediate CA",
                    fx(() -> later.model.selectedProperty().get().name()));
            assertTrue(fx(() -> later.books.issued().get(1).revocation().isPresent()));
            assertEquals(0, UnsavedKeys.count(later.model.shelf(), later.requests));
            run(() -> later.model.quick(Kind.CLIENT));
            Bench.await("issued more", () -> later.books.issued().size() == 3);
            Bench.await(
                    "written down",
                    () -> Files.readAllLines(kept.resolve("index.txt")).size() == 3);
        }
    }

    @Test
    void theResponderAnswersAndNewCertificatesNameIt() throws Exception {
        run(() -> bench.books.switchResponder(true));
        Made ca = alice.issuer().orElseThrow();
        Bench.await("on", () -> bench.responders.of(ca).runningProperty().get() != null);
        String address = fx(
                () -> bench.responders.of(ca).runningProperty().get().address().toString());
        run(() -> bench.model.quick(Kind.SERVER));
        Bench.await("a server", () -> bench.model.shelf().all().size() == 5);
        Made server = fx(() -> bench.model.selectedProperty().get());
        assertTrue(CertificateFields.of(server.certificate()).fields().stream()
                .anyMatch(field -> field.value().contains(address)));
        try (InputStream crl = java.net.URI.create(address + "crl").toURL().openStream()) {
            CertificateFactory.getInstance("X.509").generateCRL(crl);
        }
        Bench.await(
                "logged",
                () -> bench.responders.of(ca).log().stream().anyMatch(asked -> asked.answer() == Asked.Answer.CRL));
        run(() -> bench.books.switchResponder(false));
        Bench.await("off", () -> bench.responders.running(new Issuer.Known(ca)).equals(Optional.empty()));
    }

    /** What is told of a new server of this CA, whose answer is stapled, by a client that looks for revocation. */
    private Verdict stapled(Identity server, TlsVersion version) throws Exception {
        Identity client = fx(() -> alice.identity().orElseThrow());
        TrustAnchors trust = TrustAnchors.of(fx(alice::trusted));
        Connection connection = Play.between(
                ClientSettings.builder()
                        .identity(client)
                        .trust(trust)
                        .revocation(RevocationChecking.by(RevocationChecking.Source.OCSP)),
                ServerSettings.builder()
                        .port(0)
                        .identity(server)
                        .trust(trust)
                        .versions(Set.of(version))
                        .staple(true));
        Transcript transcript = new Transcripts(() -> List.of(connection.capture())).of(connection.capture());
        transcript.read();
        return Diagnosis.of(connection, transcript);
    }

    @ParameterizedTest
    @EnumSource(TlsVersion.class)
    void aStapledAnswerIsGoodUntilTheServerIsRevoked(TlsVersion version) throws Exception {
        Made ca = alice.issuer().orElseThrow();
        run(() -> bench.books.switchResponder(true));
        Bench.await("on", () -> bench.responders.of(ca).runningProperty().get() != null);
        run(() -> bench.model.quick(Kind.SERVER));
        Bench.await("a server", () -> bench.model.shelf().all().size() == 5);
        Made made = fx(() -> bench.model.selectedProperty().get());
        Identity server = fx(() -> made.identity().orElseThrow());

        Verdict good = stapled(server, version);
        assertEquals(Verdict.Kind.MUTUAL, good.kind(), good::toString);
        run(() -> bench.books.revoke(ca, made.told().serial(), RevocationReason.KEY_COMPROMISE));
        Verdict revoked = stapled(server, version);
        assertEquals("The client refused the server’s certificate: it is revoked", revoked.headline());
        assertEquals("bad_certificate_status_response (113)", revoked.facts());
        Bench.await("both are in the log", () -> bench.responders.of(ca).log().size() == 2);
        assertEquals(
                List.of(Asked.Answer.GOOD, Asked.Answer.REVOKED),
                fx(() -> bench.responders.of(ca).log().stream()
                        .map(Asked::answer)
                        .toList()),
                "once a connection, by the server");
    }
}
