package org.mtlsplayground.capture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mtlsplayground.capture.Direction.CLIENT_TO_SERVER;
import static org.mtlsplayground.capture.Direction.SERVER_TO_CLIENT;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CaptureTest {
    private static final int CAP = 1000;

    private final AtomicInteger changes = new AtomicInteger();
    private final CaptureLimits limits = new CaptureLimits(CAP, 10 * CAP);
    private final Capture capture = new Capture(limits, changes::incrementAndGet);

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static void sent(Tap tap, String text) {
        tap.sent(ascii(text), 0, text.length());
    }

    private static void received(Tap tap, String text) {
        tap.received(ascii(text), 0, text.length());
    }

    /** The chunks as {@code >text} from the client and {@code <text} from the server. */
    private List<String> chunks() {
        return capture.chunksFrom(0).stream()
                .map(chunk -> (chunk.direction() == CLIENT_TO_SERVER ? ">" : "<")
                        + new String(chunk.bytes(), StandardCharsets.US_ASCII))
                .toList();
    }

    @Test
    void oneTapRecordsBothDirectionsInOrder() {
        Tap client = capture.tap(CLIENT_TO_SERVER);
        sent(client, "a");
        received(client, "b");
        received(client, "c");
        sent(client, "d");
        assertEquals(List.of(">a", "<b", "<c", ">d"), chunks());
        assertEquals(4, changes.get());
        assertEquals(4, capture.seen());
        long last = capture.startNanos();
        for (Chunk chunk : capture.chunksFrom(0)) {
            assertTrue(chunk.nanos() >= last);
            last = chunk.nanos();
        }
    }

    @Test
    void withTwoTapsTheSendersCounts() {
        Tap client = capture.tap(CLIENT_TO_SERVER);
        Tap server = capture.tap(SERVER_TO_CLIENT);
        sent(client, "hello");
        received(server, "he");
        received(server, "llo");
        sent(server, "hi");
        received(client, "hi");
        assertEquals(List.of(">hello", "<hi"), chunks());
        assertEquals(7, capture.seen());
        assertEquals(2, changes.get());
    }

    @Test
    void onlyTheSliceIsKeptAndItIsACopy() {
        byte[] buffer = ascii("xxhellox");
        capture.tap(SERVER_TO_CLIENT).sent(buffer, 2, 5);
        buffer[2] = 'j';
        assertEquals(List.of("<hello"), chunks());
    }

    @Test
    void chunksAreHandedOutFromAnyPosition() {
        Tap tap = capture.tap(CLIENT_TO_SERVER);
        sent(tap, "a");
        sent(tap, "b");
        assertArrayEquals(ascii("b"), capture.chunksFrom(1).get(0).bytes());
        assertEquals(List.of(), capture.chunksFrom(2));
        assertEquals(List.of(), capture.chunksFrom(99));
    }

    @Test
    void noMoreIsKeptThanTheCap() {
        Tap tap = capture.tap(CLIENT_TO_SERVER);
        byte[] all = new byte[CAP];
        tap.sent(all, 0, all.length - 1);
        tap.sent(all, 0, 1);
        assertFalse(capture.isTruncated());
        tap.received(all, 0, 1);
        tap.sent(all, 0, 0);
        assertTrue(capture.isTruncated());
        assertEquals(2, capture.chunksFrom(0).size());
        assertEquals(CAP + 1, capture.seen());
        assertEquals(4, changes.get(), "who listens is told of each");
    }

    /** Else bytes would be missing in the middle, and what follows could not be read. */
    @Test
    void nothingIsKeptAfterWhatWasNot() {
        Tap tap = capture.tap(CLIENT_TO_SERVER);
        byte[] all = new byte[CAP];
        tap.sent(all, 0, 10);
        tap.sent(all, 0, all.length);
        tap.sent(all, 0, 1);
        assertEquals(1, capture.chunksFrom(0).size());
        assertEquals(CAP + 11, capture.seen());
    }

    @Test
    void theFirstWordOfTheAddressesStands() {
        assertEquals(Optional.empty(), capture.client());
        assertEquals(Optional.empty(), capture.server());
        InetSocketAddress client = new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);
        InetSocketAddress server = new InetSocketAddress(InetAddress.getLoopbackAddress(), 2);
        long before = capture.startNanos();
        capture.established(client, server);
        long start = capture.startNanos();
        capture.established(server, client);
        assertEquals(Optional.of(client), capture.client());
        assertEquals(Optional.of(server), capture.server());
        assertTrue(start >= before);
        assertEquals(start, capture.startNanos());
    }

    @Test
    void theFirstEndOfADirectionStands() {
        Tap client = capture.tap(CLIENT_TO_SERVER);
        Tap server = capture.tap(SERVER_TO_CLIENT);
        assertTrue(capture.ended(CLIENT_TO_SERVER).isEmpty());
        client.sentEnd();
        long end = capture.ended(CLIENT_TO_SERVER).orElseThrow();
        server.receivedEnd(false);
        client.sentEnd();
        assertEquals(end, capture.ended(CLIENT_TO_SERVER).orElseThrow());
        assertTrue(capture.ended(SERVER_TO_CLIENT).isEmpty());
        assertFalse(capture.wasReset(CLIENT_TO_SERVER));
        assertEquals(1, changes.get());
    }

    /** Our side closes and does not know yet that TCP breaks the connection off because of it. */
    @Test
    void anEndMayTurnOutAsAReset() {
        Tap client = capture.tap(CLIENT_TO_SERVER);
        client.sentEnd();
        long end = capture.ended(CLIENT_TO_SERVER).orElseThrow();
        capture.tap(SERVER_TO_CLIENT).receivedEnd(true);
        assertTrue(capture.wasReset(CLIENT_TO_SERVER));
        assertEquals(end, capture.ended(CLIENT_TO_SERVER).orElseThrow());
        client.sentEnd();
        assertTrue(capture.wasReset(CLIENT_TO_SERVER));
        capture.end(SERVER_TO_CLIENT, 7, true);
        assertEquals(7, capture.ended(SERVER_TO_CLIENT).orElseThrow());
    }

    @Test
    void directionsHaveAReverse() {
        assertEquals(SERVER_TO_CLIENT, CLIENT_TO_SERVER.reverse());
        assertEquals(CLIENT_TO_SERVER, SERVER_TO_CLIENT.reverse());
    }
}
