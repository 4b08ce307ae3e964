package org.mtlsplayground.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Screenshots;
import org.mtlsplayground.ui.timeline.TimelineRow;

/** Two connections side by side. */
class CompareTest extends SessionTest {
    private List<ListView<TimelineRow>> halves() {
        Set<Node> lists =
                robot.from(node(".pg-compare-halves")).lookup(".pg-rows-list").queryAll();
        return lists.stream().map(CompareTest::rows).toList();
    }

    @SuppressWarnings("unchecked")
    private static ListView<TimelineRow> rows(Node list) {
        return (ListView<TimelineRow>) list;
    }

    private static List<String> names(ListView<TimelineRow> list) {
        return list.getItems().stream()
                .filter(TimelineRow.Arrow.class::isInstance)
                .map(row -> ((TimelineRow.Arrow) row).text().name())
                .toList();
    }

    private String difference() {
        return ((Labeled) node(".pg-compare-difference")).getText();
    }

    @Test
    void resumedBesideTheFirst() throws Exception {
        startServer();
        assertTrue(node("#again").isDisabled());
        connect(1);
        await("can connect again", () -> !node("#again").isDisabled());
        robot.push(KeyCode.SHIFT, KeyCode.F5);
        await(
                "both are read",
                () -> !robot.from(scene().getRoot())
                                .lookup(".pg-compare-saved")
                                .queryAll()
                                .isEmpty()
                        && !saved().isEmpty());
        assertTrue(
                saved().matches("The session was resumed: 5 messages of the handshake instead of 10, (\\S+ k?B instead"
                        + " of \\S+ k?B, )?\\S+ m?s instead of \\S+ m?s. No certificate was sent or judged again."),
                this::saved);
        await("both have ended", () -> chosen().stream().allMatch(line -> line.endsWith(Messages.get("kind.MUTUAL"))));
        assertEquals(2, chosen().size());
        resize(1440, 900);
        Screenshots.take(scene(), "again-light-1440x900");
    }

    /** What the boxes above the halves say. */
    private List<String> chosen() {
        return robot.from(scene().getRoot()).lookup(".pg-compare-which > .list-cell").queryAll().stream()
                .map(cell -> ((Labeled) cell).getText())
                .toList();
    }

    private String saved() {
        return ((Labeled) node(".pg-compare-saved")).getText();
    }

    @Test
    void thatWithoutCertificateBesideTheMutualOne() throws Exception {
        startServer();
        assertTrue(node("#compare").isDisabled());
        connect(1);
        robot.interact(() -> ((TextInputControl) node("#client #host")).setText("localhost"));
        robot.interact(() -> ((TextInputControl) node("#client #serverName")).setText("localhost"));
        connect(2);
        await("can compare", () -> !node("#compare").isDisabled());
        robot.push(KeyCode.F8);

        await(
                "both are read",
                () -> halves().size() == 2
                        && halves().stream().allMatch(half -> names(half).contains("NewSessionTicket")));
        await("what differs", () -> difference().startsWith("First difference"));
        assertEquals(
                "First difference ≠  ClientHello · left: SNI localhost · right: SNI server.mtls.example.org",
                difference());
        assertFalse(node("#columns").isVisible());
        resize(1440, 900);
        Screenshots.take(scene(), "compare-light-1440x900");
        resize(1024, 700);
        click("#theme");
        Screenshots.take(scene(), "compare-dark-1024x700");
        // A message at the right: the sides change places, and the inspector has it.
        robot.clickOn(node(".pg-compare-halves"));
        robot.interact(() -> halves().get(1).getSelectionModel().select(1));
        robot.interact(() -> halves().get(1).requestFocus());
        robot.push(KeyCode.ENTER);
        await(
                "changed sides",
                () -> difference().endsWith(" · left: SNI server.mtls.example.org · right: SNI localhost"));
        robot.push(KeyCode.ESCAPE);
        await("the cards are back", () -> node("#columns").isVisible());
        assertEquals(1, robot.lookup(".pg-rows-list").queryAll().size());
    }
}
