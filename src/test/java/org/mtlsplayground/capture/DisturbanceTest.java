package org.mtlsplayground.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.capture.Alteration.Ending;
import org.mtlsplayground.capture.Alteration.Kind;
import org.mtlsplayground.wire.Splice;

/** What each disturbance makes of a record. */
class DisturbanceTest {
    /** A ClientHello with a session id of two bytes and two suites, and another message before it. */
    private static final String HELLO = "160301003b" + "00000000" + "01000033" + "0303" + "00".repeat(31) + "0f"
            + "02beef" + "00041301c02b" + "0100" + "0000" + "00000000";

    private final List<String> done = new ArrayList<>();

    private final Passage passage = new Passage() {
        @Override
        public void postpone(byte[] bytes) {
            done.add("postpone " + HexFormat.of().formatHex(bytes));
        }

        @Override
        public void forward(byte[] bytes) {
            if (bytes.length > 0) {
                done.add(HexFormat.of().formatHex(bytes));
            }
        }

        @Override
        public void delay(Duration time) {
            done.add("after " + time.toMillis());
        }

        @Override
        public void hold(CompletionStage<?> until) {
            throw new AssertionError("rules hold nothing");
        }

        @Override
        public boolean isOver() {
            return false;
        }

        @Override
        public void close() {
            done.add("close");
        }

        @Override
        public void reset() {
            done.add("reset");
        }

        @Override
        public void stall() {
            done.add("stall");
        }
    };

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private List<String> of(Spot spot, String record, Disturbance... disturbances) throws IOException {
        done.clear();
        List<WireRule> rules = new ArrayList<>();
        for (Disturbance disturbance : disturbances) {
            rules.add(new WireRule(Direction.CLIENT_TO_SERVER, spot, disturbance));
        }
        RecordCutter cutter = new RecordCutter(Direction.CLIENT_TO_SERVER, () -> false);
        for (WireUnit unit : cutter.feed(hex(record), 0, record.length() / 2)) {
            Interceptor.of(rules).intercept(unit, passage);
        }
        return List.copyOf(done);
    }

    private List<String> ofData(Disturbance... disturbances) throws IOException {
        return of(Spot.record(1), "1703030003a1a2a3", disturbances);
    }

    private String ofHello(Disturbance disturbance) throws IOException {
        return of(Spot.handshake(Spot.CLIENT_HELLO), HELLO, disturbance).get(0);
    }

    @Test
    void bytes() throws IOException {
        assertEquals(List.of("1703030003a0a2a3"), ofData(Disturbance.flipBit(5, 0)));
        assertEquals(List.of("1703030003a1a223"), ofData(Disturbance.flipBit(-1, 7)));
        assertEquals(List.of("1703030003a10000"), ofData(Disturbance.overwrite(-2, new byte[2])));
        assertEquals(List.of("4242"), ofData(Disturbance.become(hex("4242"))));
        assertEquals(List.of("42421703030003a1a2a3"), ofData(Disturbance.inject(hex("4242"))));
        assertEquals(List.of("1703030003a1", "close"), ofData(Disturbance.cutAt(6)));
        assertEquals(List.of("1703030003a1", "close"), ofData(Disturbance.cutAt(-2)));
        assertEquals(List.of("1703030003a1a2a31703030003a1a2a3"), ofData(Disturbance.repeat()));
        assertEquals(List.of(), ofData(Disturbance.drop()));
    }

    @Test
    void ends() throws IOException {
        assertEquals(List.of("close"), ofData(Disturbance.close()));
        assertEquals(List.of("reset"), ofData(Disturbance.reset()));
        assertEquals(List.of("stall"), ofData(Disturbance.stall()));
        assertEquals(List.of("after 5", "1703030003a1a2a3"), ofData(Disturbance.delay(Duration.ofMillis(5))));
    }

    @Test
    void severalOneAfterTheOther() throws IOException {
        assertEquals(
                List.of("after 7", "421703030003a0a2a2", "reset"),
                ofData(
                        Disturbance.flipBit(5, 0),
                        Disturbance.delay(Duration.ofMillis(7)),
                        Disturbance.flipBit(-1, 0),
                        Disturbance.inject(hex("42")),
                        new Disturbance.End(Ending.RESET),
                        new Disturbance.Times(1)));
    }

