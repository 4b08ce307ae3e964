package org.mtlsplayground.dissect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.wire.Field;

/** RFC 8879 §4. */
class CompressedCertificateTest {
    private static final int ZLIB = 1;
    private static final int BROTLI = 2;
    private static final byte[] DER = Arrays.copyOf(Rfc8448.CLIENT_HELLO, 700);
    private static final byte[] CERTIFICATE =
            Wire.join(new byte[1], Wire.vector(3, Wire.vector(3, DER), Wire.vector(2)));

    private static byte[] zlib(byte[] bytes) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(bytes);
        }
        return out.toByteArray();
    }

    private static Dissected dissect(int algorithm, int length, byte[] compressed) {
        byte[] message =
                Wire.handshake(25, Wire.number(2, algorithm), Wire.number(3, length), Wire.vector(3, compressed));
        Dissected found = HandshakeMessagesTest.dissect("0304 0x1301", false, message);
        Trees.check(found);
        return found;
    }

    private static Handshake.CompressedCertificate message(Dissected found) {
        return assertInstanceOf(Handshake.CompressedCertificate.class, found.message());
    }

    private static void notUnpacked(int algorithm, int length, byte[] compressed) {
        Dissected found = dissect(algorithm, length, compressed);
        assertEquals(Optional.empty(), message(found).certificate());
        assertArrayEquals(compressed, message(found).compressed());
        assertEquals(List.of(), found.fields().get(4).children());
    }

    @Test
    void theCertificatesStandBelowTheBytesThatHoldThem() throws Exception {
        byte[] compressed = zlib(CERTIFICATE);
        Dissected found = dissect(ZLIB, CERTIFICATE.length, compressed);
        Handshake.Certificate certificate = message(found).certificate().orElseThrow();
        assertArrayEquals(DER, certificate.certificates().get(0));
        Field packed = found.fields().get(4);
        assertEquals("compressed_certificate_message", packed.name());
        Field inside = packed.children().get(0);
        assertEquals("certificate", inside.name());
        assertEquals(
                List.of("certificate_request_context", "certificate_list"),
                inside.children().stream().map(Field::name).toList());
        Field entry = inside.children().get(1).children().get(0).children().get(0);
        assertEquals("cert_data", entry.name());
        assertEquals(packed.offset(), entry.offset());
        assertEquals(packed.length(), entry.length());
    }

    @Test
    void onlyZlibIsUnpacked() throws Exception {
        notUnpacked(BROTLI, CERTIFICATE.length, zlib(CERTIFICATE));
    }

    @Test
    void theLengthMustBeThatOfTheMessage() throws Exception {
        byte[] compressed = zlib(CERTIFICATE);
        notUnpacked(ZLIB, CERTIFICATE.length - 1, compressed);
        notUnpacked(ZLIB, CERTIFICATE.length + 1, compressed);
    }

    @Test
    void whatIsNoZlibStaysBytes() throws Exception {
        byte[] compressed = zlib(CERTIFICATE);
        notUnpacked(ZLIB, CERTIFICATE.length, Arrays.copyOf(compressed, compressed.length - 1));
        notUnpacked(ZLIB, CERTIFICATE.length, Wire.join(compressed, new byte[1]));
        notUnpacked(ZLIB, CERTIFICATE.length, Arrays.copyOfRange(compressed, 1, compressed.length));
        notUnpacked(ZLIB, 0, new byte[0]);
    }

    @Test
    void whatIsNoCertificateStaysBytes() throws Exception {
        byte[] other = Arrays.copyOf(CERTIFICATE, CERTIFICATE.length + 1);
        notUnpacked(ZLIB, other.length, zlib(other));
        notUnpacked(ZLIB, 3, zlib(new byte[] {1, 2, 3}));
    }

    /** 50000 certificates without a byte, in 300 bytes: each would cost more than all that came. */
    @Test
    void whatShrinksTooFarStaysBytes() throws Exception {
        byte[] many = Wire.join(new byte[1], Wire.vector(3, new byte[5 * 50_000]));
        notUnpacked(ZLIB, many.length, zlib(many));
    }

    /** 16 MB of zeros in 16 KB: nothing is unpacked beyond what the message says, and that is bounded. */
    @Test
    void aBombDoesNotGoOff() throws Exception {
        byte[] bomb = zlib(new byte[0xffffff]);
        assertTrue(bomb.length < 20_000);
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            for (int i = 0; i < 100; i++) {
                notUnpacked(ZLIB, 0xffffff, bomb);
            }
            for (int i = 0; i < 20; i++) {
                notUnpacked(ZLIB, 15 * bomb.length, bomb);
            }
        });
    }
}
