package org.mtlsplayground.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** What the user set is there again at the next start; passwords are not. */
class RememberedTest extends WindowTest {
    private static final List<String> TABS = List.of("Message", "Certificates", "Keys", "Records");

    @Test
    void valuesThemeTextAndDividers() throws Exception {
        String file = SAMPLES.resolve("server_ca.crt").toString();
        type("#client #host", "localhost");
        type("#client #trust .pg-file-path", SAMPLES.resolve("client_ca.crt").toString());
        click("#server #optional");
        click("#theme");
        double before = dividers()[0];
        robot.drag(node("#columns .split-pane-divider")).dropBy(60, 0);
        double dragged = dividers()[0];
        assertEquals(before + 60 / scene().getWidth(), dragged, 0.005);
        restart();
        assertEquals("localhost", text("#client #host"));
        assertEquals("client_ca.crt", text("#client #trust .pg-file-path"));
        assertTrue(scene().getRoot().getStyleClass().contains("theme-dark"));
        assertEquals(dragged, dividers()[0], 0.005);
        type("#client #trust .pg-file-path", file);
        restart();
        List<String> lines = Files.readAllLines(settingsFile());
        assertTrue(lines.contains("client.host=localhost"), lines.toString());
        assertTrue(lines.contains("server.client-authentication=OPTIONAL"), lines.toString());
        assertFalse(lines.stream().anyMatch(line -> line.startsWith("client.trusted-ca")), "what is usual is not kept");
    }

    @Test
    void theDividersOfEachTab() throws Exception {
        connect();
        Map<String, Double> dragged = new TreeMap<>();
        for (String tab : TABS) {
            double before = tabDivider(tab);
            robot.drag(divider().orElseThrow()).dropBy(50, 0);
            dragged.put(tab, tabDivider(tab));
            assertEquals(before + 50 / tabSplit().getWidth(), dragged.get(tab), 0.005, tab);
        }
        restart();
        connect();
        for (String tab : TABS) {
            assertEquals(dragged.get(tab), tabDivider(tab), 0.005, tab);
        }
    }

    private void connect() {
        startServer();
        robot.push(KeyCode.F5);
        await("connected", () -> text("#client .pg-pill").equals("connected"));
    }

    private double tabDivider(String tab) {
        robot.clickOn(tab);
        await(tab, () -> tabSplit().isVisible() && divider().isPresent());
        return tabSplit().getDividerPositions()[0];
    }

    /** What is divided in the tab that is in front. */
    private SplitPane tabSplit() {
        TabPane tabs = (TabPane) node(".pg-tabs");
        return (SplitPane)
                tabs.getSelectionModel().getSelectedItem().getContent().lookup(".split-pane");
    }

    /** Its own first one: what stands in its parts may be divided, too. */
    private Optional<Node> divider() {
        return tabSplit().lookupAll(".split-pane-divider").stream()
                .filter(divider -> divider.getParent().equals(tabSplit()))
                .min(Comparator.comparingDouble(
                        divider -> divider.getBoundsInParent().getMinX()));
    }

    private double[] dividers() {
        return ((SplitPane) node("#columns")).getDividerPositions();
    }

    private Path settingsFile() {
        return folder.resolve("settings/settings.properties");
    }
}
