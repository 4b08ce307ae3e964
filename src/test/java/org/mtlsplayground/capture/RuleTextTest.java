package org.mtlsplayground.capture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules as people type them. */
class RuleTextTest {
    private static void assertRule(String text, Direction direction, Spot spot, Disturbance deed) {
        assertEquals(new WireRule(direction, spot, deed), RuleText.parse(text));
    }

    @Test
    void whatIsUnderstood() {
        Direction client = Direction.CLIENT_TO_SERVER;
        Direction server = Direction.SERVER_TO_CLIENT;
        assertRule(
                "client:client-hello:flip=random@0",
                client,
                Spot.handshake(Spot.CLIENT_HELLO),
                Disturbance.flipBitOf(HelloField.RANDOM, 0, 0));
        assertRule(
                "server:certificate#2:flip=-1.7",
                server,
                Spot.handshake(Spot.CERTIFICATE, 2),
                Disturbance.flipBit(-1, 7));
        assertRule("server:record#2:drop", server, Spot.record(2), Disturbance.drop());
        assertRule("client:encrypted:swap", client, Spot.encrypted(1), Disturbance.swap());
        assertRule("client:data#3:repeat", client, Spot.data(3), Disturbance.repeat());
        assertRule("client:data:close", client, Spot.data(1), Disturbance.close());
        assertRule("client:data:reset", client, Spot.data(1), Disturbance.reset());
        assertRule("client:data:stall", client, Spot.data(1), Disturbance.stall());
        assertRule("client:data:delay=20", client, Spot.data(1), Disturbance.delay(Duration.ofMillis(20)));
        assertRule("client:data:cut=7", client, Spot.data(1), Disturbance.cutAt(7));
        Disturbance.OverwriteField set = (Disturbance.OverwriteField)
                RuleText.parse("server:server-hello:set=cipher-suites@0=1301").disturbance();
        assertEquals(HelloField.CIPHER_SUITES, set.field());
        assertArrayEquals(new byte[] {0x13, 1}, set.bytes());
        Disturbance.Inject alert =
                (Disturbance.Inject) RuleText.parse("server:record:alert=40").disturbance();
        assertArrayEquals(new byte[] {21, 3, 3, 0, 2, 2, 40}, alert.bytes());
    }

    @ParameterizedTest
    @CsvSource({
        "client, client",
        "nobody:record:drop, nobody:record:drop",
        "client:hello:drop, hello",
        "client:record:vanish, vanish",
        "client:record:flip=x, x",
        "client:record:flip=3.8, 8",
        "client:record:set=3, 3",
        "client:record:set=3=zz, zz",
        "client:record:alert=256, 256",
        "client:record:cut=random@1, random@1",
        "client:record#0:drop, client:record#0:drop"
    })
    void whatIsNot(String text, String part) {
        assertEquals(
                part,
                assertThrows(IllegalArgumentException.class, () -> RuleText.parse(text))
                        .getMessage());
    }
}
