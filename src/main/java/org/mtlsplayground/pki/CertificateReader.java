package org.mtlsplayground.pki;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** Makes the JDK's own certificates, as its TLS wants them. */
final class CertificateReader {
    private static final int SEQUENCE = 0x30;

    /** What the JDK puts before the reason that it has from further inside. */
    private static final Pattern WRAPPING = Pattern.compile("^(Could not parse certificate: )?(java\\.[\\w.]+: )*");

    private CertificateReader() {}

    static X509Certificate read(byte[] encoding, Place place) throws ContentException {
        try {
            return parse(encoding);
        } catch (CertificateException | RuntimeException e) {
            throw new ContentException(fault(encoding, e).at(place), e);
        }
    }

    private static X509Certificate parse(byte[] encoding) throws CertificateException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        // The factory would take PEM inside PEM, too.
        if (encoding.length == 0 || encoding[0] != SEQUENCE) {
            throw new CertificateException("not a DER sequence");
        }
        // What follows is OpenSSL's list of uses that it trusts the certificate for.
        int length = DerLength.of(encoding, 0);
        X509Certificate certificate = (X509Certificate) factory.generateCertificate(
                new ByteArrayInputStream(encoding, 0, length > 0 ? length : encoding.length));
        // The JDK reads the key only when asked; a certificate without one is of no use to anybody.
        if (certificate.getPublicKey() == null) {
            throw new CertificateException("no public key");
        }
        return certificate;
    }

    /** What the JDK can't read may be sound all the same, or something else under the name of a certificate. */
    private static LoadFault fault(byte[] encoding, Exception failure) {
        if (DerLength.of(encoding, 0) > encoding.length) {
            return LoadFault.of(LoadProblem.DAMAGED, LoadDetail.CUT_SHORT, "").found(ContentKind.CERTIFICATE);
        }
        String said = Printable.of(
                WRAPPING.matcher(String.valueOf(failure.getMessage())).replaceFirst(""), 200);
        LoadFault damaged = LoadFault.of(LoadProblem.DAMAGED, LoadDetail.CERTIFICATE_CONTENT, said)
                .found(ContentKind.CERTIFICATE);
        try {
            ASN1Sequence sequence = ASN1Sequence.getInstance(encoding);
            DerShape shape = DerShapes.of(sequence);
            if (shape != DerShape.CERTIFICATE && shape != DerShape.UNKNOWN) {
                return LoadFault.of(LoadProblem.SOMETHING_ELSE, LoadDetail.NONE, "")
                        .found(shape.kind());
            }
            SubjectPublicKeyInfo key = Certificate.getInstance(sequence).getSubjectPublicKeyInfo();
            return EcCurves.isUnknown(key.getAlgorithm())
                    ? LoadFault.of(
                                    LoadProblem.UNSUPPORTED_KEY,
                                    LoadDetail.KEY_KIND,
                                    KeyNames.ofAlgorithm(key.getAlgorithm()))
                            .found(ContentKind.CERTIFICATE)
                    : damaged;
        } catch (RuntimeException e) {
            return damaged;
        }
    }
}
