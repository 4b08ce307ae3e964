package org.mtlsplayground.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import org.mtlsplayground.peer.TlsVersion;

/** A JVM that does nothing but handshakes of one kind: a round for each line it is sent, which it answers by its figure. */
final class HandshakeJvm implements AutoCloseable {
    static final String TAPPED = "tapped";
    static final String PLAIN = "plain";

    private final Process process;
    private final PrintStream orders;
    private final BufferedReader answers;

    /** Starts it; returns when it is warm. */
    HandshakeJvm(String kind, TlsVersion version) throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HandshakeJvm.class.getName(),
                        kind,
                        version.name())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        answers = process.inputReader(StandardCharsets.UTF_8);
        answer();
    }

    /** Handshakes per second in one round. */
    double round() throws IOException {
        orders.println();
        return answer();
    }

    private double answer() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("The JVM of the bench has ended");
        }
        return Double.parseDouble(line);
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    /** The entry point of that JVM. */
    public static void main(String[] arguments) throws Exception {
        Handshakes.Files files = Handshakes.Files.load();
        TlsVersion version = TlsVersion.valueOf(arguments[1]);
        ExecutorService clients = Handshakes.clients();
        try (Handshakes.Pair pair =
                        arguments[0].equals(TAPPED) ? new TappedPair(files, version) : new PlainPair(files, version);
                BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            System.out.println(Handshakes.warmUp(clients, pair));
            while (orders.readLine() != null) {
                System.out.println(Handshakes.round(clients, pair));
            }
        }
        System.exit(0);
    }
}
