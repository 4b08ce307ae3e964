package org.mtlsplayground.secrets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mtlsplayground.wire.BigEndian;

/**
 * The random bytes that one side of a connection drew during its handshake, draw by draw, in order. What is drawn beyond
 * {@value #MAX_BYTES} bytes is not remembered: keys are drawn early. Thread-safe. Never shows its content as text.
 */
public final class Draws {
    /** What is remembered of one side, in bytes. */
    public static final int MAX_BYTES = 2048;

    private static final byte[] NOTHING = {};
    /** A handshake draws some 150 to 300 bytes: two randoms, a session id, one or two keys. */
    private static final int FIRST_SIZE = 192;

    private static final int LENGTH_PREFIX = 2;

    /** Each draw behind its length in two bytes: one array, for there may be thousands of connections. */
    private byte[] kept = NOTHING;

    private int end;
    private int drawn;
    private boolean full;

    /** Remembers a draw; the bytes are copied. */
    public synchronized void add(byte[] bytes) {
        if (full || bytes.length > MAX_BYTES - drawn) {
            full = true;
            return;
        }
        int wanted = end + LENGTH_PREFIX + bytes.length;
        if (wanted > kept.length) {
            kept = Arrays.copyOf(kept, Math.max(wanted, kept.length == 0 ? FIRST_SIZE : kept.length * 3 / 2));
        }
        kept[end] = (byte) (bytes.length >> 8);
        kept[end + 1] = (byte) bytes.length;
        System.arraycopy(bytes, 0, kept, end + LENGTH_PREFIX, bytes.length);
        end = wanted;
        drawn += bytes.length;
    }

    /** All draws, oldest first; copies. */
    public synchronized List<byte[]> all() {
        List<byte[]> draws = new ArrayList<>();
        int at = 0;
        while (at < end) {
            int start = at + LENGTH_PREFIX;
            at = start + BigEndian.u16(kept, at);
            draws.add(Arrays.copyOfRange(kept, start, at));
        }
        return draws;
    }
}
