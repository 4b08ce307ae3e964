package org.mtlsplayground.pki;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Base64;

/** What the tests of this room share. */
final class TestFiles {
    /** The folder of the project's samples; Maven runs tests in the project's folder. */
    static final Path SAMPLES = Path.of("sample-certs");

    static final char[] SAMPLE_PASSWORD = "playground".toCharArray();

    private TestFiles() {}

    static Path sample(String name) {
        return SAMPLES.resolve(name);
    }

    static X509Certificate certificate(String sample) throws LoadException {
        return PkiFiles.certificates(sample(sample), null).get(0);
    }

    static PrivateKey key(String sample) throws LoadException {
        return PkiFiles.privateKey(sample(sample), null);
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bytes within the first PEM block. */
    static byte[] der(Path pem) throws IOException {
        String text = Files.readString(pem).replaceAll("-----[^-]*-----", "");
        return Base64.getMimeDecoder().decode(text);
    }

    static LoadException failureOfCertificates(Path file, char[] password) {
        return assertThrows(LoadException.class, () -> PkiFiles.certificates(file, password));
    }

    static LoadException failureOfKey(Path file, char[] password) {
        return assertThrows(LoadException.class, () -> PkiFiles.privateKey(file, password));
    }
}
