package org.mtlsplayground.ui.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.RevocationChecking;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.pki.TrustAnchors;
import org.mtlsplayground.ui.common.Background;

/** Settings put into the client's card, and taken out again. No file is read here. */
class ClientInputsTest {
    private static final ClientSettings UNUSUAL = ClientSettings.builder()
            .host("localhost")
            .port(4711)
            .serverName("")
            .verifyHostName(false)
            .jdkChooses(true)
            .trust(TrustAnchors.jdk())
            .versions(Set.of(TlsVersion.TLS_1_2))
            .cipherSuites(List.of("TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256", "TLS_AES_128_GCM_SHA256"))
            .namedGroups(List.of("secp384r1", "x25519"))
            .signatureSchemes(List.of("ed25519"))
            .applicationProtocols(List.of("h2", "http/1.1"))
            .resume(true)
            .revocation(RevocationChecking.by(RevocationChecking.Source.OCSP).softFail(true))
            .askStatus(false)
            .message("")
            .timeout(Duration.ofSeconds(3))
            .build();

    private final ClientInputs inputs = new ClientInputs(new Background((name, work) -> work.run()));

    @Test
    void whatIsShownIsWhatIsSet() {
        inputs.show(UNUSUAL);
        assertEquals(Optional.of(UNUSUAL), inputs.draft());
        ClientSettings tls13 =
                UNUSUAL.toBuilder().versions(Set.of(TlsVersion.TLS_1_3)).build();
        inputs.show(tls13);
        assertEquals(Optional.of(tls13), inputs.draft());
    }
}
