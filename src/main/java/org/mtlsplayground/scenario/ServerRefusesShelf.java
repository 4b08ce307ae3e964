package org.mtlsplayground.scenario;

import java.util.List;
import org.mtlsplayground.ca.Fault;
import org.mtlsplayground.ca.KeyKind;
import org.mtlsplayground.diagnosis.Cause;
import org.mtlsplayground.peer.RevocationChecking.Source;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.pki.TrustAnchors;

/** The server refuses the client's certificate. Whatever is wrong with it, a JDK's server says certificate_unknown. */
final class ServerRefusesShelf {
    private static final String MESSAGE = "Certificate";
    private static final String ALERT = "certificate_unknown";

    private ServerRefusesShelf() {}

    static List<Scenario> all() {
        return List.of(
                fault("client-unknown-ca", Fault.UNKNOWN_CA, Cause.UNKNOWN_CA, 9),
                fault("client-self-signed", Fault.SELF_SIGNED, Cause.SELF_SIGNED, 10),
                fault("client-false-ca", Fault.FALSE_CA, Cause.FALSE_CA, 11),
                fault("client-expired", Fault.EXPIRED, Cause.EXPIRED, 12),
                fault("client-not-yet-valid", Fault.NOT_YET_VALID, Cause.NOT_YET_VALID, 13),
                fault("client-ca-expired", Fault.INTERMEDIATE_EXPIRED, Cause.CA_EXPIRED, 14),
                fault("client-intermediate-missing", Fault.INTERMEDIATE_LEFT_OUT, Cause.INTERMEDIATE_MISSING, 15),
                fault("client-wrong-purpose", Fault.WRONG_PURPOSE, Cause.WRONG_PURPOSE, 16),
                fault("client-no-digital-signature", Fault.NO_DIGITAL_SIGNATURE, Cause.NO_DIGITAL_SIGNATURE, 17),
                fault("client-issuer-no-ca", Fault.ISSUER_NO_CA, Cause.ISSUER_NO_CA, 18),
                fault("client-path-length", Fault.PATH_LENGTH_EXCEEDED, Cause.PATH_LENGTH_EXCEEDED, 19),
                fault("client-ca-without-cert-sign", Fault.CA_WITHOUT_CERT_SIGN, Cause.CA_WITHOUT_CERT_SIGN, 20),
                fault("client-name-constraint", Fault.NAME_CONSTRAINT_BROKEN, Cause.NAME_CONSTRAINT_BROKEN, 21),
                fault(
                        "client-unknown-extension",
                        Fault.UNKNOWN_CRITICAL_EXTENSION,
                        Cause.UNKNOWN_CRITICAL_EXTENSION,
                        22),
                // With TLS 1.3 such a key can't sign: then both sides give up at once, and chance decides who is heard.
                draft("client-rsa-512", 23)
                        .only(TlsVersion.TLS_1_2)
                        .client(Fault.RSA_512)
                        .refused(Side.SERVER, MESSAGE, ALERT, Cause.WEAK_ALGORITHM),
                draft("client-ca-rsa-512", 23)
                        .client(Chains.client(Chains.alice(), KeyKind.UNSAFE_RSA_512))
                        .refused(Side.SERVER, MESSAGE, ALERT, Cause.WEAK_ALGORITHM),
                fault("client-md5", Fault.MD5_SIGNATURE, Cause.WEAK_ALGORITHM, 23),
                fault("client-signature-altered", Fault.SIGNATURE_ALTERED, Cause.SIGNATURE_WRONG, 24),
                draft("client-garbage", 25)
                        .client(Fault.DER_GARBAGE)
                        .refused(Side.SERVER, MESSAGE, "bad_certificate", Cause.CERTIFICATE_UNREADABLE),
                draft("client-revoked-list", 26)
                        .with(kit -> Books.below(kit, Side.CLIENT).revoked().checkedByList())
                        .refused(Side.SERVER, MESSAGE, ALERT, Cause.REVOKED),
                draft("client-revoked-ocsp", 26)
                        .with(kit -> Books.below(kit, Side.CLIENT).revoked().checked(Source.OCSP))
                        .refused(Side.SERVER, MESSAGE, ALERT, Cause.REVOKED),
                draft("client-ca-revoked", 26)
                        .with(kit -> Books.below(kit, Side.CLIENT)
                                .ofRevokedAuthority()
                                .checkedWholeByLists())
                        .refused(Side.SERVER, MESSAGE, ALERT, Cause.REVOKED),
                draft("client-foreign-key", 27)
                        .client(Fault.FOREIGN_KEY)
                        .refused(Side.SERVER, "CertificateVerify", "handshake_failure", Cause.FOREIGN_KEY),
                draft("client-chain-too-long", 28)
                        .client(Fault.CHAIN_TOO_LONG)
                        .refused(Side.SERVER, MESSAGE, "handshake_failure", Cause.CHAIN_TOO_LONG),
                fault("client-anchor-no-ca", Fault.ANCHOR_NO_CA, Cause.ANCHOR_NO_CA, 29),
                draft("client-ocsp-down", 30)
                        .with(kit -> Books.below(kit, Side.CLIENT).down().checked(Source.OCSP))
                        .refused(Side.SERVER, MESSAGE, ALERT, Cause.STATUS_UNKNOWN),
                draft("client-not-allowed", 31)
                        .serverSettings(server -> server.allowedSubjects(List.of("bob", "carol")))
                        .refused(Side.SERVER, MESSAGE, ALERT, Cause.SUBJECT_NOT_ALLOWED),
                draft("server-trusts-nobody")
                        .serverSettings(server -> server.trust(TrustAnchors.none()))
                        .refused(Side.SERVER, MESSAGE, ALERT, Cause.TRUSTS_NOBODY));
    }

    private static Scenario fault(String id, Fault fault, Cause cause, Integer... rows) {
        return draft(id, rows).client(fault).refused(Side.SERVER, MESSAGE, ALERT, cause);
    }

    private static Draft draft(String id, Integer... rows) {
        return Draft.of(Category.SERVER_REFUSES, id, rows);
    }
}
