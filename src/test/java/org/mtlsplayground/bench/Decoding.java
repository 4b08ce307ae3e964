package org.mtlsplayground.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.mtlsplayground.capture.Capture;
import org.mtlsplayground.capture.CaptureFile;
import org.mtlsplayground.capture.Progress;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.peer.TlsClient;
import org.mtlsplayground.peer.TlsServer;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.recorded.Play;
import org.mtlsplayground.secrets.KeyLog;
import org.mtlsplayground.secrets.KeyLogEntry;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.transcript.Transcript;
import org.mtlsplayground.transcript.Transcripts;

/**
 * How many saved full mutual handshakes a second are read from a pcapng file, decrypted and decoded to the last field: by
 * us, and by {@code tshark -V}. Neither pays for its start: we are warm, and of tshark's time that for a file with one
 * handshake is taken off.
 */
final class Decoding {
    private static final int HANDSHAKES = 1000;
    private static final int ROUNDS = 5;
    private static final int WARM_UPS = 8;
    private static final int LIMIT_SECONDS = 120;

    private Decoding() {}

    static Duel measure(TlsVersion version) throws Exception {
        Path folder = Files.createTempDirectory("mtls-playground-bench");
        Path many = folder.resolve("many.pcapng");
        Path one = folder.resolve("one.pcapng");
        int port = record(version, many, one);
        for (int i = 0; i < WARM_UPS; i++) {
            decode(many);
        }
        return Duel.fight(
                ROUNDS,
                () -> HANDSHAKES / decode(many),
                () -> (HANDSHAKES - 1) / (tshark(many, port) - tshark(one, port)));
    }

    /** Makes the handshakes, and returns the port of the server. */
    private static int record(TlsVersion version, Path many, Path one) throws Exception {
        Connections connections = new Connections();
        TlsClient client = new TlsClient(connections);
        try (TlsServer server = TlsServer.start(Play.server("server", version).build(), connections)) {
            int port = server.address().getPort();
            for (int i = 0; i < HANDSHAKES; i++) {
                client.connect(Play.client("client").port(port).build())
                        .outcome()
                        .get();
            }
            List<Capture> captures =
                    connections.all().stream().map(Connection::capture).toList();
            save(captures, many);
            save(captures.subList(0, 1), one);
            return port;
        }
    }

    private static void save(List<Capture> captures, Path file) throws IOException {
        Transcripts transcripts = new Transcripts(() -> captures);
        List<KeyLogEntry> secrets = new ArrayList<>();
        for (Capture capture : captures) {
            Transcript transcript = transcripts.of(capture);
            transcript.read();
            secrets.addAll(transcript.keyLog());
        }
        CaptureFile.write(file, captures, secrets, false, Progress.none());
    }

    /** Seconds for the whole file. */
    private static double decode(Path file) throws Exception {
        long begin = System.nanoTime();
        List<Capture> captures =
                CaptureFile.read(file, KeyLog.empty(), Progress.none()).connections();
        Transcripts transcripts = new Transcripts(() -> captures);
        long characters = 0;
        for (Capture capture : captures) {
            Transcript transcript = transcripts.of(capture);
            transcript.read();
            for (Event event : transcript.eventsFrom(0)) {
                characters += FieldWeight.characters(event.fields());
            }
            if (!transcript.negotiation().isComplete()) {
                throw new IllegalStateException("a handshake that was not opened");
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (captures.size() < HANDSHAKES || characters < HANDSHAKES) {
            throw new IllegalStateException(captures.size() + " connections, " + characters + " characters");
        }
        return seconds;
    }

    private static double tshark(Path file, int port) throws Exception {
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(
                        "tshark", "-n", "-V", "-r", file.toString(), "-d", "tcp.port==" + port + ",tls")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException("tshark failed");
        }
        return (System.nanoTime() - begin) / 1e9;
    }
}
