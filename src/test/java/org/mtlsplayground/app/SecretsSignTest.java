package org.mtlsplayground.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.capture.KeyLogFile;
import org.mtlsplayground.ui.common.Screenshots;

/** SSLKEYLOGFILE is set: the window says so, does it, and can be told not to. */
class SecretsSignTest extends SessionTest {
    private Path file;

    @Override
    void prepare() {
        file = folder.resolve("keys.log");
        environment.put("SSLKEYLOGFILE", file.toString());
    }

    @Test
    void announcedDoneAndSwitchedOff() throws Exception {
        ToggleButton sign = (ToggleButton) node("#secretsSign");
        assertTrue(sign.isSelected());
        assertTrue(sign.getAccessibleText().contains(file.toString()), sign.getAccessibleText());
        robot.clickOn("Log");
        await("announced", () -> lines().get(0).text().startsWith("SSLKEYLOGFILE is set"));
        assertTrue(Files.notExists(file));
        resize(1024, 700);
        Screenshots.take(scene(), "files-secrets-light-1024x700");
        startServer();
        connect(1);
        await(
                "appended",
                () -> Files.exists(file) && KeyLogFile.read(file).entries().size() >= 4);
        int before = KeyLogFile.read(file).entries().size();
        click("#secretsSign");
        await("said", () -> lines().stream().anyMatch(line -> line.text().contains("switched off here")));
        connect(2);
        click("#secretsSign");
        connect(3);
        await("appended", () -> KeyLogFile.read(file).entries().size() > before);
        assertEquals(2 * before, KeyLogFile.read(file).entries().size(), "the second was left out");
        click("#theme");
        Screenshots.take(scene(), "files-secrets-dark-1024x700");
    }
}
