package org.mtlsplayground.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mtlsplayground.pki.LoadException;
import org.mtlsplayground.pki.LoadProblem;
import org.mtlsplayground.pki.PkiFiles;
import org.mtlsplayground.pki.detail.Asn1;
import org.mtlsplayground.pki.detail.Asn1Node;
import org.mtlsplayground.pki.detail.CertificateFields;

/** Files that announce more than there is, or than anyone has: they cost neither time nor memory. */
class HostileLengthsTest {
    private static final char[] PASSWORD = "secret".toCharArray();
    /** What loading a sound one takes, many times over, in bytes. */
    private static final long LITTLE = 100L << 20;

    @TempDir
    private Path folder;

    private final Zoo zoo = Zoo.openssl();

    /** At each value in turn stands that two gigabytes follow. */
    @ParameterizedTest
    @CsvSource({"rsa.crt.der", "alice.p12", "chain.p7.der", "rsa.key.der", "p521.scrypt.der", "crl.der", "rsa.csr.der"})
    void giantLengths(String sample) throws Exception {
        byte[] sound = Files.readAllBytes(zoo.folder().resolve(sample));
        byte[] giant = HexFormat.of().parseHex("847fffffff");
        for (Asn1Node node : Asn1.flatten(Asn1.parse(sound).get(0), 1000)) {
            int length = node.offset() + 1;
            byte[] changed = Arrays.copyOf(sound, sound.length + giant.length);
            System.arraycopy(giant, 0, changed, length, giant.length);
            int rest = node.offset() + node.headerLength();
            System.arraycopy(sound, rest, changed, length + giant.length, sound.length - rest);
            Path file = Files.write(folder.resolve("giant"), changed);
            long before = allocated();
            assertThrows(LoadException.class, () -> PkiFiles.certificates(file, PASSWORD), node::toString);
            PkiFiles.inspect(file, PASSWORD);
            CertificateFields.of(changed);
            long taken = allocated() - before;
            assertTrue(taken < LITTLE, () -> taken + " bytes at " + node);
        }
    }

    /** The sum for this thread, as long as it lives. */
    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    @Test
    void aMillionCertificates() throws Exception {
        byte[] one = Files.readAllBytes(zoo.folder().resolve("rsa.crt"));
        Path file = Files.write(folder.resolve("million"), one);
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(1_000_000L * one.length);
        }
        long before = allocated();
        LoadException failure = assertThrows(LoadException.class, () -> PkiFiles.certificates(file, null));
        assertEquals(LoadProblem.TOO_BIG, failure.problem());
        assertEquals(String.valueOf(1_000_000L * one.length), failure.fault().argument());
        assertTrue(allocated() - before < 1 << 20);
    }

    /** As many as the greatest file can hold, none longer than a line. */
    @Test
    void asManyAsThereIsRoomFor() throws Exception {
        for (String block : new String[] {
            "-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n",
            "-----BEGIN PRIVATE KEY-----\nMAA=\n-----END PRIVATE KEY-----\n",
            "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMAA=\n-----END ENCRYPTED PRIVATE KEY-----\n",
            "0\0",
            "0\u00800\0\0\0"
        }) {
            byte[] many =
                    block.repeat((int) PkiFiles.MAX_BYTES / block.length()).getBytes(StandardCharsets.ISO_8859_1);
            Path file = Files.write(folder.resolve("many"), many);
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
                LoadException failure = assertThrows(LoadException.class, () -> PkiFiles.certificates(file, PASSWORD));
                assertEquals(LoadProblem.TOO_BIG, failure.problem(), block);
            });
        }
    }
}
