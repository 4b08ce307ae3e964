package org.mtlsplayground.ca.revocation;

import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.operator.OperatorCreationException;
import org.mtlsplayground.ca.KeyKind;
import org.mtlsplayground.ca.NewCertificate;
import org.mtlsplayground.ca.Purpose;
import org.mtlsplayground.ca.Signing;
import org.mtlsplayground.pki.Identity;

/**
 * Who signs OCSP responses (RFC 6960 §4.2.2.2).
 *
 * @param identity whose key signs
 * @param delegated whether that is not the CA itself; then its certificate goes along with each response
 */
record OcspSigner(Identity identity, boolean delegated) {
    /** id-pkix-ocsp-nocheck: its own status need not be asked for (RFC 6960 §4.2.2.2.1). The content is NULL. */
    private static final String NO_CHECK = "1.3.6.1.5.5.7.48.1.5";

    private static final byte[] NULL = {5, 0};

    static OcspSigner ca(Identity ca) {
        return new OcspSigner(ca, false);
    }

    /** A fresh certificate of the CA for this purpose alone, as long as the CA's own. It is in nobody's books. */
    static OcspSigner delegatedBy(Identity ca) {
        Instant first = ca.leaf().getNotBefore().toInstant();
        Instant last = ca.leaf().getNotAfter().toInstant();
        return new OcspSigner(
                NewCertificate.client("OCSP responder")
                        .key(KeyKind.EC_P256)
                        .purposes(Purpose.OCSP_SIGNING)
                        .extension(NO_CHECK, false, NULL)
                        .valid(first, last)
                        .issuedBy(ca)
                        .create(),
                true);
    }

    RespID id() {
        return new RespID(
                X500Name.getInstance(identity.leaf().getSubjectX500Principal().getEncoded()));
    }

    BasicOCSPResp sign(BasicOCSPRespBuilder response, Instant now) throws OCSPException {
        try {
            List<X509CertificateHolder> along =
                    delegated ? List.of(new JcaX509CertificateHolder(identity.leaf())) : List.of();
            return response.build(
                    Signing.with(identity.key()), along.toArray(X509CertificateHolder[]::new), Date.from(now));
        } catch (OperatorCreationException | CertificateEncodingException e) {
            throw new OCSPException("Could not sign", e);
        }
    }
}
