package org.mtlsplayground.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlsplayground.cli.JsonText;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.peer.Outcome;
import org.mtlsplayground.peer.TlsClient;
import org.mtlsplayground.peer.TlsVersion;

/** The commands and scripts of the README's tour do what the tour says; only the ports are others. */
class ReadmeTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("```" + language + "\\R(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("README.md")))
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }

    @Test
    void commandsReachOurServer() throws Exception {
        OutsideProgram.require("curl");
        OutsideProgram.require("openssl");
        List<String> commands = blocks("sh");
        assertEquals(3, commands.size());
        for (String command : commands) {
            try (ServerUnderTest server = ServerUnderTest.start(Samples.SERVER, TlsVersion.TLS_1_3)) {
                String here = command.replace("4443", server.port()).replace("curl ", "curl --noproxy '*' ");
                OutsideProgram.Result result = OutsideProgram.run(List.of("sh", "-c", here), Path.of("."), LIMIT);
                if (command.contains("client.crt")) {
                    assertEquals("Hello from server", result.stdout(), result.all());
                    assertInstanceOf(Outcome.Success.class, server.outcome(), result.all());
                } else {
                    assertNotEquals(0, result.exitCode(), result.all());
                    assertTrue(result.stderr().contains("alert"), result.all());
                }
            }
        }
    }

    /** Each line of the blocks on files and certificates, one after the other, with its folders elsewhere. */
    @Test
    void filesAreInspectedAndCertificatesMade(@TempDir Path folder) throws IOException {
        String program = "java -jar target/mtls-playground.jar ";
        List<String> lines = blocks("shell").stream()
                .flatMap(String::lines)
                .filter(line -> !line.isBlank())
                .toList();
        assertEquals(7, lines.size());
        for (String line : lines) {
            assertTrue(line.startsWith(program), line);
            String here = line.substring(program.length())
                    .replaceAll("(my-ca|my-certs|broken)", folder + "/$1")
                    .replace("\"My CA\"", "My_CA");
            OutsideProgram.Result result = OurProgram.run(here.split(" "));
            assertEquals(0, result.exitCode(), line + "\n" + result.all());
        }
        assertTrue(Files.exists(folder.resolve("my-certs/ca.crl")));
    }

    @Test
    void theCommandLineShowsSavesAndDecodes(@TempDir Path folder) throws IOException {
        String program = "java -jar target/mtls-playground.jar ";
        List<List<String>> commands = blocks("bash").stream()
                .map(command -> List.of(command.strip()
                        .substring(program.length())
                        .replace(
                                "session.pcapng",
                                folder.resolve("session.pcapng").toString())
                        .replace("serve", "serve --port 0")
                        .split(" ")))
                .toList();
        assertEquals(3, commands.size());
        try (Running serve = Running.start(OurProgram.command(commands.get(0).toArray(String[]::new)))) {
            String port = serve.await("Listening on 127\\.0\\.0\\.1:(\\d+)").group(1);
            OutsideProgram.Result connect = OurProgram.run(commands.get(1).stream()
                    .map(word -> word.replace("4443", port))
                    .toArray(String[]::new));
            assertEquals(0, connect.exitCode(), connect.all());
            assertTrue(connect.stdout().contains("\nBoth sides proved who they are · TLS 1.3 · "), connect.all());
            assertTrue(serve.awaitEnd().contains("\nBoth sides proved who they are · TLS 1.3 · "), serve.output());
            assertEquals(0, serve.exitCode(), serve.output());
        }
        OutsideProgram.Result decode = OurProgram.run(commands.get(2).toArray(String[]::new));
        assertEquals(0, decode.exitCode(), decode.all());
        List<Map<String, Object>> objects = JsonText.lines(decode.stdout());
        documented(objects);
        assertEquals("mutual", objects.get(objects.size() - 1).get("outcome"));
    }

    /** Each member that the program writes stands in one of the README's tables. */
    private static void documented(List<Map<String, Object>> objects) throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        objects.stream()
                .flatMap(object -> object.keySet().stream())
                .distinct()
                .forEach(member -> assertTrue(
                        Pattern.compile("(?m)^\\| (`\\w+`, )*`" + member + "`")
                                .matcher(readme)
                                .find(),
                        member));
    }

    @Test
    void theClientInPythonReachesOurServer() throws Exception {
        try (ServerUnderTest server = ServerUnderTest.start(Samples.SERVER, TlsVersion.TLS_1_3)) {
            String script = blocks("python").get(0).replace("4443", server.port());
            OutsideProgram.Result result = OutsideProgram.run(List.of("python3", "-c", script), Path.of("."), LIMIT);
            assertEquals("TLSv1.3 Hello from server", result.stdout().strip(), result.all());
        }
    }

    @Test
    void ourClientReachesTheServerInPython() throws Exception {
        int port = freePort();
        String script = blocks("python").get(1).replace("4444", String.valueOf(port));
        try (Running program = Running.start(List.of("python3", "-u", "-c", script))) {
            Outcome outcome = connectOnceItListens(port);
            Outcome.Success success = assertInstanceOf(Outcome.Success.class, outcome, program.output());
            assertEquals("Hello from Python", success.received());
            assertTrue(program.awaitEnd().contains("Hello from client"), program.output());
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Outcome connectOnceItListens(int port) throws Exception {
        ClientSettings settings = ClientSettings.builder()
                .port(port)
                .identity(Samples.CLIENT.identity())
                .trust(Samples.trust(Samples.SERVER_CA))
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
