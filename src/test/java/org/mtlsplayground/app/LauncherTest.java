package org.mtlsplayground.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program itself, as a process of its own, where there is no display. */
class LauncherTest {
    // Elsewhere there is always a desktop, and the window would open.
    @Test
    @EnabledOnOs(OS.LINUX)
    void playsInTheTerminalWithoutADisplay(@TempDir Path home) throws Exception {
        Path output = home.resolve("output");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.home=" + home,
                "-Dfile.encoding=UTF-8",
                "-Dsun.stdout.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                "org.mtlsplayground.app.Launcher");
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
        String text = read(output);
        assertEquals(0, process.exitValue(), text);
        assertTrue(text.startsWith("No display here, so the default handshake plays in the terminal."), text);
        assertTrue(text.contains("ClientHello  TLS 1.3, 1.2 · SNI server.mtls.example.org"), text);
        assertTrue(text.contains("ServerHello  TLS 1.3 · TLS_AES_256_GCM_SHA384 · x25519"), text);
        assertTrue(text.contains("\nBoth sides proved who they are · TLS 1.3 · "), text);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
