package org.mtlsplayground.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mtlsplayground.capture.Capture;
import org.mtlsplayground.capture.CaptureFile;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.capture.Disturbance;
import org.mtlsplayground.capture.Interceptor;
import org.mtlsplayground.capture.Progress;
import org.mtlsplayground.capture.Spot;
import org.mtlsplayground.capture.WireRule;
import org.mtlsplayground.peer.ClientRun;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.peer.TlsClient;
import org.mtlsplayground.peer.TlsServer;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.recorded.Play;
import org.mtlsplayground.secrets.KeyLog;
import org.mtlsplayground.secrets.KeyLogEntry;
import org.mtlsplayground.transcript.Transcript;
import org.mtlsplayground.transcript.Transcripts;
import org.mtlsplayground.xray.Opened;
import org.mtlsplayground.xray.Wireshark;

/** A file of ours, opened by Wireshark's tshark: the same messages in the same order, all of them in clear. */
class WiresharkAgreesTest {
    @TempDir
    Path folder;

    private void agree(List<Capture> captures) throws Exception {
        Transcripts transcripts = new Transcripts(() -> captures);
        List<Transcript> read = captures.stream().map(transcripts::of).toList();
        read.forEach(Transcript::read);
        List<KeyLogEntry> secrets = read.stream()
                .flatMap(transcript -> transcript.keyLog().stream())
                .toList();
        Path file = folder.resolve("ours.pcapng");
        CaptureFile.write(file, captures, secrets, false, Progress.none());
        List<List<String>> ours = read.stream().map(Wireshark::messages).toList();
        assertEquals(ours, Wireshark.messages(file, Wireshark.ports(captures)));
        again(file, ours);
    }

    /** Opened here again it is the same. */
    private static void again(Path file, List<List<String>> ours) throws Exception {
        List<Capture> captures =
                CaptureFile.read(file, KeyLog.empty(), Progress.none()).connections();
        Transcripts transcripts = new Transcripts(() -> captures);
        List<Transcript> read = captures.stream().map(transcripts::of).toList();
        read.forEach(Transcript::read);
        assertEquals(ours, read.stream().map(Wireshark::messages).toList());
        for (Capture capture : captures) {
            Opened.of(capture, transcripts);
        }
    }

    @ParameterizedTest
    @EnumSource
    void mutual(TlsVersion version) throws Exception {
        Connection connection = Play.between(Play.client("client"), Play.server("server", version));
        agree(List.of(connection.capture()));
        OutsideProgram.Result said = OutsideProgram.run(
                List.of(
                        "tshark",
                        "-r",
                        folder.resolve("ours.pcapng").toString(),
                        "-d",
                        "tcp.port=="
                                + connection.capture().server().orElseThrow().getPort() + ",tls",
                        "-q",
                        "-z",
                        "follow,tls,ascii,0"),
                Path.of("."),
                Duration.ofSeconds(30));
        assertTrue(said.stdout().contains("Hello from client"), said.all());
        assertTrue(said.stdout().contains("Hello from server"), said.all());
    }

    @ParameterizedTest
    @EnumSource
    void refused(TlsVersion version) throws Exception {
        agree(List.of(Play.between(Play.client("client-expired"), Play.server("server", version))
                .capture()));
        folder.resolve("ours.pcapng").toFile().delete();
        agree(List.of(Play.between(Play.client("client"), Play.server("server-expired", version))
                .capture()));
    }

    /** The comments are shown, and change nothing else. TLS 1.3 does without ChangeCipherSpec (RFC 8446 appendix D.4). */
    @Test
    void altered() throws Exception {
        Connection connection = Play.between(
                Play.client("client"),
                Play.server("server", TlsVersion.TLS_1_3),
                Interceptor.of(new WireRule(Direction.CLIENT_TO_SERVER, Spot.record(2), Disturbance.drop())));
        agree(List.of(connection.capture()));
        OutsideProgram.Result said = OutsideProgram.run(
                List.of(
                        "tshark",
                        "-r",
                        folder.resolve("ours.pcapng").toString(),
                        "-T",
                        "fields",
                        "-e",
                        "frame.comment",
                        "-Y",
                        "frame.comment"),
                Path.of("."),
                Duration.ofSeconds(30));
        assertTrue(said.stdout().startsWith("Altered on the way: the client's record 2 did not arrive."), said.all());
    }

    @ParameterizedTest
    @EnumSource
    void resumed(TlsVersion version) throws Exception {
        Connections connections = new Connections();
        TlsClient client = new TlsClient(connections);
        try (TlsServer server = TlsServer.start(Play.server("server", version).build(), connections)) {
            ClientSettings settings = Play.client("client")
                    .resume(true)
                    .port(server.address().getPort())
                    .build();
            for (int i = 0; i < 3; i++) {
                ClientRun run = client.connect(settings);
                run.outcome().get();
                Play.awaitEnd(run.connection());
            }
        }
        agree(connections.all().stream().map(Connection::capture).toList());
    }

    /** A group that our client did not guess. */
    @Test
    void helloRetryRequest() throws Exception {
        List<String> command =
                new ArrayList<>(OutsideServer.OPENSSL.command(Samples.SERVER, Samples.CLIENT_CA, TlsVersion.TLS_1_3));
        command.addAll(List.of("-groups", "P-384", "-rev"));
        try (Running program = Running.start(command)) {
            Connection connection = Play.call(
                    Play.client("client").message("Hello from client\n").port(OutsideServer.OPENSSL.port(program)));
            assertTrue(Opened.of(connection).mutual().has("HelloRetryRequest"));
            agree(List.of(connection.capture()));
        }
    }
}
