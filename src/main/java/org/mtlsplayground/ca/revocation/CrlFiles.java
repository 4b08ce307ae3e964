package org.mtlsplayground.ca.revocation;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

/** Writes CRLs to files. */
public final class CrlFiles {
    private CrlFiles() {}

    /** A CRL as text (RFC 7468 §6), with a line feed at the end of each line. */
    public static String pem(X509CRL crl) {
        StringWriter text = new StringWriter();
        try (PemWriter writer = new PemWriter(text)) {
            writer.writeObject(new PemObject("X509 CRL", der(crl)));
        } catch (IOException e) {
            throw new IllegalStateException("Writing to memory", e);
        }
        return text.toString().replace("\r\n", "\n");
    }

    /** Its DER form. */
    public static byte[] der(X509CRL crl) {
        try {
            return crl.getEncoded();
        } catch (CRLException e) {
            throw new IllegalArgumentException("A CRL that has no DER form", e);
        }
    }

    /**
     * Writes it as PEM.
     *
     * @throws FileAlreadyExistsException if there is such a file; it stays as it is
     */
    public static void writePem(Path file, X509CRL crl) throws IOException {
        write(file, pem(crl).getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Writes it as DER.
     *
     * @throws FileAlreadyExistsException if there is such a file; it stays as it is
     */
    public static void writeDer(Path file, X509CRL crl) throws IOException {
        write(file, der(crl));
    }

    private static void write(Path file, byte[] content) throws IOException {
        Files.write(file, content, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
    }
}
