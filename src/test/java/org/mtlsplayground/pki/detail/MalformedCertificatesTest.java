package org.mtlsplayground.pki.detail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mtlsplayground.pki.Hex;
import org.mtlsplayground.pki.detail.Malformed.Reason;

/** Certificates that are broken anywhere: every field still shows, and says where it stopped. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MalformedCertificatesTest {
    private static final int MUTATIONS = 2000;

    private byte[] der;

    @BeforeAll
    void makeZoo(@TempDir Path dir) throws Exception {
        der = ExtensionZoo.in(dir).certificate("zoo").getEncoded();
    }

    /** A value in place of an extension's own, and where in it reading stops. */
    @ParameterizedTest
    @CsvSource({
        "2.5.29.19, 3003010200, LENGTH_BEYOND_END, 2",
        "2.5.29.19, 30060201000101ff, TRAILING, 5",
        "2.5.29.19, 30050101ff0200, BAD_VALUE, 5",
        "2.5.29.15, 030208a0, BAD_VALUE, 0",
        "2.5.29.15, 0402a000, UNEXPECTED_TAG, 0",
        "2.5.29.17, 3003870101, BAD_VALUE, 2",
        "2.5.29.17, 30028900, UNEXPECTED_TAG, 2",
        "2.5.29.17, 3004a0020500, UNEXPECTED_TAG, 4",
        "2.5.29.17, 3005a003060103, MISSING, 7",
        "2.5.29.30, 3009a00730058703010203, BAD_VALUE, 6",
        "2.5.29.14, 040404, LENGTH_BEYOND_END, 0",
        "2.5.29.14, 0401aa0500, TRAILING, 3",
        "1.3.6.1.4.1.11129.2.4.2, 04040003aabb, LENGTH_BEYOND_END, 4",
        "1.3.6.1.5.5.7.48.1.5, 050100, BAD_VALUE, 0",
        "1.3.6.1.4.1.99999.9, 3005020100, '', 0"
    })
    void aBrokenExtensionSaysWhereItStops(String oid, String value, String reason, int offset) {
        byte[] content = HexFormat.of().parseHex(value);
        byte[] certificate = certificate(oid, content);
        CertificateFields fields = CertificateFields.of(certificate);
        CertificateField field = fields.fields().stream()
                .filter(each -> each.oid().equals(oid))
                .findFirst()
                .orElseThrow();
        String hex = Hex.of(content);
        assertEquals(hex, field.values().get(field.values().size() - 1));
        if (reason.isEmpty()) {
            assertTrue(field.malformed().isEmpty());
            return;
        }
        int start = field.range().orElseThrow().end() - content.length;
        Malformed malformed = field.malformed().orElseThrow();
        assertEquals(reason + " at " + offset, malformed.reason() + " at " + (malformed.offset() - start));
    }

    /** A certificate with one extension, and nothing else that is right. */
    private static byte[] certificate(String oid, byte[] content) {
        byte[] extension = tlv(0x30, Bytes.oid(oid), tlv(4, content));
        byte[] toBeSigned = tlv(
                0x30,
                tlv(0xa0, tlv(2, new byte[] {2})),
                tlv(2, new byte[] {1}),
                tlv(0x30),
                tlv(0x30),
                tlv(0x30),
                tlv(0x30),
                tlv(0x30),
                tlv(0xa3, tlv(0x30, extension)));
        return tlv(0x30, toBeSigned, tlv(0x30), tlv(3, new byte[] {0}));
    }

    private static byte[] tlv(int tag, byte[]... contents) {
        return Bytes.tlv(tag, contents);
    }

    @Test
    void whatIsNoCertificateSaysSo() {
        for (byte[] bytes : List.of(
                new byte[0], new byte[] {0x30}, new byte[] {5, 0}, "hello".getBytes(StandardCharsets.US_ASCII))) {
            CertificateField whole =
                    CertificateFields.of(bytes).field("certificate").orElseThrow();
            assertTrue(whole.malformed().isPresent(), Arrays.toString(bytes));
        }
        assertEquals(
                Reason.MISSING,
                CertificateFields.of(new byte[0])
                        .field("certificate")
                        .orElseThrow()
                        .malformed()
                        .orElseThrow()
                        .reason());
    }

    @Test
    void everyPrefixIsRead() {
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            for (int length = 0; length < der.length; length += length < 800 ? 1 : 7) {
                CertificateFields fields = CertificateFields.of(Arrays.copyOf(der, length));
                assertTrue(fields.field("certificate").orElseThrow().malformed().isPresent());
            }
        });
    }

    @Test
    void mutationsNeverThrow() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> {
                    for (int i = 0; i < MUTATIONS; i++) {
                        byte[] mutated = der.clone();
                        for (int flips = random.nextInt(4) + 1; flips > 0; flips--) {
                            mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
                        }
                        if (random.nextInt(4) == 0) {
                            int from = random.nextInt(mutated.length);
                            int length = random.nextInt(mutated.length - from);
                            System.arraycopy(mutated, from, mutated, random.nextInt(mutated.length - length), length);
                        }
                        check(mutated, "seed " + seed + ", mutation " + i);
                    }
                },
                () -> "seed " + seed);
    }

    private static void check(byte[] bytes, String where) {
        try {
            List<CertificateField> all = new ArrayList<>();
            collect(CertificateFields.of(bytes).fields(), all);
            for (CertificateField field : all) {
                field.range().ifPresent(range -> assertTrue(range.end() <= bytes.length, where));
                field.malformed().ifPresent(at -> assertTrue(at.offset() <= bytes.length, where));
            }
            assertTrue(all.size() < 20_000, where);
            for (Asn1Node root : Asn1.parse(bytes)) {
                Asn1.flatten(root, 5000)
                        .forEach(node -> assertFalse(node.toString().isEmpty()));
            }
        } catch (RuntimeException e) {
            throw new AssertionError(where + ": " + HexFormat.of().formatHex(bytes), e);
        }
    }

    private static void collect(List<CertificateField> fields, List<CertificateField> into) {
        for (CertificateField field : fields) {
            into.add(field);
            collect(field.parts(), into);
        }
    }
}
