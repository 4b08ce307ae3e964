package org.mtlsplayground.outside;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Tshark while it records what goes over the loopback. When it has really begun, and when it has seen all that passed, a
 * datagram tells that we send ourselves and that it prints.
 */
final class Recording implements AutoCloseable {
    private static final int TRIES = 300;

    private final DatagramSocket probe;
    private final Running tshark;
    private final Path raw;
    private final Path file;

    private Recording(int port, Path file) throws IOException {
        this.file = file;
        raw = file.resolveSibling("raw-" + file.getFileName());
        probe = new DatagramSocket(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0));
        probe.setSoTimeout(100);
        String filter = "tcp port " + port + " or udp port " + probe.getLocalPort();
        tshark = Running.start(List.of("tshark", "-n", "-l", "-i", "lo", "-f", filter, "-w", raw.toString(), "-P"));
    }

    /** Begins; packets that are sent from now on are recorded. Skips the test where recording is not permitted. */
    static Recording of(int port, Path file) throws IOException {
        Recording recording = new Recording(port, file);
        String word = recording
                .tshark
                .await("File: |(?i)permi(tted|ssion)|no interfaces|not be initiated")
                .group();
        if (!word.equals("File: ")) {
            recording.close();
            OutsideProgram.missing("Packets of the loopback interface can't be recorded: " + recording.tshark.output());
        }
        recording.await(1);
        return recording;
    }

    /** Waits until everything that has passed until now is in the file, and ends. */
    void awaitEnd() throws IOException {
        await(probes() + 1);
        tshark.end();
        // Without the datagrams.
        OutsideProgram.Result kept = OutsideProgram.run(
                List.of("tshark", "-n", "-r", raw.toString(), "-Y", "tcp", "-w", file.toString()),
                Path.of("."),
                Duration.ofSeconds(60));
        if (kept.exitCode() != 0) {
            throw new AssertionError(kept.all());
        }
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
        return (int)
                tshark.output().lines().filter(line -> line.contains(" UDP ")).count();
    }

    @Override
    public void close() {
        tshark.close();
        probe.close();
    }
}
