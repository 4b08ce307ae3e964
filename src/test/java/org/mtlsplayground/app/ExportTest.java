package org.mtlsplayground.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.outside.OutsideProgram;
import org.mtlsplayground.ui.common.Screenshots;

/** Connections into files and out of them again, as a person does it in the window. */
class ExportTest extends SessionTest {
    @Test
    void nothingToExportIsSaid() throws Exception {
        assertTrue(node("#export").isDisabled());
        resize(1024, 700);
        Screenshots.take(scene(), "files-light-1024x700-nothing");
        robot.push(KeyCode.CONTROL, KeyCode.S);
        awaitNotice("There is no connection yet to export.");
        assertEquals(List.of(), captures.proposed);
    }

    @Test
    void exportedOnceToldAndReadByTshark() throws Exception {
        OutsideProgram.require("tshark");
        resize(1440, 900);
        startServer();
        connect(1);
        Path file = folder.resolve("one.pcapng");
        captures.answer(file);
        click("#theme");
        click("#export");
        Screenshots.take(robot.lookup(".context-menu").query().getScene(), "files-menu-dark");
        robot.clickOn("Selected connection as Wireshark file (.pcapng) …");
        await("told", () -> robot.lookup("#reveal").tryQuery().isPresent());
        Screenshots.take(robot.lookup("#reveal").query().getScene(), "files-reveal-dark");
        robot.clickOn("Cancel");
        await("closed", () -> robot.lookup("#reveal").tryQuery().isEmpty());
        assertEquals(List.of(), captures.proposed);
        assertFalse(Files.exists(file));
        click("#theme");

        robot.push(KeyCode.CONTROL, KeyCode.S);
        await("told again", () -> robot.lookup("#reveal").tryQuery().isPresent());
        Screenshots.take(robot.lookup("#reveal").query().getScene(), "files-reveal-light");
        robot.clickOn(robot.from(robot.lookup("#reveal").queryParent())
                .lookup((Labeled button) -> button.getText().equals("Export"))
                .queryLabeled());
        awaitNotice("1 connection saved");
        Screenshots.take(scene(), "files-saved-light-1440x900");
        assertTrue(
                captures.proposed.get(0).matches("mtls-playground-\\d{4}-\\d\\d-\\d\\d-\\d{4}-1\\.pcapng"),
                captures.proposed.get(0));
        OutsideProgram.Result read = OutsideProgram.run(
                List.of(
                        "tshark",
                        "-r",
                        file.toString(),
                        "-Y",
                        "tls.handshake.type == 20",
                        "-T",
                        "fields",
                        "-e",
                        "tls.handshake.type"),
                folder,
                Duration.ofSeconds(30));
        assertEquals(0, read.exitCode(), read.all());
        assertEquals(2, read.stdout().lines().count(), "both Finished, which are encrypted: " + read.all());

        connect(2);
        Path all = folder.resolve("all.pcapng");
        captures.answer(all);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
        awaitNotice("2 connections saved");
        assertTrue(robot.lookup("#reveal").tryQuery().isEmpty(), "told once only");
        resize(1920, 1080);
        Screenshots.take(scene(), "files-saved-light-1920x1080");
    }
}
