package org.mtlsplayground.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mtlsplayground.cli.JsonText;
import org.mtlsplayground.peer.TlsVersion;

/** {@code connect} to servers that are not ours, and to our own. */
class CommandLineConnectTest {
    static Stream<Arguments> servers() {
        return Arrays.stream(OutsideServer.values())
                .flatMap(server -> Arrays.stream(TlsVersion.values()).map(version -> Arguments.of(server, version)));
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aRightCertificateGetsThrough(OutsideServer server, TlsVersion version) {
        try (Running program = server.start(Samples.SERVER, version);
                Running connect = Running.start(OurProgram.command(
                        "connect", "127.0.0.1:" + server.port(program), "--json", "--timeout", "30"))) {
            program.await("Hello from client");
            if (server == OutsideServer.OPENSSL) {
                program.type("Hello from openssl\n");
            }
            List<Map<String, Object>> objects =
                    JsonText.lines(connect.awaitEnd().strip());
            assertEquals(0, connect.exitCode(), connect.output());
            Map<String, Object> outcome = objects.get(objects.size() - 1);
            assertEquals("mutual", outcome.get("outcome"), outcome.toString());
            assertEquals(version.displayName(), outcome.get("version"));
            assertEquals("server.mtls.example.org", outcome.get("server_name"));
            String name = server == OutsideServer.OPENSSL ? "openssl" : "Python";
            assertEquals(
                    "Hello from " + name,
                    String.valueOf(outcome.get("server_said")).strip());
            objects.stream()
                    .filter(object -> object.containsKey("content"))
                    .forEach(message ->
                            assertEquals(message.get("encrypted"), message.get("decrypted"), message.toString()));
        }
    }

    @Test
    void aRefusalIsStatusOneAndOneLine() {
        try (Running program = OutsideServer.PYTHON.start(Samples.SERVER, TlsVersion.TLS_1_3)) {
            OutsideProgram.Result result = OurProgram.run(
                    "connect", "127.0.0.1:" + OutsideServer.PYTHON.port(program), "--no-cert", "--color", "never");
            assertEquals(1, result.exitCode(), result.all());
            assertEquals(
                    "mtls-playground connect: The server refused a client without a certificate"
                            + " · certificate_required (116)",
                    result.stderr().strip());
            assertTrue(
                    result.stdout()
                            .contains("client ──► server       8 B  Certificate  no certificate"
                                    + "  [encrypted, makes it mutual]"),
                    result.all());
            assertTrue(result.stdout().contains("\nAlert\n"), result.all());
        }
    }

    @Test
    void severalConnectionsAreToldApartAndResumed() {
        try (Running serve =
                Running.start(OurProgram.command("serve", "--port", "0", "--count", "3", "--message", "Well met"))) {
            String port = serve.await("Listening on 127\\.0\\.0\\.1:(\\d+)").group(1);
            OutsideProgram.Result result = OurProgram.run(
                    "connect", "localhost:" + port, "--count", "3", "--resume", "--message", "Hello there", "--json");
            assertEquals(0, result.exitCode(), result.all());
            assertEquals("", result.stderr());
            List<Map<String, Object>> outcomes = JsonText.lines(result.stdout()).stream()
                    .filter(object -> object.containsKey("outcome"))
                    .toList();
            assertEquals(
                    List.of(false, true, true),
                    outcomes.stream().map(object -> object.get("resumed")).toList());
            assertEquals(
                    List.of("Well met", "Well met", "Well met"),
                    outcomes.stream().map(object -> object.get("server_said")).toList());
            String output = serve.awaitEnd();
            assertEquals(0, serve.exitCode(), output);
            for (int number = 1; number <= 3; number++) {
                assertTrue(output.contains("\n#" + number + " Key exchange\n"), output);
                assertTrue(output.contains("\n#" + number + " The client said: “Hello there”\n"), output);
            }
        }
    }
}