    @Test
    void whatLiesOutsideIsLeftAlone() throws IOException {
        List<String> unchanged = List.of("1703030003a1a2a3");
        assertEquals(unchanged, ofData(Disturbance.flipBit(8, 0)));
        assertEquals(unchanged, ofData(Disturbance.flipBit(-9, 0)));
        assertEquals(unchanged, ofData(Disturbance.overwrite(7, new byte[2])));
        assertEquals(unchanged, ofData(Disturbance.cutAt(9)));
        assertEquals(unchanged, ofData(Disturbance.flipBitOf(HelloField.RANDOM, 0, 0)));
        assertEquals(unchanged, of(Spot.record(2), "1703030003a1a2a3", Disturbance.drop()));
        assertThrows(IllegalArgumentException.class, () -> Disturbance.flipBit(0, 8));
        assertThrows(IllegalArgumentException.class, () -> Disturbance.flipBitOf(HelloField.RANDOM, 0, -1));
    }

    @Test
    void offsetsInAMessageAndItsFields() throws IOException {
        assertEquals(HELLO.replace("01000033", "01000032"), ofHello(Disturbance.flipBit(3, 0)));
        assertEquals(HELLO.replace("330303", "330302"), ofHello(Disturbance.flipBitOf(HelloField.VERSION, -1, 0)));
        assertEquals(HELLO.replace("0f02beef", "0e02beef"), ofHello(Disturbance.flipBitOf(HelloField.RANDOM, -1, 0)));
        assertEquals(
                HELLO.replace("beef", "4242"),
                ofHello(Disturbance.overwriteField(HelloField.SESSION_ID, 0, hex("4242"))));
        assertEquals(HELLO.replace("c02b", "c02f"), ofHello(Disturbance.flipBitOf(HelloField.CIPHER_SUITES, -1, 2)));
        assertEquals(HELLO, ofHello(Disturbance.overwriteField(HelloField.CIPHER_SUITES, 0, new byte[5])));
        String cut = "1603010009" + "01000005" + "0303000000";
        assertEquals(
                List.of(cut),
                of(Spot.handshake(1), cut, Disturbance.flipBitOf(HelloField.RANDOM, 0, 0)),
                "a field that is not whole");
    }

    /** The session id, the message's length and the record's. */
    private static Disturbance sessionId(String hex) {
        return Disturbance.replace(new Splice(
                48,
                2,
                hex(hex),
                List.of(
                        new Splice.Length("session id", 47, 1),
                        new Splice.Length("message", 10, 3),
                        new Splice.Length("record", 3, 2))));
    }

    /** Whatever else is done is done at the places of what was sent, before or after. */
    @Test
    void longerAndShorter() throws IOException {
        String longer = HELLO.replace("160301003b", "160301003d")
                .replace("01000033", "01000035")
                .replace("02beef", "04a1a2a3a4");
        assertEquals(longer, ofHello(sessionId("a1a2a3a4")));
        String shorter = HELLO.replace("160301003b", "1603010039")
                .replace("01000033", "01000031")
                .replace("02beef", "00");
        assertEquals(shorter, ofHello(sessionId("")));
        Disturbance suite = Disturbance.overwriteField(HelloField.CIPHER_SUITES, -1, hex("2f"));
        String both = longer.replace("c02b", "c02f");
        assertEquals(List.of(both), of(Spot.handshake(1), HELLO, suite, sessionId("a1a2a3a4")));
        assertEquals(List.of(both), of(Spot.handshake(1), HELLO, sessionId("a1a2a3a4"), suite));
        assertEquals(List.of(shorter), of(Spot.record(1), HELLO, sessionId("a1a2a3a4"), sessionId("")), "the later");
        assertEquals(List.of(longer + longer), of(Spot.record(1), HELLO, sessionId("a1a2a3a4"), Disturbance.repeat()));
        assertEquals(
                List.of("4242"), of(Spot.record(1), HELLO, sessionId("a1a2a3a4"), Disturbance.become(hex("4242"))));
    }

    private static Kind kind(String sent, String arrived) {
        return new Alteration(Direction.CLIENT_TO_SERVER, 0, 1, 0, hex(sent), 0, hex(arrived), Ending.NONE).kind();
    }

    @Test
    void whatWasDone() {
        assertEquals(Kind.UNCHANGED, kind("0102", "0102"));
        assertEquals(Kind.DROPPED, kind("0102", ""));
        assertEquals(Kind.CUT, kind("0102", "01"));
        assertEquals(Kind.REPEATED, kind("0102", "01020102"));
        assertEquals(Kind.PRECEDED, kind("0102", "420102"));
        assertEquals(Kind.PRECEDED, kind("0102", "40410102"));
        assertEquals(Kind.CHANGED, kind("0102", "02"));
        assertEquals(Kind.CHANGED, kind("0102", "0103"));
        assertEquals(Kind.FOLLOWED, kind("0102", "010203"));
    }
}
