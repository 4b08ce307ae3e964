package org.mtlsplayground.capture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Which record is which, however the bytes arrive. */
class RecordCutterTest {
    private static final String CLIENT_HELLO = "1603010008" + "01000004aabbccdd";
    private static final String SERVER_FLIGHT = "160303000e" + "020000021122" + "0b000000" + "0e000000";
    private static final String CHANGE_CIPHER_SPEC = "140303000101";
    private static final String FINISHED = "160303000a" + "00000000000000012345";
    private static final String DATA = "1703030003" + "a1a2a3";

    private boolean talking;
    private final RecordCutter cutter = new RecordCutter(Direction.CLIENT_TO_SERVER, () -> talking);

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private List<WireUnit> feed(String hex) {
        return cutter.feed(hex(hex), 0, hex.length() / 2);
    }

    private WireUnit one(String hex) {
        List<WireUnit> units = feed(hex);
        assertEquals(1, units.size());
        assertArrayEquals(hex(hex), units.get(0).bytes());
        return units.get(0);
    }

    @Test
    void messagesOfARecord() {
        assertEquals(
                List.of(new WireUnit.HandshakePart(1, 1, 5, 8)),
                one(CLIENT_HELLO).messages());
        assertEquals(
                List.of(
                        new WireUnit.HandshakePart(2, 1, 5, 6),
                        new WireUnit.HandshakePart(11, 1, 11, 4),
                        new WireUnit.HandshakePart(14, 1, 15, 4)),
                one(SERVER_FLIGHT).messages());
        assertEquals(2, one(CLIENT_HELLO).messages().get(0).number());
    }

    /** A message that goes on in the next record begins there no second time. */
    @Test
    void aMessageOverTwoRecords() {
        assertEquals(
                List.of(new WireUnit.HandshakePart(11, 1, 5, 10)),
                one("1603030006" + "0b0000060102").messages());
        assertEquals(
                List.of(new WireUnit.HandshakePart(14, 1, 9, 4)),
                one("1603030008" + "03040506" + "0e000000").messages());
    }

    @Test
    void numbersOfTls12() {
        assertEquals(0, one(CLIENT_HELLO).encrypted());
        assertEquals(0, one(CHANGE_CIPHER_SPEC).encrypted());
        WireUnit finished = one(FINISHED);
        assertEquals(List.of(3, 1, 0), List.of(finished.record(), finished.encrypted(), finished.data()));
        assertEquals(List.of(), finished.messages());
        WireUnit data = one(DATA);
        assertEquals(List.of(4, 2, 1), List.of(data.record(), data.encrypted(), data.data()));
        assertEquals(3, one("150303000a" + "00000000000000028888").encrypted(), "an alert that is sealed");
    }

    @Test
    void numbersOfTls13() {
        one(CLIENT_HELLO);
        one(CHANGE_CIPHER_SPEC);
        WireUnit second = one(CLIENT_HELLO);
        assertEquals(0, second.encrypted(), "after a HelloRetryRequest");
        assertEquals(2, second.messages().get(0).number());
        assertEquals(0, one("15030300020228").encrypted(), "an alert in clear");
        assertEquals(
                List.of(1, 0),
                List.of(
                        one(DATA).encrypted(),
                        cutter.feed(hex(DATA), 0, 8).get(0).data()));
        talking = true;
        WireUnit data = one(DATA);
        assertEquals(List.of(3, 1), List.of(data.encrypted(), data.data()));
    }

    @Test
    void whatIsNoTlsPassesAsItComes() {
        WireUnit http = one("474554202f");
        assertFalse(http.isRecord());
        assertFalse(one(CLIENT_HELLO).isRecord(), "nor what follows it");
        RecordCutter other = new RecordCutter(Direction.SERVER_TO_CLIENT, () -> false);
        byte[] mixed = hex(DATA + "00" + DATA);
        List<WireUnit> units = other.feed(mixed, 0, mixed.length);
        assertEquals(List.of(1, 0), units.stream().map(WireUnit::record).toList());
        assertArrayEquals(hex("00" + DATA), units.get(1).bytes());
    }

    @Test
    void theRestOfABrokenRecord() {
        assertEquals(List.of(), feed("1603010008" + "0100"));
        assertTrue(cutter.isWaiting());
        assertArrayEquals(hex("16030100080100"), cutter.rest().bytes());
        assertFalse(cutter.isWaiting());
        assertFalse(one("0004").isRecord());
    }

    /** Seeded: no byte is lost or moved, and the cuts of TCP change nothing. */
    @Test
    void anyBytesInAnyParts() {
        long seed = 20261128;
        Random random = new Random(seed);
        List<String> sound = List.of(CLIENT_HELLO, SERVER_FLIGHT, CHANGE_CIPHER_SPEC, FINISHED, DATA);
        for (int run = 0; run < 2000; run++) {
            ByteArrayOutputStream stream = new ByteArrayOutputStream();
            for (int i = random.nextInt(8); i >= 0; i--) {
                stream.writeBytes(hex(sound.get(random.nextInt(sound.size()))));
            }
            byte[] bytes = stream.toByteArray();
            if (random.nextBoolean()) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
            RecordCutter whole = new RecordCutter(Direction.CLIENT_TO_SERVER, () -> false);
            RecordCutter parts = new RecordCutter(Direction.CLIENT_TO_SERVER, () -> false);
            List<WireUnit> atOnce = whole.feed(bytes, 0, bytes.length);
            List<WireUnit> inParts = new ArrayList<>();
            for (int at = 0; at < bytes.length; ) {
                int length = Math.min(bytes.length - at, 1 + random.nextInt(9));
                inParts.addAll(parts.feed(bytes, at, length));
                at += length;
            }
            String context = "seed " + seed + ", run " + run;
            assertArrayEquals(bytes, all(atOnce, whole), context);
            assertArrayEquals(bytes, all(inParts, parts), context);
            assertEquals(records(atOnce), records(inParts), context);
        }
    }

    private static byte[] all(List<WireUnit> units, RecordCutter cutter) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        units.forEach(unit -> all.writeBytes(unit.bytes()));
        if (cutter.isWaiting()) {
            all.writeBytes(cutter.rest().bytes());
        }
        return all.toByteArray();
    }

    private static List<String> records(List<WireUnit> units) {
        return units.stream()
                .filter(WireUnit::isRecord)
                .map(unit -> unit.record() + " " + unit.encrypted() + " " + unit.data() + " " + unit.messages() + " "
                        + HexFormat.of().formatHex(unit.bytes()))
                .toList();
    }
}
