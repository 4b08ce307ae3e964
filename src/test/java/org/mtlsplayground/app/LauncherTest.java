package org.mtlsplayground.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mtlsplayground.capture.CaptureFile;
import org.mtlsplayground.capture.Progress;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.recorded.Play;
import org.mtlsplayground.transcript.Transcript;
import org.mtlsplayground.transcript.Transcripts;

/** The program itself, as a process of its own. */
class LauncherTest {
    private static final List<String> SCREEN_IN_MEMORY = List.of(
            "-Dtestfx.headless=true",
            "-Dglass.platform=Monocle",
            "-Dmonocle.platform=Headless",
            "-Dprism.order=sw",
            "-Djava.awt.headless=true");

    @TempDir
    Path home;

    private record Ended(int status, String text) {}

    // Elsewhere there is always a desktop, and the window would open.
    @Test
    @EnabledOnOs(OS.LINUX)
    void playsInTheTerminalWithoutADisplay() throws Exception {
        Ended run = run(List.of(), "org.mtlsplayground.app.Launcher");
        String text = run.text();
        assertEquals(0, run.status(), text);
        assertTrue(text.startsWith("No display here, so the default handshake plays in the terminal."), text);
        assertTrue(text.contains("ClientHello  TLS 1.3, 1.2 · SNI server.mtls.example.org"), text);
        assertTrue(text.contains("ServerHello  TLS 1.3 · TLS_AES_256_GCM_SHA384 · x25519"), text);
        assertTrue(text.contains("\nBoth sides proved who they are · TLS 1.3 · "), text);
    }

    @Test
    void opensAFileOfRecordedPacketsInTheWindow() throws Exception {
        save("session.pcapng");
        Ended run = run(SCREEN_IN_MEMORY, OpenedByLauncher.class.getName(), "session.pcapng");
        assertEquals(0, run.status(), run.text());
        assertTrue(run.text().contains("in the window: #1 ") && run.text().contains("session.pcapng"), run.text());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void decodesSuchAFileInTheTerminalWithoutADisplay() throws Exception {
        save("session");
        Ended run = run(List.of(), "org.mtlsplayground.app.Launcher", "session");
        assertEquals(0, run.status(), run.text());
        assertTrue(run.text().contains("CertificateVerify"), run.text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " @ ",
            value = {
                "none.pcapng @ mtls-playground: There is no file “none.pcapng”.",
                "notes.txt @ mtls-playground: “notes.txt” holds no recorded packets: it is neither pcap nor pcapng."
                        + " Save them from Wireshark or tcpdump in one of these formats.",
                ". @ mtls-playground: “.” is a folder or a device. Pick a file with recorded packets.",
                "notes @ mtls-playground: there is no command “notes”. See “mtls-playground --help”.",
                "notes.txt --json @ mtls-playground: there is no command “notes.txt”. See “mtls-playground --help”.",
            })
    void whatIsNoSuchFileIsToldInOneLine(String arguments, String line) throws Exception {
        Files.writeString(home.resolve("notes.txt"), "no packets");
        Ended run = run(SCREEN_IN_MEMORY, "org.mtlsplayground.app.Launcher", arguments.split(" "));
        assertEquals(2, run.status(), run.text());
        assertEquals(line, run.text().strip());
        assertFalse(Files.exists(home.resolve("settings")), "a window has opened");
    }

    private void save(String name) throws Exception {
        Connection played = Play.between(Play.client("client"), Play.server("server", TlsVersion.TLS_1_3));
        Transcript transcript = new Transcripts(List::of).of(played.capture());
        transcript.read();
        CaptureFile.write(home.resolve(name), List.of(played.capture()), transcript.keyLog(), false, Progress.none());
    }

    /** Runs a class in a JVM of its own, in the folder of the test, without a display. */
    private Ended run(List<String> options, String mainClass, String... arguments) throws Exception {
        Path output = home.resolve("output");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Duser.home=" + home,
                "-Dmtlsplayground.settings.dir=" + home.resolve("settings"),
                "-Dmtlsplayground.data.dir=" + home.resolve("data"),
                "-Djavafx.cachedir=" + home.resolve("javafx"),
                "-Dfile.encoding=UTF-8",
                "-Dsun.stdout.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8"));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(), mainClass));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
        builder.environment().remove("DISPLAY");
        builder.environment().remove("WAYLAND_DISPLAY");
        builder.environment().keySet().removeIf(name -> name.startsWith("XDG_"));
        builder.environment().put("HOME", home.toString());
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        Process process = builder.start();
        try {
            assertTrue(process.waitFor(60, TimeUnit.SECONDS), () -> "still running: " + read(output));
        } finally {
            process.destroyForcibly();
        }
        return new Ended(process.exitValue(), read(output));
    }

    /** The test's own, whatever folder it is used in. */
    private static String classPath() {
        String separator = System.getProperty("path.separator");
        return String.join(
                separator,
                Stream.of(System.getProperty("java.class.path").split(separator))
                        .map(entry -> Path.of(entry).toAbsolutePath().toString())
                        .toList());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
