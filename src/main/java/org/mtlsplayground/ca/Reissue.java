package org.mtlsplayground.ca;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;

/** Takes a certificate as the wish for another one like it. */
final class Reissue {
    private Reissue() {}

    static NewCertificate of(X509Certificate certificate) {
        try {
            JcaX509CertificateHolder holder = new JcaX509CertificateHolder(certificate);
            NewCertificate again = NewCertificate.nameless()
                    .publicKey(certificate.getPublicKey())
                    .valid(
                            certificate.getNotBefore().toInstant(),
                            certificate.getNotAfter().toInstant());
            again.subject = SubjectName.of(holder.getSubject());
            again.preferredSignature =
                    SignatureAlgorithm.of(holder.getSignatureAlgorithm()).orElse(null);
            Extensions extensions = holder.getExtensions();
            if (extensions != null) {
                again.extensions = ExtensionReading.ofCertificate(extensions, certificate.getPublicKey());
            }
            return again;
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("A certificate that has no DER form", e);
        }
    }
}
