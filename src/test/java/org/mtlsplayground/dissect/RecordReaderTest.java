package org.mtlsplayground.dissect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtlsplayground.wire.Hex;

class RecordReaderTest {
    private static final byte[] THREE = Rfc8448.hex("160301 0003 010203", "150303 0002 0228", "170303 0000");

    private static List<String> hex(List<TlsRecord> records) {
        return records.stream().map(TlsRecord::bytes).map(Hex::of).toList();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void cutsBytesIntoRecords() {
        RecordReader reader = new RecordReader();
        List<TlsRecord> records = reader.feed(THREE);
        assertEquals(List.of("1603010003010203", "15030300020228", "1703030000"), hex(records));
        assertEquals(
                List.of(TlsRecord.HANDSHAKE, TlsRecord.ALERT, TlsRecord.APPLICATION_DATA),
                records.stream().map(TlsRecord::contentType).toList());
        assertEquals(
                List.of(0x0301, 0x0303, 0x0303),
                records.stream().map(TlsRecord::version).toList());
        assertEquals(List.of(3, 2, 0), records.stream().map(TlsRecord::length).toList());
        assertEquals(0, reader.pending());
        assertEquals(Optional.empty(), reader.broken());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 19})
    void itDoesNotMatterHowTheyArrive(int step) {
        RecordReader reader = new RecordReader();
        List<TlsRecord> records = new ArrayList<>();
        for (int at = 0; at < THREE.length; at += step) {
            records.addAll(reader.feed(Arrays.copyOfRange(THREE, at, Math.min(at + step, THREE.length))));
        }
        assertEquals(hex(new RecordReader().feed(THREE)), hex(records));
        assertEquals(0, reader.pending());
    }

