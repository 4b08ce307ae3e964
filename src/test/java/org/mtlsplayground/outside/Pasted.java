package org.mtlsplayground.outside;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.mtlsplayground.commands.Target;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.peer.Outcome;
import org.mtlsplayground.peer.TlsClient;
import org.mtlsplayground.pki.Identity;

/** A copied command as it is run: pasted into bash, and met by our other side. */
final class Pasted {
    static final Duration LIMIT = Duration.ofSeconds(60);

    private Pasted() {}

    /** The programs that are run, or the test is left out. */
    static void require(Target target) {
        OutsideProgram.require("bash");
        switch (target) {
            case OPENSSL, CURL, NODE, NGINX -> OutsideProgram.require(target.word());
            case PYTHON -> OutsideProgram.require("python3");
            case JAVA, HTTP_CLIENT -> {}
        }
    }

    /** What bash is given; the same Java as this one, and a folder that is cleared away however it ends. */
    static List<String> bash(Path temporary, String command) {
        String java = Path.of(System.getProperty("java.home"), "bin").toString();
        return List.of(
                "bash",
                "-c",
                "PATH='" + java + "':$PATH; export JDK_JAVA_OPTIONS=-XX:TieredStopAtLevel=1 TMPDIR='" + temporary
                        + "'\n" + command);
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    static Outcome connectOnceItListens(int port, Identity identity) throws Exception {
        ClientSettings settings = ClientSettings.builder()
                .port(port)
                .identity(identity)
                .trust(Samples.trust(Samples.SERVER_CA))
                .message("GET / HTTP/1.0\r\n\r\n")
                .build();
        TlsClient client = new TlsClient(new Connections());
        long deadline = System.nanoTime() + LIMIT.toNanos();
        Outcome outcome;
        do {
            outcome = client.connect(settings).outcome().get();
        } while (outcome instanceof Outcome.Failure failure
                && failure.reason() == Outcome.Reason.CONNECTION_REFUSED
                && System.nanoTime() < deadline);
        return outcome;
    }
}
