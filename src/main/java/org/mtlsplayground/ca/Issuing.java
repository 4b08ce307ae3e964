package org.mtlsplayground.ca;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/** Turns a {@link NewCertificate} into one (RFC 5280 §4). */
final class Issuing {
    /** RFC 5280 §4.1.2.2: positive, at most 20 bytes; the CA/Browser Forum asks for 64 random bits or more. */
    private static final int SERIAL_BITS = 126;

    private Issuing() {}

    /**
     * The certificate first, then its issuers without the root.
     *
     * @param wanted without problems
     * @param pair its key; the private one is needed only where it signs itself
     */
    static List<X509Certificate> issue(NewCertificate wanted, KeyPair pair) {
        try {
            X500Name subject = wanted.subject.build();
            boolean selfSigned = wanted.issuer == null;
            X500Name issuer = selfSigned
                    ? subject
                    : X500Name.getInstance(
                            wanted.issuer.leaf().getSubjectX500Principal().getEncoded());
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    issuer,
                    serial(wanted),
                    Date.from(wanted.notBefore),
                    Date.from(wanted.notAfter),
                    subject,
                    pair.getPublic());
            for (Extension extension : extensions(wanted, pair, subject).values()) {
                builder.addExtension(extension);
            }
            PrivateKey signingKey = selfSigned ? pair.getPrivate() : wanted.issuer.key();
            SignatureAlgorithm algorithm = algorithm(wanted, signingKey);
            byte[] encoded = builder.build(Signing.with(signingKey, algorithm)).getEncoded();
            List<X509Certificate> chain = new ArrayList<>();
            chain.add((X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded)));
            if (!selfSigned) {
                wanted.issuer.chain().stream()
                        .filter(above -> !above.getSubjectX500Principal().equals(above.getIssuerX500Principal()))
                        .forEach(chain::add);
            }
            return chain;
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new IllegalStateException("Could not issue a certificate", e);
        }
    }

    private static SignatureAlgorithm algorithm(NewCertificate wanted, PrivateKey key) {
        if (wanted.signature != null) {
            return wanted.signature;
        }
        boolean preferred = wanted.preferredSignature != null && wanted.preferredSignature.fits(key);
        return preferred ? wanted.preferredSignature : SignatureAlgorithm.usual(key);
    }

    private static BigInteger serial(NewCertificate wanted) {
        return wanted.serial == null
                ? new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(SERIAL_BITS)
                : wanted.serial;
    }

    private static Map<String, Extension> extensions(NewCertificate wanted, KeyPair pair, X500Name subject)
            throws GeneralSecurityException, IOException {
        WantedExtensions extensions = wanted.extensions;
        Map<String, Extension> all =
                ExtensionCoding.encode(extensions, pair.getPublic(), subject.getRDNs().length == 0);
        JcaX509ExtensionUtils utils = new JcaX509ExtensionUtils();
        ExtensionCoding.add(
                all,
                extensions,
                StandardExtension.SUBJECT_KEY_IDENTIFIER,
                false,
                utils.createSubjectKeyIdentifier(pair.getPublic()));
        if (wanted.issuer != null) {
            ExtensionCoding.add(
                    all,
                    extensions,
                    StandardExtension.AUTHORITY_KEY_IDENTIFIER,
                    false,
                    Signing.keyIdentifier(wanted.issuer.leaf()));
        }
        return all;
    }
}
