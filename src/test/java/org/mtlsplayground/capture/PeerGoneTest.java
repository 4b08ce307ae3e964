package org.mtlsplayground.capture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The last words of a peer that hung up while we were still talking. */
class PeerGoneTest {
    private static final byte[] LAST_WORDS = "no".getBytes(StandardCharsets.US_ASCII);

    // Other systems throw away what is unread when a reset arrives.
    @Test
    @EnabledOnOs(OS.LINUX)
    void areReadBeforeTheFailureIsReported() throws Exception {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                TappedSocket ours = new TappedSocket()) {
            ours.tapWith(() -> new Capture(() -> {}).tap(Direction.CLIENT_TO_SERVER));
            ours.connect(listening.getLocalSocketAddress());
            ours.setSoTimeout(10_000);
            OutputStream out = ours.getOutputStream();
            InputStream in = ours.getInputStream();
            try (Socket peer = listening.accept()) {
                out.write(new byte[100]);
                peer.getInputStream().readNBytes(1);
                peer.getOutputStream().write(LAST_WORDS);
            }
            out.write(new byte[100]);
            out.write(new byte[100]);
            assertArrayEquals(LAST_WORDS, in.readNBytes(LAST_WORDS.length));
            assertThrows(SocketException.class, in::read);
        }
    }

    @Test
    void ourOwnClosingIsReportedAtOnce() throws Exception {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            OutputStream out;
            try (TappedSocket ours = new TappedSocket()) {
                ours.tapWith(() -> new Capture(() -> {}).tap(Direction.CLIENT_TO_SERVER));
                ours.connect(listening.getLocalSocketAddress());
                out = ours.getOutputStream();
            }
            assertThrows(SocketException.class, () -> out.write(1));
        }
    }
}
