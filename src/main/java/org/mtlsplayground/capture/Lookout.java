package org.mtlsplayground.capture;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Arrays;

/**
 * Looks whether the other side of a socket is still there while nobody reads; what it says meanwhile is kept. Used by the
 * thread that reads.
 */
final class Lookout {
    private static final int CHUNK = 4096;
    private static final int MOST = 1 << 16;

    private byte[] early = {};

    /** Whether the other side has ended the connection. Takes a millisecond. */
    boolean seesEnd(Socket socket, InputStream in) throws IOException {
        if (early.length >= MOST) {
            return false;
        }
        byte[] more = new byte[CHUNK];
        int before = socket.getSoTimeout();
        try {
            socket.setSoTimeout(1);
            int count = in.read(more);
            if (count > 0) {
                early = Arrays.copyOf(early, early.length + count);
                System.arraycopy(more, 0, early, early.length - count, count);
            }
            return count < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (SocketException e) {
            // It was reset: our side meets the same when it goes on.
            return true;
        } finally {
            if (!socket.isClosed()) {
                socket.setSoTimeout(before);
            }
        }
    }

    /** How much is kept. */
    int available() {
        return early.length;
    }

    /** Hands out what is kept. */
    int take(byte[] buffer, int offset, int length) {
        int count = Math.min(length, early.length);
        System.arraycopy(early, 0, buffer, offset, count);
        early = Arrays.copyOfRange(early, count, early.length);
        return count;
    }
}
