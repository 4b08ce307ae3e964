package org.mtlsplayground.pki;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Collectors;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

/** Certificates as text (RFC 7468 §5). Private keys are not to be had here. */
public final class Pem {
    private Pem() {}

    /** One certificate, with a line feed at the end of each line whatever the platform. */
    public static String encode(X509Certificate certificate) {
        StringWriter text = new StringWriter();
        try (PemWriter writer = new PemWriter(text)) {
            writer.writeObject(new PemObject("CERTIFICATE", certificate.getEncoded()));
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("A certificate that has no DER form", e);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory", e);
        }
        return text.toString().replace("\r\n", "\n");
    }

    /** Several, one after the other. */
    public static String encode(List<X509Certificate> certificates) {
        return certificates.stream().map(Pem::encode).collect(Collectors.joining());
    }
}
