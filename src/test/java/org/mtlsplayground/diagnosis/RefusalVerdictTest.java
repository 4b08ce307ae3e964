package org.mtlsplayground.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mtlsplayground.diagnosis.Verdicts.refused;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mtlsplayground.ca.KeyKind;
import org.mtlsplayground.ca.KeyUse;
import org.mtlsplayground.ca.Presets;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.peer.TlsNames;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.TrustAnchors;
import org.mtlsplayground.recorded.Play;

/** Who refused whom, why, and what the other was told. */
class RefusalVerdictTest {
    private static final String BY_SERVER = "The server refused the client’s certificate";
    private static final String BY_CLIENT = "The client refused the server’s certificate";
    private static final String EXPIRED =
            "PKIX path validation failed: java.security.cert.CertPathValidatorException: validity check failed";
    private static final String UNKNOWN_CA = "PKIX path building failed: "
            + "sun.security.provider.certpath.SunCertPathBuilderException: "
            + "unable to find valid certification path to requested target";
    private static final String NO_CERTIFICATE = "Empty client certificate chain";
    private static final String UNKNOWN = "certificate_unknown (46)";
    private static final String[] WITHOUT_CERTIFICATE = {
        "bad_certificate (42)", "handshake_failure (40)", "certificate_required (116)"
    };

    /** The raw words are there for who wants them: who refused knew them, and the other was told no more than an alert. */
    private static void knew(String words, Verdict verdict) {
        Views views = verdict.explanation().views().orElseThrow();
        assertEquals(verdict.refusedBy(), Optional.of(views.knowing()));
        assertEquals(Optional.of(words), views.knew());
        assertEquals(Optional.of(verdict.facts()), views.wire());
        String alert = verdict.facts().replaceFirst(" .*", "");
        assertEquals(Optional.of("Received fatal alert: " + alert), views.told());
    }

    @ParameterizedTest
    @EnumSource
    void clientExpired(TlsVersion version) throws Exception {
        Verdict verdict = Verdicts.of(Play.between(Play.client("client-expired"), Play.server("server", version)));
        refused(
                Side.SERVER,
                BY_SERVER,
                "“alice”, the client’s certificate, expired at 2025-01-31 12:00:00 UTC."
                        + " Fix: load a newer client certificate, or check this computer’s clock.",
                verdict,
                UNKNOWN);
        knew(EXPIRED, verdict);
    }

    @ParameterizedTest
    @EnumSource
    void clientOfAnUnknownCa(TlsVersion version) throws Exception {
        Verdict verdict = Verdicts.of(Play.between(Play.client("client-unknown-ca"), Play.server("server", version)));
        refused(
                Side.SERVER,
                BY_SERVER,
                "“mallory” was issued by Rogue CA, and the server trusts only Demo Client CA. Fix: load a client certificate"
                        + " issued by Demo Client CA, or add Rogue CA to the server’s trusted CA file.",
                verdict,
                UNKNOWN);
        knew(UNKNOWN_CA, verdict);
    }

    /** Whoever sets a CA up anew and shows the old root as a server's certificate has not been forged. */
    @ParameterizedTest
    @EnumSource
    void aSelfSignedCertificateWithTheNameOfATrustedCa(TlsVersion version) throws Exception {
        Identity shown = Presets.root("Odd Root").create();
        Identity trusted = Presets.root("Odd Root").create();
        Verdict verdict = Verdicts.of(Play.between(
                Play.client("client").trust(TrustAnchors.of(List.of(trusted.leaf()))),
                Play.server("server", version).identity(shown)));
        assertEquals(Optional.of(Side.CLIENT), verdict.refusedBy());
        assertEquals(Cause.SELF_SIGNED, verdict.why().cause());
        assertTrue(verdict.detail().plain().startsWith("“Odd Root” has signed itself"), verdict::toString);
    }

    /** The JDK's client keeps back what the server's list doesn't name; then it looks as if it had nothing. */
    @ParameterizedTest
    @EnumSource
    void clientWhoseJdkSendsNothing(TlsVersion version) throws Exception {
        Verdict verdict = Verdicts.of(
                Play.between(Play.client("client-unknown-ca").jdkChooses(true), Play.server("server", version)));
        refused(
                Side.SERVER,
                "The server refused a client without a certificate",
                "The client has “mallory”, issued by Rogue CA, but the CAs that the server says it accepts are Demo Client"
                        + " CA: so the client’s JDK kept it back. Fix: load a client certificate issued by Demo Client CA, or"
                        + " add Rogue CA to the server’s trusted CA file.",
                verdict,
                WITHOUT_CERTIFICATE);
        knew(NO_CERTIFICATE, verdict);
    }

    @ParameterizedTest
    @EnumSource
    void clientWithoutCertificate(TlsVersion version) throws Exception {
        Verdict verdict = Verdicts.of(Play.between(Play.client(null), Play.server("server", version)));
        refused(
                Side.SERVER,
                "The server refused a client without a certificate",
                "The server requires a certificate, and the client showed none. Fix: load a client certificate issued by"
                        + " Demo Client CA, or let the server do without.",
                verdict,
                WITHOUT_CERTIFICATE);
        knew(NO_CERTIFICATE, verdict);
    }

    @ParameterizedTest
    @EnumSource
    void clientWithAnothersKey(TlsVersion version) throws Exception {
        Verdict verdict =
                Verdicts.of(Play.between(Play.client("client-key-of-another"), Play.server("server", version)));
        refused(
                Side.SERVER,
                "The server refused the client’s certificate",
                "The client showed “alice”, but signed with another key, and so could not prove that the certificate is its"
                        + " own. Fix: load the private key that belongs to “alice”.",
                verdict,
                "handshake_failure (40)");
        knew("Invalid CertificateVerify signature", verdict);
    }

