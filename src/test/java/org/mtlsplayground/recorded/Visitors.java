package org.mtlsplayground.recorded;

import java.net.InetAddress;
import java.net.Socket;

/** Strangers who connect to our server without any TLS of their own. */
public final class Visitors {
    private static final int PATIENCE_MILLIS = 30_000;

    private Visitors() {}

    /** Says something, listens to the end, and goes. */
    public static Play.Visitor saying(byte[] words) {
        return port -> {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.setSoTimeout(PATIENCE_MILLIS);
                socket.getOutputStream().write(words);
                socket.getInputStream().readAllBytes();
            }
        };
    }
}
