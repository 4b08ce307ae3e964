package org.mtlsplayground.pki;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Makes the JDK's own certificates, as its TLS wants them. */
final class CertificateReader {
    private CertificateReader() {}

    /** All of them in the order given, each once. */
    static List<X509Certificate> read(List<byte[]> encodings) throws ContentException {
        Set<X509Certificate> certificates = new LinkedHashSet<>();
        int number = 0;
        for (byte[] encoding : encodings) {
            number++;
            try {
                certificates.add(parse(encoding));
            } catch (CertificateException | RuntimeException e) {
                throw new ContentException(LoadProblem.DAMAGED, "certificate " + number, e);
            }
        }
        return new ArrayList<>(certificates);
    }

    private static X509Certificate parse(byte[] encoding) throws CertificateException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        // The factory would take PEM inside PEM, too.
        if (encoding.length == 0 || encoding[0] != 0x30) {
            throw new CertificateException("not a DER sequence");
        }
        X509Certificate certificate = (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(encoding));
        // The JDK reads the key only when asked; a certificate without one is of no use to anybody.
        if (certificate.getPublicKey() == null) {
            throw new CertificateException("no public key");
        }
        return certificate;
    }
}