    @ParameterizedTest
    @EnumSource
    void serverTrustsNobody(TlsVersion version) throws Exception {
        Verdict verdict = Verdicts.of(Play.between(
                Play.client("client"), Play.server("server", version).trust(TrustAnchors.none())));
        refused(
                Side.SERVER,
                BY_SERVER,
                "The server trusts no CA at all, and so refuses every certificate. Fix: load a trusted CA file on the server"
                        + " with Demo Client CA in it.",
                verdict,
                UNKNOWN);
        knew("No trusted CA is configured on this side", verdict);
    }

    @ParameterizedTest
    @EnumSource
    void serverExpired(TlsVersion version) throws Exception {
        Verdict verdict = Verdicts.of(Play.between(Play.client("client"), Play.server("server-expired", version)));
        refused(
                Side.CLIENT,
                BY_CLIENT,
                "“server.mtls.example.org”, the server’s certificate, expired at 2025-01-31 12:00:00 UTC."
                        + " Fix: load a newer server certificate, or check this computer’s clock.",
                verdict,
                UNKNOWN,
                "certificate_expired (45)");
        knew(EXPIRED, verdict);
    }

    @ParameterizedTest
    @EnumSource
    void serverOfAnotherHost(TlsVersion version) throws Exception {
        Verdict verdict = Verdicts.of(Play.between(Play.client("client"), Play.server("server-wrong-host", version)));
        refused(
                Side.CLIENT,
                BY_CLIENT,
                "The client asked for server.mtls.example.org, and the server’s certificate is for other.mtls.example.org."
                        + " Fix: ask for other.mtls.example.org as the server name, or have the certificate issued again with"
                        + " the name server.mtls.example.org.",
                verdict,
                UNKNOWN);
        knew("No subject alternative names matching IP address 127.0.0.1 found", verdict);
    }

    @ParameterizedTest
    @EnumSource
    void clientTrustsNobody(TlsVersion version) throws Exception {
        Verdict verdict = Verdicts.of(
                Play.between(Play.client("client").trust(TrustAnchors.none()), Play.server("server", version)));
        refused(
                Side.CLIENT,
                BY_CLIENT,
                "The client trusts no CA at all, and so refuses every certificate. Fix: load a trusted CA file on the client"
                        + " with Demo Server CA in it.",
                verdict,
                UNKNOWN);
        knew("No trusted CA is configured on this side", verdict);
    }

    @Test
    void noVersionInCommon() throws Exception {
        Verdict verdict = Verdicts.of(Play.between(
                Play.client("client").versions(EnumSet.of(TlsVersion.TLS_1_2)),
                Play.server("server", TlsVersion.TLS_1_3)));
        refused(
                Side.SERVER,
                "The server refused the connection",
                "The client offers TLS 1.2, and the server takes TLS 1.3. Fix: let the client speak TLS 1.3, too.",
                verdict,
                "protocol_version (70)");
        knew(
                "The client supported protocol versions [TLSv1.2] are not accepted by server preferences [TLSv1.3]",
                verdict);
    }

    /** The two Edwards curves are one kind of key to JSSE: it sends what such a key signed, and sees at the other end. */
    @ParameterizedTest
    @EnumSource
    void serverWithTheKeyOfAnotherEdwardsCurve(TlsVersion version) throws Exception {
        Identity root = Presets.root("Root").create();
        Identity certified =
                Presets.server("localhost").key(KeyKind.ED448).issuedBy(root).create();
        Identity foreign =
                new Identity(certified.chain(), KeyKind.ED25519.generate().getPrivate());
        Verdict verdict = Verdicts.of(Play.between(
                Play.client("client")
                        .trust(TrustAnchors.of(List.of(root.leaf())))
                        .verifyHostName(false),
                Play.server("server", version).identity(foreign)));
        assertEquals(Cause.FOREIGN_KEY, verdict.why().cause(), verdict::toString);
        assertEquals(Optional.of(Side.CLIENT), verdict.refusedBy());
        assertEquals(
                Optional.of(version == TlsVersion.TLS_1_3 ? "CertificateVerify" : "ServerKeyExchange"),
                verdict.why().message());
    }

    /** RSA key exchange, where a suite is chosen that has it; newer JDKs have none any more (jdk.tls.disabledAlgorithms). */
    @Test
    void serverWhoseKeyMayNotEncipher() throws Exception {
        Identity root = Presets.root("Root").create();
        Identity server = Presets.server("localhost")
                .key(KeyKind.RSA_2048)
                .keyUses(KeyUse.DIGITAL_SIGNATURE)
                .issuedBy(root)
                .create();
        List<String> suites = List.of("TLS_RSA_WITH_AES_128_GCM_SHA256");
        Verdict verdict = Verdicts.of(Play.between(
                Play.client("client")
                        .trust(TrustAnchors.of(List.of(root.leaf())))
                        .cipherSuites(suites)
                        .verifyHostName(false),
                Play.server("server", TlsVersion.TLS_1_2).identity(server)));
        if (!TlsNames.cipherSuites().containsAll(suites)) {
            assertEquals(Cause.SETTINGS_UNUSABLE, verdict.why().cause());
            return;
        }
        refused(
                Side.CLIENT,
                "The client refused the server’s certificate",
                "With RSA key exchange, which the cipher suite asks for, the client encrypts a secret to the key of"
                        + " “localhost”, and its key usage lacks keyEncipherment. Fix: leave the cipher suites of both sides to"
                        + " the JDK, or load a server certificate whose key usage has keyEncipherment.",
                verdict,
                "certificate_unknown (46)");
        assertEquals(Cause.NO_DIGITAL_SIGNATURE, verdict.why().cause());
    }
}
