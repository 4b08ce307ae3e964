package org.mtlsplayground.capture;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.mtlsplayground.wire.BigEndian;

/** A TCP connection in a file of packets, from the first of them on. */
final class Flow {
    private static final int HANDSHAKE = 22;
    private static final int CLIENT_HELLO = 1;
    private static final int SERVER_HELLO = 2;
    private static final int FROM_FIRST = 0;
    private static final int FROM_SECOND = 1;

    /** Address and port of each side, that which sent the first packet before the other. */
    private final byte[][] ends;

    private final Half[] halves = {new Half(), new Half()};
    private final Claims claims = new Claims();
    private long start = Long.MAX_VALUE;
    /** Which side opened the connection; negative if that was not seen. */
    private int opener = -1;

    /** @param first a packet of it */
    Flow(SeenSegment first) {
        ends = new byte[][] {first.source(), first.target()};
    }

    /** Whether this segment may belong to the connection, and does not open another one with the same ports. */
    boolean mayHave(SeenSegment segment) {
        return !segment.has(TcpFlags.SYN) || halves[side(segment)].mayBeginWith(segment.sequence());
    }

    /**
     * Takes a segment.
     *
     * @param number of the packet
     * @return how many of its bytes could not be kept
     */
    int add(SeenSegment segment, long number, Budget budget) {
        int side = side(segment);
        Half half = halves[side];
        start = Math.min(start, segment.epochNanos());
        if (segment.has(TcpFlags.SYN)) {
            half.beginsWith(segment.sequence());
            opener = segment.has(TcpFlags.ACK) ? 1 - side : side;
        }
        int lost = segment.data().hasRemaining() && !segment.has(TcpFlags.RST) ? half.add(segment, number, budget) : 0;
        if (segment.has(TcpFlags.FIN) || segment.has(TcpFlags.RST)) {
            half.ends(segment);
        }
        return lost;
    }

    /** What its packets' comments say of alterations. */
    Claims claims() {
        return claims;
    }

    private int side(SeenSegment segment) {
        return Arrays.equals(segment.source(), ends[FROM_FIRST]) ? FROM_FIRST : FROM_SECOND;
    }

    /** Whether it carries nothing, and nothing that it should have carried is known. */
    boolean isEmpty() {
        return claims.isEmpty() && halves[FROM_FIRST].isEmpty() && halves[FROM_SECOND].isEmpty();
    }

    /** The connection with all its bytes, and notes of what it lacks. */
    Capture capture(Notes notes, Budget budget) {
        int client = client();
        if (opener < 0) {
            notes.count(Note.Kind.BEGINNING_MISSING);
        }
        Capture capture =
                Capture.recorded(address(ends[client]), address(ends[1 - client]), EpochNanos.toInstant(start));
        Pieces fromClient = Pieces.of(halves[client], budget);
        Pieces fromServer = Pieces.of(halves[1 - client], budget);
        merge(capture, fromClient.parts(), fromServer.parts());
        end(capture, Direction.CLIENT_TO_SERVER, halves[client]);
        end(capture, Direction.SERVER_TO_CLIENT, halves[1 - client]);
        claims.tell(capture, notes);
        long kept = capture.chunksFrom(0).stream()
                .mapToLong(chunk -> chunk.bytes().length)
                .sum();
        notes.count(Note.Kind.BYTES_MISSING, fromClient.missing() + fromServer.missing());
        notes.count(Note.Kind.BYTES_LEFT_OUT, fromClient.leftOut() + fromServer.leftOut() + capture.seen() - kept);
        return capture;
    }

    /** By time; at the same time, as they come in the file. */
    private void merge(Capture capture, List<Pieces.Part> fromClient, List<Pieces.Part> fromServer) {
        int client = 0;
        int server = 0;
        while (client < fromClient.size() || server < fromServer.size()) {
            boolean clientNext = server == fromServer.size()
                    || (client < fromClient.size() && isBefore(fromClient.get(client), fromServer.get(server)));
            Pieces.Part part = clientNext ? fromClient.get(client++) : fromServer.get(server++);
            capture.add(new Chunk(
                    clientNext ? Direction.CLIENT_TO_SERVER : Direction.SERVER_TO_CLIENT,
                    part.epochNanos() - start,
                    part.bytes(),
                    part.missing()));
        }
    }

    private static boolean isBefore(Pieces.Part one, Pieces.Part other) {
        return one.epochNanos() == other.epochNanos()
                ? one.number() < other.number()
                : one.epochNanos() < other.epochNanos();
    }

    private void end(Capture capture, Direction direction, Half half) {
        if (half.ended() >= 0) {
            capture.end(direction, half.ended() - start, half.wasReset());
        }
    }

    /** Who opened it; else who says a ClientHello; else not who has the lower port; else who sent the first packet. */
    private int client() {
        if (opener >= 0) {
            return opener;
        }
        for (int side : new int[] {FROM_FIRST, FROM_SECOND}) {
            if (begins(halves[side], CLIENT_HELLO)) {
                return side;
            }
            if (begins(halves[side], SERVER_HELLO)) {
                return 1 - side;
            }
        }
        return port(ends[FROM_FIRST]) < port(ends[FROM_SECOND]) ? FROM_SECOND : FROM_FIRST;
    }

    /** Whether the first bytes are a record with such a message (RFC 8446 §5.1, §4). */
    private static boolean begins(Half half, int messageType) {
        Collection<Piece> pieces = half.pieces();
        if (pieces.isEmpty()) {
            return false;
        }
        byte[] bytes = pieces.iterator().next().bytes();
        return bytes.length > 5 && bytes[0] == HANDSHAKE && bytes[1] == 3 && bytes[5] == messageType;
    }

    private static int port(byte[] end) {
        return BigEndian.u16(end, end.length - 2);
    }

    private static InetSocketAddress address(byte[] end) {
        try {
            return new InetSocketAddress(InetAddress.getByAddress(Arrays.copyOf(end, end.length - 2)), port(end));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("IP packets hold addresses of 4 or 16 bytes", e);
        }
    }
}