    @Test
    void anUnfinishedRecordWaits() {
        RecordReader reader = new RecordReader();
        assertEquals(List.of(), reader.feed(Arrays.copyOf(THREE, 7)));
        assertEquals(7, reader.pending());
        assertEquals(List.of(), reader.feed(new byte[0]));
        assertEquals(1, reader.feed(new byte[] {3}).size());
        assertEquals(0, reader.pending());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "474554202f20485454502f312e310d0a", // GET / HTTP/1.1
                "802e0100020015000000100100800300800700c0", // an SSLv2 ClientHello
                "5353482d322e30", // SSH-2.0
                "1604010003010203", // a version that is none
                "190303000101", // a content type that is none
                "00"
            })
    void whatIsNoTlsIsToldAtOnce(String hex) {
        byte[] bytes = Rfc8448.hex(hex);
        RecordReader reader = new RecordReader();
        assertEquals(List.of(), reader.feed(bytes));
        assertArrayEquals(bytes, reader.broken().orElseThrow().bytes());
        assertEquals(0, reader.pending());
        assertEquals(List.of(), reader.feed(THREE), "nothing is TLS after it");
        byte[] all = Arrays.copyOf(bytes, bytes.length + THREE.length);
        System.arraycopy(THREE, 0, all, bytes.length, THREE.length);
        assertArrayEquals(all, reader.broken().orElseThrow().bytes());
    }

    @Test
    void theFirstByteOfHttpIsEnough() {
        RecordReader reader = new RecordReader();
        reader.feed(ascii("G"));
        assertTrue(reader.broken().isPresent());
    }

    @Test
    void soundRecordsBeforeTheFaultAreKept() {
        RecordReader reader = new RecordReader();
        byte[] mixed = Rfc8448.hex("150303 0002 0228", "474554");
        assertEquals(List.of("15030300020228"), hex(reader.feed(mixed)));
        assertArrayEquals(ascii("GET"), reader.broken().orElseThrow().bytes());
    }

    @Test
    void theLongestFragmentIsThatOfRfc5246() {
        byte[] longest = Arrays.copyOf(Rfc8448.hex("170303 4800"), 5 + 0x4800);
        RecordReader reader = new RecordReader();
        assertEquals(RecordReader.MAX_FRAGMENT, reader.feed(longest).get(0).length());
        RecordReader other = new RecordReader();
        assertEquals(List.of(), other.feed(Rfc8448.hex("170303 4801")));
        assertTrue(other.broken().isPresent());
        assertFalse(reader.broken().isPresent());
    }

    @Test
    void noMoreThanTheBeginningIsKept() {
        RecordReader reader = new RecordReader();
        for (int i = 0; i < 100; i++) {
            reader.feed(ascii("GET / HTTP/1.1\r\n"));
        }
        assertArrayEquals(
                ascii("GET / HTTP/1.1\r\n".repeat(16)),
                reader.broken().orElseThrow().bytes());
    }

    @Test
    void theRestOfARecordIsShownAsFarAsItGoes() {
        RecordReader reader = new RecordReader();
        assertEquals(Optional.empty(), reader.rest());
        reader.feed(Rfc8448.hex("170303 0100 aabb"));
        Dissected rest = reader.rest().orElseThrow();
        assertEquals(new Message.Malformed("ends in the middle, after 7 bytes", "record", 7), rest.message());
        assertEquals(
                "opaque_type=application_data legacy_record_version=TLS 1.2"
                        + " encrypted_record=256 bytes wanted, 2 there",
                Shown.tree(rest.fields()));
        Trees.checkBounds(rest.fields(), 0, 7);
        reader.feed(new byte[254]);
        assertEquals(Optional.empty(), reader.rest());
    }

    /** A cost that grew with the square would be about 1.6 GB copied for each of these records. */
    @Test
    void manySmallPiecesCostWhatTheyHold() {
        byte[] record = Arrays.copyOf(Rfc8448.hex("170303 4800"), 5 + 0x4800);
        RecordReader reader = new RecordReader();
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            for (int i = 0; i < 50; i++) {
                int found = 0;
                for (byte one : record) {
                    found += reader.feed(new byte[] {one}).size();
                }
                assertEquals(1, found);
            }
        });
    }

    @Test
    void aRecordThatComesAloneIsNotCopied() {
        byte[] record = Rfc8448.hex("150303 0002 0228");
        assertSame(record, new RecordReader().feed(record).get(0).bytes());
    }

    @Test
    void whatBeginsOtherwiseIsNoTls() {
        RecordReader reader = new RecordReader();
        reader.feed(ascii("GET / HTTP/1.1"));
        assertEquals(
                "NotTls(beginning=474554202f20485454502f312e31)",
                Shown.of(reader.broken().orElseThrow().message()));
    }

    @Test
    void behindSoundRecordsAnotherBeginningIsAFault() {
        RecordReader reader = new RecordReader();
        reader.feed(Rfc8448.hex("150303 0002 0228", "170303 4801"));
        Dissected broken = reader.broken().orElseThrow();
        assertEquals(new Message.Malformed("no record begins here", "record", 0), broken.message());
        assertArrayEquals(Rfc8448.hex("170303 4801"), broken.bytes());
    }

    /** The length says where the next record begins, and that is tried as long as something in the header is sound. */
    @Test
    void aDamagedHeaderBehindSoundRecordsLosesOneRecordOnly() {
        byte[] alert = Rfc8448.hex("150303 0002 0228");
        for (byte[] damaged : List.of(Rfc8448.hex("f50303 0002 0228"), Rfc8448.hex("15f303 0002 0228"))) {
            for (int step : new int[] {1, 2, 21}) {
                RecordReader reader = new RecordReader();
                byte[] all = Wire.join(alert, damaged, alert);
                List<TlsRecord> found = new ArrayList<>();
                for (int at = 0; at < all.length; at += step) {
                    found.addAll(reader.feed(Arrays.copyOfRange(all, at, Math.min(at + step, all.length))));
                }
                assertEquals(3, found.size());
                assertArrayEquals(damaged, found.get(1).bytes());
                assertArrayEquals(alert, found.get(2).bytes());
                assertEquals(Optional.empty(), reader.broken());
            }
            assertTrue(new RecordReader().feed(damaged).isEmpty(), "no TLS as a beginning");
        }
        Dissected unknown = new Dissector(new HandshakeContext(), true)
                .plaintext(new TlsRecord(0xf5, 0x0303, Rfc8448.hex("f50303 0002 0228")))
                .get(0);
        assertEquals(new Message.Malformed("an unknown content type 245", "record", 0), unknown.message());
    }
}
