package org.mtlsplayground.ui.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.peer.ClientAuthentication;
import org.mtlsplayground.peer.RevocationChecking;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.pki.TrustAnchors;
import org.mtlsplayground.ui.common.Background;
import org.mtlsplayground.ui.common.Hint;

/** Settings put into the server's card, and taken out again. No file is read here. */
class ServerInputsTest {
    private static final ServerSettings UNUSUAL = ServerSettings.builder()
            .address("localhost")
            .port(0)
            .clientAuthentication(ClientAuthentication.OPTIONAL)
            .trust(TrustAnchors.jdk())
            .allowedSubjects(List.of("alice", "Bob Smith"))
            .versions(Set.of(TlsVersion.TLS_1_2))
            .cipherSuites(List.of("TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"))
            .namedGroups(List.of("secp384r1", "x25519"))
            .signatureSchemes(List.of("ed25519"))
            .applicationProtocols(List.of("h2"))
            .serverNames(List.of("*.example.org", "www.example.com"))
            .revocation(RevocationChecking.by(RevocationChecking.Source.ANY).softFail(true))
            .staple(true)
            .reply("")
            .handshakeTimeout(Duration.ofSeconds(3))
            .build();

    private final ServerInputs inputs = new ServerInputs(new Background((name, work) -> work.run()));

    @Test
    void whatIsShownIsWhatIsSet() {
        inputs.show(UNUSUAL);
        assertEquals(Optional.of(UNUSUAL), inputs.draft());
    }

    @Test
    void whatIsNoNameIsSaidAtOnce() {
        inputs.serverNames.set("www.example.org, 127.0.0.1");
        assertTrue(inputs.serverNamesHint.get().isError());
        assertEquals(Optional.empty(), inputs.draft());
        inputs.serverNames.set("www.example.org");
        assertEquals(Hint.NONE, inputs.serverNamesHint.get());
    }

    /** A list of names keeps only those out who show a certificate. */
    @Test
    void theListIsPutIntoPerspective() {
        inputs.subjects.set("alice");
        assertEquals(Hint.NONE, inputs.subjectsHint.get());
        inputs.authentication.set(ClientAuthentication.OPTIONAL);
        assertEquals(Hint.Kind.INFO, inputs.subjectsHint.get().kind());
        inputs.authentication.set(ClientAuthentication.NONE);
        assertEquals(Hint.Kind.WARN, inputs.subjectsHint.get().kind());
        inputs.subjects.set(" ");
        assertEquals(Hint.NONE, inputs.subjectsHint.get());
    }
}
