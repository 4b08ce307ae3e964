package org.mtlsplayground.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefaultHandshakeTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    private boolean run(Path samples) throws Exception {
        try (PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8)) {
            return new DefaultHandshake(new Terminal(out, out, StandardCharsets.UTF_8), samples).run();
        }
    }

    private List<String> lines() {
        return written.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void showsTheHandshakeAndItsVerdict() throws Exception {
        assertTrue(run(Path.of("sample-certs")));
        List<String> lines = lines();
        String output = String.join("\n", lines);
        assertTrue(
                lines.get(0).matches("Server: listening on 127\\.0\\.0\\.1:\\d+, client certificate required"), output);
        assertTrue(lines.get(1).matches("Client: connecting to 127\\.0\\.0\\.1:\\d+"), output);
        assertEquals("Key exchange", lines.get(3), output);
        assertTrue(
                lines.get(4)
                        .matches(" +\\+\\d+\\.\\d ms  client ──► server +\\d+ B  ClientHello  TLS 1\\.3, 1\\.2"
                                + " · SNI server\\.mtls\\.example\\.org · x25519, .*"),
                output);
        assertTrue(
                lines.get(5)
                        .matches(" +\\+\\d+\\.\\d ms  client ◄── server +\\d+ B  ServerHello"
                                + "  TLS 1\\.3 · TLS_AES_256_GCM_SHA384 · x25519"),
                output);
        assertTrue(
                lines.get(lines.size() - 4)
                        .matches("Both sides proved who they are · TLS 1\\.3 · TLS_AES_256_GCM_SHA384 · x25519"
                                + " · \\d+\\.\\d ms"),
                output);
        assertEquals(
                "The server is server.mtls.example.org, vouched for by Demo Server CA."
                        + " The client is alice, vouched for by Demo Client CA.",
                lines.get(lines.size() - 3));
        assertEquals("The client said: “Hello from client”", lines.get(lines.size() - 2));
        assertEquals("The server said: “Hello from server”", lines.get(lines.size() - 1));
    }

    @Test
    void saysWhenItDoesNotComeAbout(@TempDir Path samples) throws Exception {
        try (Stream<Path> files = Files.list(Path.of("sample-certs"))) {
            for (Path file : files.toList()) {
                copy(file, samples.resolve(file.getFileName().toString()));
            }
        }
        Files.delete(samples.resolve("client.crt"));
        Files.delete(samples.resolve("client.key"));
        copy(samples.resolve("client-expired.crt"), samples.resolve("client.crt"));
        copy(samples.resolve("client-expired.key"), samples.resolve("client.key"));
        assertFalse(run(samples));
        String output = String.join("\n", lines());
        assertTrue(
                output.contains("\nThe server refused the client’s certificate · certificate_unknown (46)\n"), output);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to);
    }
}
