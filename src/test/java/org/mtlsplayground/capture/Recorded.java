package org.mtlsplayground.capture;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** Captures for tests. */
final class Recorded {
    static final Instant START = Instant.parse("2026-03-04T05:06:07.123456789Z");

    private Recorded() {}

    /** An empty one that began at {@link #START}. */
    static Capture between(String client, int clientPort, String server, int serverPort) {
        return between(client, clientPort, server, serverPort, START);
    }

    /** An empty one. */
    static Capture between(String client, int clientPort, String server, int serverPort, Instant start) {
        return Capture.recorded(end(client, clientPort), end(server, serverPort), start);
    }

    static InetSocketAddress end(String address, int port) {
        try {
            return new InetSocketAddress(InetAddress.getByName(address), port);
        } catch (UnknownHostException e) {
            throw new AssertionError("Not an address: " + address, e);
        }
    }

    /** Adds random bytes: a request and an answer by turns, now and then two in a row or at the same time. */
    static void talk(Capture capture, Random random, int chunks, int mostBytes) {
        long nanos = 50_000;
        Direction direction = Direction.CLIENT_TO_SERVER;
        for (int i = 0; i < chunks; i++) {
            byte[] bytes = new byte[1 + random.nextInt(mostBytes)];
            random.nextBytes(bytes);
            capture.add(direction, nanos, bytes);
            nanos += random.nextInt(5) == 0 ? 0 : random.nextInt(3_000_000);
            direction = random.nextInt(4) == 0 ? direction : direction.reverse();
        }
    }

    /** All there is to know of it, as lines. */
    static List<String> lines(Capture capture) {
        List<String> lines = new ArrayList<>();
        lines.add(capture.client().orElse(null) + " " + capture.server().orElse(null) + " " + capture.startedAt());
        for (Chunk chunk : capture.chunksFrom(0)) {
            lines.add(chunk.direction() + " " + (chunk.nanos() - capture.startNanos()) + " "
                    + HexFormat.of().formatHex(chunk.bytes()));
        }
        for (Direction direction : Direction.values()) {
            if (capture.ended(direction).isPresent()) {
                long nanos = capture.ended(direction).getAsLong() - capture.startNanos();
                lines.add(direction + " ended " + nanos + (capture.wasReset(direction) ? " by reset" : ""));
            }
        }
        return lines;
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
