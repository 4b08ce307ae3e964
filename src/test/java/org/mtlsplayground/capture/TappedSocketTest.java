package org.mtlsplayground.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What passes the tap, over real TCP. */
class TappedSocketTest {
    private ServerSocket listening;
    private TappedSocket ours;
    private Socket peer;
    private final List<String> told = new ArrayList<>();

    private final Tap tap = new Tap() {
        @Override
        public void sent(byte[] buffer, int offset, int length) {
            told.add(">" + text(buffer, offset, length));
        }

        @Override
        public void received(byte[] buffer, int offset, int length) {
            told.add("<" + text(buffer, offset, length));
        }

        @Override
        public void sentEnd() {
            told.add(">.");
        }

        @Override
        public void receivedEnd(boolean reset) {
            told.add(reset ? "<!" : "<.");
        }
    };

    private static String text(byte[] buffer, int offset, int length) {
        return new String(buffer, offset, length, StandardCharsets.US_ASCII);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @BeforeEach
    void connect() throws IOException {
        listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ours = new TappedSocket();
        ours.connect(listening.getLocalSocketAddress());
        peer = listening.accept();
    }

    @AfterEach
    void close() throws IOException {
        ours.close();
        peer.close();
        listening.close();
    }

    @Test
    void tellsAllThatPassesOnce() throws IOException {
        ours.tapWith(() -> tap);
        OutputStream out = ours.getOutputStream();
        out.write(ascii("xhellox"), 1, 5);
        out.write('!');
        out.write(ascii("end"));
        assertEquals("hello!end", text(peer.getInputStream().readNBytes(9), 0, 9));
        peer.getOutputStream().write(ascii("abcdef"));
        peer.close();
        byte[] buffer = new byte[8];
        assertEquals('a', ours.getInputStream().read());
        assertEquals(3, ours.getInputStream().read(buffer, 2, 3));
        assertEquals("bcd", text(buffer, 2, 3));
        assertEquals("ef", text(ours.getInputStream().readAllBytes(), 0, 2));
        assertEquals(-1, ours.getInputStream().read());
        assertEquals(List.of(">hello", ">!", ">end", "<a", "<bcd", "<ef", "<.", "<."), told);
    }

    @Test
    void tellsBothEnds() throws IOException {
        ours.tapWith(() -> tap);
        ours.getOutputStream().write('a');
        ours.shutdownOutput();
        peer.getInputStream().readAllBytes();
        peer.close();
        assertEquals(-1, ours.getInputStream().read());
        ours.close();
        assertEquals(List.of(">a", ">.", "<.", ">."), told);
    }

    @Test
    void tellsAReset() throws IOException {
        ours.tapWith(() -> tap);
        ours.getOutputStream().write('a');
        // Closed at once, with what was sent unread: TCP resets.
        peer.setSoLinger(true, 0);
        peer.close();
        assertThrows(IOException.class, () -> ours.getInputStream().read());
        assertEquals(List.of(">a", "<!"), told);
    }

    @Test
    void aSocketThatNeverCarriedAByteTellsNothing() throws IOException {
        ours.tapWith(() -> {
            throw new AssertionError("asked for the tap");
        });
        ours.close();
        assertEquals(List.of(), told);
    }

    /** So an answer is never recorded ahead of what it answers. */
    @Test
    void tellsBeforeItWrites() throws IOException {
        List<Integer> arrived = new ArrayList<>();
        ours.tapWith(() -> new Tap() {
            @Override
            public void sent(byte[] buffer, int offset, int length) {
                try {
                    arrived.add(peer.getInputStream().available());
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            }

            @Override
            public void received(byte[] buffer, int offset, int length) {}
        });
        ours.getOutputStream().write(ascii("hello"));
        assertEquals(5, peer.getInputStream().readNBytes(5).length);
        assertEquals(List.of(0), arrived);
    }

    @Test
    void asksForTheTapOnceAndNotBeforeTheFirstByte() throws IOException {
        List<String> asked = new ArrayList<>();
        ours.tapWith(() -> {
            asked.add("asked");
            return tap;
        });
        OutputStream out = ours.getOutputStream();
        assertEquals(List.of(), asked);
        out.write(1);
        out.write(2);
        assertEquals(List.of("asked"), asked);
    }

    @Test
    void letsNothingPassUntold() throws IOException {
        assertThrows(IOException.class, () -> ours.getOutputStream().write(1));
        ours.tapWith(() -> tap);
        assertThrows(IOException.class, () -> ours.getInputStream().skip(1));
        assertEquals(List.of(), told);
    }
}
