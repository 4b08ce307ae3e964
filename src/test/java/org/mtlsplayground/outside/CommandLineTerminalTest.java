package org.mtlsplayground.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.mtlsplayground.capture.CaptureFile;
import org.mtlsplayground.capture.Progress;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.recorded.Play;
import org.mtlsplayground.transcript.Transcript;
import org.mtlsplayground.transcript.Transcripts;

/** The command line as a process: its terminal, its pipes, and what its JVM loads. */
@EnabledOnOs(OS.LINUX)
class CommandLineTerminalTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    static Path folder;

    private static Path session() {
        return folder.resolve("session.pcapng");
    }

    @BeforeAll
    static void record() throws Exception {
        Connection connection = Play.between(Play.client("client"), Play.server("server", TlsVersion.TLS_1_3));
        Transcript transcript = new Transcripts(() -> List.of(connection.capture())).of(connection.capture());
        transcript.read();
        CaptureFile.write(session(), List.of(connection.capture()), transcript.keyLog(), false, Progress.none());
    }

    @Test
    void noClassOfTheWindowIsLoaded() throws Exception {
        Path log = folder.resolve("classes");
        List<String> options = List.of("-Xlog:class+load:file=" + log);
        OutsideProgram.Result result = OutsideProgram.run(
                OurProgram.command(options, "decode", session().toString(), "-v"), Path.of("."), LIMIT);
        assertEquals(0, result.exitCode(), result.all());
        String loaded = Files.readString(log);
        assertTrue(loaded.contains("org.mtlsplayground.cli.DecodeCommand "), "the log is that of another program");
        for (String window : List.of("javafx", "com.sun.glass", "com.sun.prism", "atlantafx", "controlsfx")) {
            assertFalse(loaded.contains(" " + window), window);
            assertFalse(loaded.contains(" org." + window), window);
        }
    }

    @Test
    void aReaderThatHasEnoughEndsIt() {
        OutsideProgram.Result result =
                OurProgram.inShell("", OurProgram.command("decode", session().toString(), "-v"), "| head -n 2");
        assertEquals("", result.stderr());
        assertEquals(2, result.stdout().lines().count(), result.all());
    }

    private static OutsideProgram.Result onTerminal(
            String prompt, String answer, List<String> environment, List<String> program) {
        List<String> command = new ArrayList<>(List.of("env"));
        command.addAll(environment);
        command.addAll(List.of("python3", "src/test/resources/org/mtlsplayground/outside/terminal.py", prompt, answer));
        command.addAll(program);
        return OutsideProgram.run(command, Path.of("."), LIMIT);
    }

    @Test
    void aTerminalGetsColours() {
        List<String> decode = OurProgram.command("decode", session().toString());
        OutsideProgram.Result result = onTerminal("", "", List.of("-u", "NO_COLOR", "TERM=xterm"), decode);
        assertEquals(0, result.exitCode(), result.all());
        assertTrue(result.stdout().contains("\u001b[1mKey exchange\u001b[0m"), result.all());
        assertTrue(result.stdout().contains("[encrypted, makes it mutual]\u001b[0m"), result.all());
    }

    @Test
    void unlessTheUserWantsNone() {
        List<String> decode = OurProgram.command("decode", session().toString());
        OutsideProgram.Result result = onTerminal("", "", List.of("TERM=xterm", "NO_COLOR=1"), decode);
        assertEquals(0, result.exitCode(), result.all());
        assertFalse(result.stdout().contains("\u001b"), result.all());
        assertTrue(result.stdout().contains("Key exchange"), result.all());
    }

    @Test
    void aPasswordIsAskedForAndNotShown() {
        List<String> connect =
                OurProgram.command("connect", "127.0.0.1:1", "--cert", "sample-certs/client.p12", "--color", "never");
        OutsideProgram.Result result =
                onTerminal("Password for sample-certs/client.p12:", "playground", List.of("TERM=xterm"), connect);
        assertEquals(1, result.exitCode(), result.all());
        assertTrue(result.stdout().contains("mtls-playground connect: Nothing is listening there"), result.all());
        assertEquals(1, result.stdout().split("Password for", -1).length - 1, result.all());
        assertFalse(result.stdout().replace("mtls-playground", "").contains("playground"), result.all());
    }
}
