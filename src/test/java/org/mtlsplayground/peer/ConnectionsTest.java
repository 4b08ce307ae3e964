package org.mtlsplayground.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.capture.Capture;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.capture.Tap;

/** Which connections are kept, and what is told of it. */
class ConnectionsTest {
    private static final Instant THEN = Instant.parse("2031-02-03T04:05:06Z");

    private final Connections connections = new Connections();
    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void listen() {
        connections.addListener(new Connections.Listener() {
            @Override
            public void opened(Connection connection) {
                told.add("+" + connection.number());
            }

            @Override
            public void changed(Connection connection) {
                told.add("=" + connection.number());
            }

            @Override
            public void dropped(Connection connection) {
                told.add("-" + connection.number() + " of " + connections.dropped());
            }
        });
    }

    private Connection open() {
        return connections.openedByClient(ClientSettings.builder().build());
    }

    private static void send(Connection connection, int count) {
        Tap tap = connection.tap(Side.CLIENT);
        tap.sent(new byte[count], 0, count);
    }

    private static void end(Connection connection) {
        connection.report(Failures.of(
                Side.CLIENT, Moment.CONNECTING, Outcome.Reason.CANCELLED, new CancellationException("over")));
    }

    private static Capture recorded(int count) {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        Capture capture =
                Capture.recorded(new InetSocketAddress(loopback, 1), new InetSocketAddress(loopback, 2), THEN);
        capture.add(Direction.CLIENT_TO_SERVER, 1, new byte[count]);
        return capture;
    }

    private List<Integer> numbers() {
        return connections.all().stream().map(Connection::number).toList();
    }

    @Test
    void theOldestThatAreOverMakeRoom() {
        connections.limit(1000, 1600);
        Connection first = open();
        send(first, 500);
        Connection second = open();
        send(second, 500);
        end(second);
        Connection third = open();
        send(third, 500);
        end(third);
        assertEquals(List.of(1, 2, 3), numbers(), "a sixteenth is free");
        told.clear();
        Connection fourth = open();
        send(fourth, 90);
        assertEquals(List.of("+4", "-2 of 1", "=4"), told);
        assertEquals(List.of(1, 3, 4), numbers());
        assertEquals(1090, connections.limits().kept());
        end(first);
        end(fourth);
        send(fourth, 450);
        assertEquals(List.of(3, 4), numbers(), "no more than needed");
        assertEquals(2, connections.dropped());
        assertEquals(1040, connections.limits().kept());
        assertFalse(fourth.capture().isTruncated());
        send(second, 10);
        assertEquals(1040, connections.limits().kept(), "what was dropped counts no more");
        assertTrue(second.capture().isTruncated());
    }

    @Test
    void noMoreIsKeptInAllThanTheTotalWhateverIsOpen() {
        connections.limit(1000, 1600);
        Connection first = open();
        send(first, 1000);
        Connection second = open();
        send(second, 600);
        send(second, 1);
        assertTrue(second.capture().isTruncated());
        assertEquals(List.of(1, 2), numbers());
        assertEquals(1600, connections.limits().kept());
        assertEquals(601, second.capture().seen());
    }

    @Test
    void theBeginningOfALongOneIsKept() {
        connections.limit(1000, 1600);
        Connection connection = open();
        send(connection, 999);
        send(connection, 2);
        assertTrue(connection.capture().isTruncated());
        assertEquals(999, connections.limits().kept());
        connections.limit(2000, 1600);
        send(connection, 1);
        assertEquals(999, connections.limits().kept(), "nothing is kept after what was not");
    }

    @Test
    void aLowerTotalTakesEffectAtOnce() {
        for (int i = 0; i < 3; i++) {
            Connection connection = open();
            send(connection, 100);
            end(connection);
        }
        connections.limit(1000, 240);
        assertEquals(List.of(2, 3), numbers());
        assertEquals(1, connections.dropped());
    }

    @Test
    void thoseThatAreOverGoFirst() {
        Connection open = open();
        end(open());
        for (int i = 2; i < Connections.KEPT + 1; i++) {
            open();
        }
        assertEquals(1, connections.dropped());
        assertEquals(open, connections.all().get(0));
        assertEquals(3, connections.all().get(1).number());
    }

    /** A server may fail before it has read a byte, and before the client has said that it is connected. */
    @Test
    void aServerThatIsQuickerThanTheClient() throws Exception {
        InetSocketAddress client = new InetSocketAddress(InetAddress.getLoopbackAddress(), 50_000);
        InetSocketAddress server = new InetSocketAddress(InetAddress.getLoopbackAddress(), 50_001);
        Connection connection =
                connections.openedByClient(ClientSettings.builder().port(50_001).build());
        ServerSettings settings = ServerSettings.builder().build();
        FutureTask<Connection> accepted = new FutureTask<>(() -> {
            connections.awaitClient(client, server);
            return connections.acceptedByServer(client, server, settings);
        });
        Thread thread = new Thread(accepted);
        thread.start();
        while (thread.getState() != Thread.State.TIMED_WAITING && !accepted.isDone()) {
            Thread.onSpinWait();
        }
        connections.established(connection, client, server);
        assertSame(connection, accepted.get(30, TimeUnit.SECONDS));
        assertEquals(List.of(1), numbers());
    }

    @Test
    void recordedOnesAreOverAndOfNobody() {
        end(open());
        told.clear();
        Capture capture = recorded(10);
        Connection connection = connections.addRecorded(capture, "saved.pcapng");
        assertEquals(List.of("+2"), told);
        assertEquals(2, connection.number());
        assertEquals(Optional.of("saved.pcapng"), connection.origin());
        assertEquals(THEN, connection.startedAt());
        assertEquals(0, connection.startNanos());
        assertTrue(connection.isOver());
        assertFalse(connection.isOurs(Side.CLIENT) || connection.isOurs(Side.SERVER));
        assertEquals(Optional.empty(), open().origin());
        assertEquals(10, connections.limits().kept());
    }

    @Test
    void aBigFileDropsWhatIsOlderAndStays() {
        connections.limit(10_000, 1000);
        Connection old = connections.addRecorded(recorded(800), "old");
        Connection big = connections.addRecorded(recorded(5000), "big");
        assertEquals(List.of(big), connections.all());
        assertEquals(1, connections.dropped());
        assertEquals(5000, connections.limits().kept());
        assertEquals(1, old.capture().chunksFrom(0).size(), "who still shows it can go on");
    }

    @Test
    void removingIsNoDropping() {
        Connection running = open();
        Connection over = open();
        end(over);
        send(over, 10);
        send(running, 10);
        Connection file = connections.addRecorded(recorded(10), "file");
        told.clear();
        connections.remove(file);
        connections.remove(file);
        assertEquals(List.of("-3 of 0"), told);
        connections.clear();
        assertEquals(List.of("-3 of 0", "-2 of 0"), told);
        assertEquals(List.of(running), connections.all());
        assertEquals(10, connections.limits().kept());
        connections.remove(running);
        assertEquals(0, connections.limits().kept());
    }
}
