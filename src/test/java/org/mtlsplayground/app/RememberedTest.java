package org.mtlsplayground.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.SplitPane;
import org.junit.jupiter.api.Test;

/** What the user set is there again at the next start; passwords are not. */
class RememberedTest extends WindowTest {
    @Test
    void valuesThemeTextAndDividers() throws Exception {
        String file = SAMPLES.resolve("server_ca.crt").toString();
        type("#client #host", "localhost");
        type("#client #trust .pg-file-path", SAMPLES.resolve("client_ca.crt").toString());
        click("#server #optional");
        click("#theme");
        robot.interact(() -> ((SplitPane) node("#columns")).setDividerPosition(0, 0.3));
        restart();
        assertEquals("localhost", text("#client #host"));
        assertEquals("client_ca.crt", text("#client #trust .pg-file-path"));
        assertTrue(scene().getRoot().getStyleClass().contains("theme-dark"));
        assertEquals(0.3, ((SplitPane) node("#columns")).getDividerPositions()[0], 0.01);
        type("#client #trust .pg-file-path", file);
        restart();
        List<String> lines = Files.readAllLines(settingsFile());
        assertTrue(lines.contains("client.host=localhost"), lines.toString());
        assertTrue(lines.contains("server.client-authentication=OPTIONAL"), lines.toString());
        assertFalse(lines.stream().anyMatch(line -> line.startsWith("client.trusted-ca")), "what is usual is not kept");
    }

    private Path settingsFile() {
        return folder.resolve("settings/settings.properties");
    }
}
