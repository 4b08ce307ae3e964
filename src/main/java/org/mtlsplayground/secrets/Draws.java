package org.mtlsplayground.secrets;

import java.util.ArrayList;
import java.util.List;

/**
 * The random bytes that one side of a connection drew during its handshake, draw by draw, in order. What is drawn beyond
 * {@value #MAX_BYTES} bytes is not remembered: keys are drawn early. Thread-safe. Never shows its content as text.
 */
public final class Draws {
    /** What is remembered of one side, in bytes. */
    public static final int MAX_BYTES = 2048;

    private final List<byte[]> draws = new ArrayList<>();
    private int size;

    /** Remembers a draw; the bytes are copied. */
    public synchronized void add(byte[] bytes) {
        if (size + bytes.length <= MAX_BYTES) {
            size += bytes.length;
            draws.add(bytes.clone());
        }
    }

    /** All draws, oldest first; copies. */
    public synchronized List<byte[]> all() {
        return draws.stream().map(byte[]::clone).toList();
    }
}
