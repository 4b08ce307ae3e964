package org.mtlsplayground.ca;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** How a key signs what Bouncy Castle puts together: certificates, requests, CRLs, OCSP answers. */
public final class Signing {
    private Signing() {}

    /** The usual way of this key, see {@link SignatureAlgorithm#usual}. */
    public static ContentSigner with(PrivateKey key) throws OperatorCreationException {
        return with(key, SignatureAlgorithm.usual(key));
    }

    /**
     * A signer by an algorithm that {@linkplain SignatureAlgorithm#fits fits} the key.
     *
     * @throws OperatorCreationException if the JDK can't work with the key
     */
    public static ContentSigner with(PrivateKey key, SignatureAlgorithm algorithm) throws OperatorCreationException {
        JcaContentSignerBuilder builder = new JcaContentSignerBuilder(algorithm.operation());
        if (algorithm.isPss()) {
            // The JDK has this under a name that Bouncy Castle's builder does not know.
            builder.setProvider(new BouncyCastleProvider());
        }
        return builder.build(key);
    }

    /**
     * What an issuer's certificate is called by in what it signs: the subject key identifier that it has, however that was
     * made, or the usual one of its key (RFC 5280 §4.2.1.1).
     */
    public static AuthorityKeyIdentifier keyIdentifier(X509Certificate issuer) throws GeneralSecurityException {
        Extensions extensions = new JcaX509CertificateHolder(issuer).getExtensions();
        SubjectKeyIdentifier own = extensions == null ? null : SubjectKeyIdentifier.fromExtensions(extensions);
        SubjectKeyIdentifier used =
                own == null ? new JcaX509ExtensionUtils().createSubjectKeyIdentifier(issuer.getPublicKey()) : own;
        return new AuthorityKeyIdentifier(used.getKeyIdentifier());
    }
}
