package org.mtlsplayground.diagnosis;

import static org.mtlsplayground.diagnosis.Verdicts.refused;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.pki.TrustAnchors;
import org.mtlsplayground.recorded.Play;

/** Who refused whom, why, and what the other was told. */
class RefusalVerdictTest {
    private static final String BY_SERVER = "The server refused the client’s certificate";
    private static final String BY_CLIENT = "The client refused the server’s certificate";
    private static final String CLIENT_TOLD = " The client was told: “Received fatal alert: ALERT”.";
    private static final String SERVER_TOLD = " The server was told: “Received fatal alert: ALERT”.";
    private static final String EXPIRED =
            "“PKIX path validation failed: java.security.cert.CertPathValidatorException: validity check failed”.";
    private static final String UNKNOWN_CA = "“PKIX path building failed: "
            + "sun.security.provider.certpath.SunCertPathBuilderException: "
            + "unable to find valid certification path to requested target”.";
    private static final String NO_CERTIFICATE = "The server’s reason: “Empty client certificate chain”." + CLIENT_TOLD;
    private static final String UNKNOWN = "certificate_unknown (46)";
    private static final String[] WITHOUT_CERTIFICATE = {
        "bad_certificate (42)", "handshake_failure (40)", "certificate_required (116)"
    };

    @ParameterizedTest
    @EnumSource
    void clientExpired(TlsVersion version) throws Exception {
        Verdict verdict = Verdicts.of(Play.between(Play.client("client-expired"), Play.server("server", version)));
        refused(Side.SERVER, BY_SERVER, "The server’s reason: " + EXPIRED + CLIENT_TOLD, verdict, UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource
    void clientOfAnUnknownCa(TlsVersion version) throws Exception {
        Verdict verdict = Verdicts.of(Play.between(Play.client("client-unknown-ca"), Play.server("server", version)));
        refused(Side.SERVER, BY_SERVER, "The server’s reason: " + UNKNOWN_CA + CLIENT_TOLD, verdict, UNKNOWN);
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
                "The client has a certificate (mallory, issued by Rogue CA) but did not send it: its JDK sends only one"
                        + " that fits the CAs and algorithms that the server says it accepts. " + NO_CERTIFICATE,
                verdict,
                WITHOUT_CERTIFICATE);
    }

    @ParameterizedTest
    @EnumSource
    void clientWithoutCertificate(TlsVersion version) throws Exception {
        Verdict verdict = Verdicts.of(Play.between(Play.client(null), Play.server("server", version)));
        refused(
                Side.SERVER,
                "The server refused a client without a certificate",
                NO_CERTIFICATE,
                verdict,
                WITHOUT_CERTIFICATE);
    }

    @ParameterizedTest
    @EnumSource
    void clientWithAnothersKey(TlsVersion version) throws Exception {
        Verdict verdict =
                Verdicts.of(Play.between(Play.client("client-key-of-another"), Play.server("server", version)));
        refused(
                Side.SERVER,
                "The server refused the client’s certificate",
                "The server’s reason: “Invalid CertificateVerify signature”." + CLIENT_TOLD,
                verdict,
                "handshake_failure (40)");
    }

    @ParameterizedTest
    @EnumSource
    void serverTrustsNobody(TlsVersion version) throws Exception {
        Verdict verdict = Verdicts.of(Play.between(
                Play.client("client"), Play.server("server", version).trust(TrustAnchors.none())));
        String reason = "The server’s reason: “No trusted CA is configured on this side”.";
        refused(Side.SERVER, BY_SERVER, reason + CLIENT_TOLD, verdict, UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource
    void serverExpired(TlsVersion version) throws Exception {
        Verdict verdict = Verdicts.of(Play.between(Play.client("client"), Play.server("server-expired", version)));
        String reason = "The client’s reason: " + EXPIRED;
        refused(Side.CLIENT, BY_CLIENT, reason + SERVER_TOLD, verdict, UNKNOWN, "certificate_expired (45)");
    }

    @ParameterizedTest
    @EnumSource
    void serverOfAnotherHost(TlsVersion version) throws Exception {
        Verdict verdict = Verdicts.of(Play.between(Play.client("client"), Play.server("server-wrong-host", version)));
        String reason = "The client’s reason: “No subject alternative names matching IP address 127.0.0.1 found”.";
        refused(Side.CLIENT, BY_CLIENT, reason + SERVER_TOLD, verdict, UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource
    void clientTrustsNobody(TlsVersion version) throws Exception {
        Verdict verdict = Verdicts.of(
                Play.between(Play.client("client").trust(TrustAnchors.none()), Play.server("server", version)));
        String reason = "The client’s reason: “No trusted CA is configured on this side”.";
        refused(Side.CLIENT, BY_CLIENT, reason + SERVER_TOLD, verdict, UNKNOWN);
    }

    @Test
    void noVersionInCommon() throws Exception {
        Verdict verdict = Verdicts.of(Play.between(
                Play.client("client").versions(EnumSet.of(TlsVersion.TLS_1_2)),
                Play.server("server", TlsVersion.TLS_1_3)));
        refused(
                Side.SERVER,
                "The server refused the connection",
                "The server’s reason: “The client supported protocol versions [TLSv1.2] are not accepted by server"
                        + " preferences [TLSv1.3]”." + CLIENT_TOLD,
                verdict,
                "protocol_version (70)");
    }
}
