package org.mtlsplayground.ca;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.pki.CertificateDescription;
import org.mtlsplayground.pki.Identity;

/** What is in certificates for which nothing was said but a name. */
class PresetsTest {
    @Test
    void aServerHasTheLocalNamesToo() {
        CertificateDescription told =
                describe(Presets.server("web.example", "*.web.example", "192.0.2.1", "localhost"));
        assertEquals("CN=web.example", told.subject());
        assertEquals(
                List.of(
                        "DNS:web.example",
                        "DNS:*.web.example",
                        "IP:192.0.2.1",
                        "DNS:localhost",
                        "IP:127.0.0.1",
                        "IP:::1"),
                told.subjectAlternativeNames());
        assertEquals(List.of("serverAuth"), told.extendedKeyUsage());
        assertEquals(List.of("digitalSignature"), told.keyUsage());
        assertEquals("EC P-256", told.key());
        assertEquals("CN=localhost", describe(Presets.server()).subject());
    }

    @Test
    void aClientIsForClients() {
        CertificateDescription told = describe(Presets.client("alice"));
        assertEquals("CN=alice", told.subject());
        assertEquals(List.of(), told.subjectAlternativeNames());
        assertEquals(List.of("clientAuth"), told.extendedKeyUsage());
        assertEquals(Optional.of(false), told.isCa());
    }

    @Test
    void casSign() {
        CertificateDescription root = describe(Presets.root("Root"));
        assertEquals(List.of("keyCertSign", "cRLSign"), root.keyUsage());
        assertEquals(Optional.empty(), root.pathLength());
        assertEquals(Optional.of(0), describe(Presets.intermediate("Ca")).pathLength());
    }

    @Test
    void eachIsValidNowAndNoneOutlivesItsIssuer() {
        Material chain =
                Presets.chainOfThree(Role.CLIENT, Presets.client("alice")).issue();
        Instant now = Instant.now();
        Instant end = now;
        for (CertificateDescription told : List.of(
                CertificateDescription.of(chain.identity().leaf()),
                CertificateDescription.of(chain.identity().chain().get(1)),
                CertificateDescription.of(chain.trusted().get(0)))) {
            assertTrue(told.notBefore().isBefore(now.minus(Duration.ofHours(23))), told.subject());
            assertTrue(told.notAfter().isAfter(end), told.subject());
            end = told.notAfter();
        }
        assertEquals(
                List.of("Demo Root CA", "Demo Intermediate CA"),
                chain.authorities().stream()
                        .map(Identity::leaf)
                        .map(ca -> ca.getSubjectX500Principal().getName().replace("CN=", ""))
                        .toList());
        assertEquals(2, chain.identity().chain().size());
    }

    private static CertificateDescription describe(NewCertificate wanted) {
        return CertificateDescription.of(wanted.create().leaf());
    }
}
