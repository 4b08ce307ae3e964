package org.mtlsplayground.outside;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;

/**
 * Tshark while it records what goes over the loopback. When it has really begun, and when it has seen all that passed, a
 * datagram tells that we send ourselves and that it prints.
 */
final class Sniffer implements AutoCloseable {
    private static final int TRIES = 300;

    private final DatagramSocket probe;
    private final Running tshark;

    /** Returns when it records; {@code port} is that of the server whose connections are wanted. */
    Sniffer(Path file, int port) throws IOException {
        probe = new DatagramSocket(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0));
        probe.setSoTimeout(100);
        String filter = "tcp port " + port + " or udp port " + probe.getLocalPort();
        tshark = Running.start(
                List.of("tshark", "-n", "-l", "-i", "lo", "-f", filter, "-w", file.toString(), "-P", "-Q"));
        await(1);
    }

    /** Returns when everything that has passed until now is in the file. */
    void finish() throws IOException {
        await(probes() + 1);
        tshark.interrupt();
        tshark.awaitEnd();
    }

    private void await(int count) throws IOException {
        byte[] word = {'p', 'r', 'o', 'b', 'e'};
        for (int i = 0; i < TRIES; i++) {
            probe.send(new DatagramPacket(word, word.length, probe.getLocalSocketAddress()));
            if (seen(count)) {
                return;
            }
        }
        throw new AssertionError("tshark does not see anything:\n" + tshark.output());
    }

    /** Waits a moment. */
    private boolean seen(int count) {
        return tshark.shows(() -> probes() >= count, 100);
    }

    private int probes() {
        return (int) tshark.output().lines().filter(line -> line.contains(" UDP ")).count();
    }

    @Override
    public void close() {
        tshark.close();
        probe.close();
    }
}
