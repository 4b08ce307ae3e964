package org.mtlsplayground.scenario;

import java.util.List;
import org.mtlsplayground.ca.Fault;
import org.mtlsplayground.diagnosis.Cause;
import org.mtlsplayground.peer.RevocationChecking.Source;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.pki.TrustAnchors;

/** The client refuses the server's certificate. A JDK's client says a little more precisely why than a server does. */
final class ClientRefusesShelf {
    private static final String MESSAGE = "Certificate";
    private static final String UNKNOWN = "certificate_unknown";
    private static final String BAD = "bad_certificate";

    private ClientRefusesShelf() {}

    static List<Scenario> all() {
        return List.of(
                fault("server-unknown-ca", Fault.UNKNOWN_CA, UNKNOWN, Cause.UNKNOWN_CA, 32),
                fault("server-self-signed", Fault.SELF_SIGNED, UNKNOWN, Cause.SELF_SIGNED, 32),
                fault(
                        "server-intermediate-missing",
                        Fault.INTERMEDIATE_LEFT_OUT,
                        UNKNOWN,
                        Cause.INTERMEDIATE_MISSING,
                        32),
                fault("server-false-ca", Fault.FALSE_CA, BAD, Cause.FALSE_CA),
                fault("server-expired", Fault.EXPIRED, "certificate_expired", Cause.EXPIRED, 33),
                fault("server-not-yet-valid", Fault.NOT_YET_VALID, BAD, Cause.NOT_YET_VALID, 34),
                fault("server-ca-expired", Fault.INTERMEDIATE_EXPIRED, "certificate_expired", Cause.CA_EXPIRED),
                fault("server-wrong-host", Fault.WRONG_HOST, UNKNOWN, Cause.WRONG_HOST, 35),
                draft("server-no-address", 36)
                        .server(Fault.NO_IP_NAME)
                        .clientSettings(client -> client.host("127.0.0.1").serverName(""))
                        .refused(Side.CLIENT, MESSAGE, UNKNOWN, Cause.NO_IP_NAME),
                fault("server-wrong-purpose", Fault.WRONG_PURPOSE, UNKNOWN, Cause.WRONG_PURPOSE, 40),
                fault("server-name-constraint", Fault.NAME_CONSTRAINT_BROKEN, UNKNOWN, Cause.NAME_CONSTRAINT_BROKEN),
                fault("server-issuer-no-ca", Fault.ISSUER_NO_CA, UNKNOWN, Cause.ISSUER_NO_CA),
                fault(
                        "server-unknown-extension",
                        Fault.UNKNOWN_CRITICAL_EXTENSION,
                        UNKNOWN,
                        Cause.UNKNOWN_CRITICAL_EXTENSION),
                fault("server-md5", Fault.MD5_SIGNATURE, "unsupported_certificate", Cause.WEAK_ALGORITHM),
                fault("server-signature-altered", Fault.SIGNATURE_ALTERED, BAD, Cause.SIGNATURE_WRONG),
                fault("server-garbage", Fault.DER_GARBAGE, BAD, Cause.CERTIFICATE_UNREADABLE),
                draft("server-foreign-key", 41)
                        .server(Fault.FOREIGN_KEY)
                        .ends((version, jdk) -> Expectation.refused(
                                Side.CLIENT,
                                version == TlsVersion.TLS_1_3 ? "CertificateVerify" : "ServerKeyExchange",
                                "handshake_failure",
                                Cause.FOREIGN_KEY)),
                draft("server-stapled-revoked", 42)
                        .with(kit -> {
                            Books.below(kit, Side.SERVER).revoked().checked(Source.OCSP);
                            kit.server.staple(true);
                        })
                        // A client of TLS 1.2 judges the certificate when the status has come.
                        .ends((version, jdk) -> Expectation.refused(
                                Side.CLIENT,
                                version == TlsVersion.TLS_1_3 ? MESSAGE : "CertificateStatus",
                                "bad_certificate_status_response",
                                Cause.REVOKED)),
                draft("server-revoked-ocsp", 42)
                        .with(kit -> Books.below(kit, Side.SERVER).revoked().checked(Source.OCSP))
                        .refused(Side.CLIENT, MESSAGE, "certificate_revoked", Cause.REVOKED),
                draft("server-ocsp-down", 30)
                        .with(kit -> Books.below(kit, Side.SERVER).down().checked(Source.OCSP))
                        .refused(Side.CLIENT, MESSAGE, UNKNOWN, Cause.STATUS_UNKNOWN),
                draft("client-trusts-nobody")
                        .clientSettings(client -> client.trust(TrustAnchors.none()))
                        .refused(Side.CLIENT, MESSAGE, UNKNOWN, Cause.TRUSTS_NOBODY));
    }

    private static Scenario fault(String id, Fault fault, String alert, Cause cause, Integer... rows) {
        return draft(id, rows)
                .server(fault)
                .ends((version, jdk) ->
                        Expectation.refused(Side.CLIENT, MESSAGE, alert(alert, fault, version, jdk), cause));
    }

    /** An older JDK's client has one alert for whatever its trust manager refuses, if it speaks TLS 1.3. */
    private static String alert(String precise, Fault fault, TlsVersion version, int jdk) {
        boolean judged = fault != Fault.DER_GARBAGE;
        return judged && version == TlsVersion.TLS_1_3 && Expectation.isOld(jdk) ? UNKNOWN : precise;
    }

    private static Draft draft(String id, Integer... rows) {
        return Draft.of(Category.CLIENT_REFUSES, id, rows);
    }
}
