package org.mtlsplayground.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mtlsplayground.capture.Capture;
import org.mtlsplayground.capture.CaptureFile;
import org.mtlsplayground.capture.KeyLogFile;
import org.mtlsplayground.capture.Progress;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.transcript.Transcripts;
import org.mtlsplayground.xray.Opened;
import org.mtlsplayground.xray.Wireshark;

/**
 * Connections in which neither side is ours, recorded by tshark, with the key log that openssl writes: we name the same
 * messages as tshark does, and open them all.
 */
class StrangersTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    /** What happens between a server of openssl and others while tshark listens. */
    @FunctionalInterface
    private interface Visits {
        void to(int port, Running server) throws Exception;
    }

    private Path keyLog() {
        return folder.resolve("keys.log");
    }

    private List<String> flag(TlsVersion version) {
        return List.of(version == TlsVersion.TLS_1_3 ? "-tls1_3" : "-tls1_2");
    }

    private Path record(List<String> serverOptions, Visits visits) throws Exception {
        List<String> command = new ArrayList<>(List.of("openssl", "s_server", "-accept", "127.0.0.1:0"));
        command.addAll(List.of("-Verify", "3", "-verify_return_error", "-CAfile", Samples.CLIENT_CA));
        command.addAll(List.of("-cert", Samples.SERVER.certificate(), "-key", Samples.SERVER.key()));
        command.addAll(List.of("-keylogfile", keyLog().toString()));
        command.addAll(serverOptions);
        if (!serverOptions.contains("-early_data")) {
            command.add("-rev");
        }
        Path file = folder.resolve("strangers.pcapng");
        try (Running server = Running.start(command);
                Recording recording = Recording.of(OutsideServer.OPENSSL.port(server), file)) {
            visits.to(OutsideServer.OPENSSL.port(server), server);
            recording.awaitEnd();
        }
        return file;
    }

    private List<String> client(int port, Samples identity, String... more) {
        List<String> command = new ArrayList<>(List.of("openssl", "s_client", "-connect", "127.0.0.1:" + port));
        // A server that refuses never has all the keys, so the client tells them as well.
        command.addAll(List.of("-CAfile", Samples.SERVER_CA, "-ign_eof", "-keylogfile", keyLog().toString()));
        command.addAll(List.of("-cert", identity.certificate(), "-key", identity.key()));
        command.addAll(List.of(more));
        return command;
    }

    private void openssl(int port, Samples identity, String... more) {
        OutsideProgram.run(client(port, identity, more), Path.of("."), LIMIT, "Hello\nCLOSE\n");
    }

    private List<List<String>> agree(Path file) throws Exception {
        List<Capture> captures = CaptureFile.read(file, KeyLogFile.read(keyLog()), Progress.none())
                .connections();
        Transcripts transcripts = new Transcripts(() -> captures);
        List<List<String>> ours = captures.stream()
                .map(capture ->
                        Wireshark.messages(Opened.of(capture, transcripts).transcript()))
                .toList();
        Set<Integer> ports = Wireshark.ports(captures);
        assertEquals(Wireshark.messages(file, ports, "-o", "tls.keylog_file:" + keyLog()), ours);
        return ours;
    }

    @ParameterizedTest
    @EnumSource
    void full(TlsVersion version) throws Exception {
        List<List<String>> found = agree(record(flag(version), (port, server) -> openssl(port, Samples.CLIENT)));
        assertEquals(1, found.size());
        assertTrue(found.get(0).contains("> certificate_verify"), found::toString);
        assertTrue(found.get(0).contains("< application_data"), found::toString);
    }

    @ParameterizedTest
    @EnumSource
    void resumed(TlsVersion version) throws Exception {
        String session = folder.resolve("session.pem").toString();
        List<List<String>> found = agree(record(flag(version), (port, server) -> {
            openssl(port, Samples.CLIENT, "-sess_out", session);
            openssl(port, Samples.CLIENT, "-sess_in", session);
        }));
        assertEquals(2, found.size());
        assertTrue(found.get(0).contains("< certificate"), found::toString);
        assertTrue(!found.get(1).contains("< certificate"), found::toString);
    }

    @ParameterizedTest
    @EnumSource
    void refused(TlsVersion version) throws Exception {
        List<List<String>> found =
                agree(record(flag(version), (port, server) -> openssl(port, Samples.CLIENT_OF_UNKNOWN_CA)));
        assertTrue(found.get(0).contains("< alert unknown_ca"), found::toString);
    }

    @Test
    void helloRetryRequest() throws Exception {
        List<List<String>> found = agree(record(
                List.of("-tls1_3", "-groups", "P-384"),
                (port, server) -> openssl(port, Samples.CLIENT, "-groups", "X25519:P-384")));
        assertEquals(2, found.get(0).stream().filter("> client_hello"::equals).count(), found::toString);
    }

    /** Data before the answer, under the key of an earlier session. */
    @Test
    void earlyData() throws Exception {
        String session = folder.resolve("session.pem").toString();
        Path early = Files.writeString(folder.resolve("early.txt"), "early\n");
        List<List<String>> found =
                agree(record(List.of("-tls1_3", "-early_data", "-no_anti_replay"), (port, server) -> {
                    for (List<String> options : List.of(
                            List.of("-sess_out", session),
                            List.of("-sess_in", session, "-early_data", early.toString()))) {
                        List<String> command = client(port, Samples.CLIENT, options.toArray(String[]::new));
                        try (Running client = Running.start(command)) {
                            client.type("Hello " + options.size() + "\n");
                            server.await("Hello " + options.size());
                            // So s_server ends a connection.
                            server.type("q\n");
                            client.awaitEnd();
                        }
                    }
                }));
        assertTrue(found.get(1).contains("> end_of_early_data"), found::toString);
    }

    /** CBC with the checksum over what is encrypted (RFC 7366), which the JDK never agrees on. */
    @Test
    void encryptThenMac() throws Exception {
        agree(record(
                List.of("-tls1_2"),
                (port, server) -> openssl(port, Samples.CLIENT, "-cipher", "ECDHE-ECDSA-AES128-SHA256")));
    }

    static Stream<OutsideClient> others() {
        return Stream.of(OutsideClient.CURL, OutsideClient.PYTHON);
    }

    @ParameterizedTest
    @MethodSource("others")
    void curlAndPython(OutsideClient client) throws Exception {
        for (TlsVersion version : TlsVersion.values()) {
            Files.deleteIfExists(keyLog());
            List<List<String>> found = agree(record(
                    List.of(),
                    (port, server) ->
                            client.connect(String.valueOf(port), Samples.CLIENT, Samples.SERVER_CA, version)));
            assertTrue(found.get(0).contains("> certificate_verify"), found::toString);
        }
    }
}
