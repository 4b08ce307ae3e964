package org.mtlsplayground.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlsplayground.cli.JsonText;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.xray.Wireshark;

/** {@code serve} and its files, called by programs that are not ours. */
class CommandLineServeTest {
    private static final List<String> TLS_1_3 = List.of(
            "> client_hello",
            "< server_hello",
            "< encrypted_extensions",
            "< certificate_request",
            "< certificate",
            "< certificate_verify",
            "< finished",
            "> certificate",
            "> certificate_verify",
            "> finished");
    private static final List<String> TLS_1_2 = List.of(
            "> client_hello",
            "< server_hello",
            "< certificate",
            "< server_key_exchange",
            "< certificate_request",
            "< server_hello_done",
            "> certificate",
            "> client_key_exchange",
            "> certificate_verify",
            "> finished",
            "< finished");

    @TempDir
    Path folder;

    @Test
    void curlOpensslAndPythonAreShownAndSaved() throws Exception {
        Path saved = folder.resolve("session.pcapng");
        Path keyLog = folder.resolve("session.keys");
        int calls = OutsideClient.values().length * TlsVersion.values().length;
        String output;
        String port;
        try (Running serve = Running.start(OurProgram.command(
                "serve",
                "--port",
                "0",
                "--count",
                String.valueOf(calls + 1),
                "--json",
                "--save",
                saved.toString(),
                "--keylog",
                keyLog.toString()))) {
            port = serve.await("Listening on 127\\.0\\.0\\.1:(\\d+), client certificate required")
                    .group(1);
            for (OutsideClient client : OutsideClient.values()) {
                for (TlsVersion version : TlsVersion.values()) {
                    OutsideProgram.Result result = client.connect(port, Samples.CLIENT, Samples.SERVER_CA, version);
                    assertTrue(result.stdout().contains("Hello from server"), result.all());
                }
            }
            OutsideClient.CURL.connect(port, null, Samples.SERVER_CA, TlsVersion.TLS_1_3);
            output = serve.awaitEnd();
            assertEquals(1, serve.exitCode());
        }
        List<Map<String, Object>> objects = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        output.lines().filter(line -> !line.isBlank()).forEach(line -> {
            if (line.startsWith("{")) {
                objects.add(JsonText.object(line));
            } else {
                problems.add(line);
            }
        });
        assertEquals(2, problems.size(), output);
        assertTrue(
                problems.get(1)
                        .startsWith("mtls-playground serve: 1 of " + (calls + 1)
                                + " connections were refused or failed. The first: The server refused a client without"
                                + " a certificate · "),
                output);
        check(objects, calls);
        decodedIsTheSame(saved, objects);
        assertEquals(names(objects), Wireshark.messages(saved, Set.of(Integer.parseInt(port))));
        String keys = Files.readString(keyLog);
        assertEquals(
                calls / 2,
                keys.lines().filter(line -> line.startsWith("CLIENT_RANDOM ")).count(),
                keys.length() + " characters");
    }

    private static void check(List<Map<String, Object>> objects, int calls) {
        List<Map<String, Object>> outcomes =
                objects.stream().filter(object -> object.containsKey("outcome")).toList();
        List<String> expected = new ArrayList<>(Collections.nCopies(calls, "mutual"));
        expected.add("refused");
        assertEquals(
                expected, outcomes.stream().map(object -> object.get("outcome")).toList(), outcomes.toString());
        for (int i = 0; i < calls; i++) {
            boolean tls13 = outcomes.get(i).get("version").equals("TLS 1.3");
            assertEquals(i % 2 == 0, tls13, outcomes.toString());
            assertEquals(tls13 ? TLS_1_3 : TLS_1_2, handshake(names(objects).get(i)));
        }
        Map<String, Object> refused = outcomes.get(calls);
        assertEquals("server", refused.get("refused_by"));
        assertTrue(
                Set.of("certificate_required", "bad_certificate").contains(refused.get("alert")), refused.toString());
        for (Map<String, Object> message : objects) {
            if (message.containsKey("content")) {
                assertEquals(message.get("encrypted"), message.get("decrypted"), message.toString());
                assertTrue(
                        Set.of("handshake", "alert", "change_cipher_spec", "application_data")
                                .contains(message.get("content")),
                        message.toString());
            }
        }
    }

    /** What each connection has, whatever else the two sides say. */
    private static List<String> handshake(List<String> names) {
        return names.stream()
                .filter(name -> !name.matches(". (alert .*|change_cipher_spec|application_data|new_session_ticket)"))
                .toList();
    }

    /** What was saved is told again as it was told live. */
    private static void decodedIsTheSame(Path saved, List<Map<String, Object>> live) {
        OutsideProgram.Result decoded = OurProgram.run("decode", saved.toString(), "--json");
        assertEquals(1, decoded.exitCode(), decoded.all());
        List<Map<String, Object>> again = JsonText.lines(decoded.stdout());
        assertEquals(names(live), names(again));
        List<Object> outcomes = again.stream()
                .map(object -> object.get("outcome"))
                .filter(o -> o != null)
                .toList();
        assertEquals(
                live.stream()
                        .map(object -> object.get("outcome"))
                        .filter(o -> o != null)
                        .toList(),
                outcomes);
        again.stream()
                .filter(object -> object.containsKey("outcome"))
                .forEach(object -> assertEquals(saved.toString(), object.get("file")));
    }

    /** The messages of each connection, as {@link Wireshark} names them. */
    private static List<List<String>> names(List<Map<String, Object>> objects) {
        List<List<String>> connections = new ArrayList<>();
        for (Map<String, Object> object : objects) {
            int number = Integer.parseInt(object.get("connection").toString());
            while (connections.size() < number) {
                connections.add(new ArrayList<>());
            }
            if (object.containsKey("content")) {
                String arrow = object.get("from").equals("client") ? "> " : "< ";
                String alert = object.get("content").equals("alert") ? "alert " : "";
                connections.get(number - 1).add(arrow + alert + object.get("type"));
            }
        }
        return connections;
    }

    @Test
    void whatWasRecordedIsSavedWhenItIsInterrupted() throws Exception {
        Path saved = folder.resolve("session.pcapng");
        try (Running serve = Running.start(
                OurProgram.command("serve", "--port", "0", "--save", saved.toString(), "--color", "never"))) {
            String port = serve.await("Listening on 127\\.0\\.0\\.1:(\\d+), .*\\RCtrl\\+C ends it\\.")
                    .group(1);
            OutsideClient.OPENSSL.connect(port, Samples.CLIENT, Samples.SERVER_CA, TlsVersion.TLS_1_2);
            serve.await("#1 The client said: “Hello from client”");
            serve.interrupt();
            String output = serve.awaitEnd();
            assertEquals(0, serve.exitCode(), output);
            assertTrue(output.contains("Saved 1 connection(s) to " + saved), output);
        }
        OutsideProgram.Result decoded = OurProgram.run("decode", saved.toString(), "--json");
        assertEquals(TLS_1_2, handshake(names(JsonText.lines(decoded.stdout())).get(0)), decoded.all());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(saved)));
    }
}
