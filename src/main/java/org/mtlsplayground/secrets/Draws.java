package org.mtlsplayground.secrets;

import java.util.List;

/**
 * The random bytes that one side of a connection drew during its handshake, draw by draw, in order. What is drawn beyond
 * {@value #MAX_BYTES} bytes is not remembered: keys are drawn early. Thread-safe. Never shows its content as text.
 */
public final class Draws {
    /** What is remembered of one side, in bytes. */
    public static final int MAX_BYTES = 2048;

    /** Remembers a draw; the bytes are copied. */
    public void add(byte[] bytes) {
        var unused = Yet.to();
    }

    /** All draws, oldest first; copies. */
    public List<byte[]> all() {
        return Yet.to();
    }
}
