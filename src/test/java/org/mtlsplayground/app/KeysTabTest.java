package org.mtlsplayground.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.ui.common.Screenshots;
import org.mtlsplayground.ui.timeline.TimelineRow;

/** The keys of a connection in the window, and the ways between them, the timeline and the message. */
class KeysTabTest extends WindowTest {
    @Test
    void fromTheKeysToTheMessageTheyOpened() throws Exception {
        resize(1440, 900);
        type("#server #port", "0");
        click("#server #start");
        await("listening", () -> text("#server #pill").startsWith("listening"));
        type("#client #port", text("#server #pill").replaceAll(".*:", ""));
        robot.clickOn("Keys");
        await("nothing yet", () -> node(".pg-message-nothing").isVisible());
        robot.push(KeyCode.F5);
        await("the keys", () -> labels("for resumption"));
        Screenshots.take(scene(), "keys-window-light-1440x900");
        Hyperlink link = robot.from(scene().getRoot())
                .lookup((Hyperlink use) -> use.getStyleClass().contains("pg-key-use"))
                .query();
        await("it has its place", () -> link.getWidth() > 0);
        robot.clickOn(link);
        TimelineRow.Arrow selected = (TimelineRow.Arrow)
                ((ListView<?>) node(".pg-rows-list")).getSelectionModel().getSelectedItem();
        assertTrue(selected.event().decrypted(), selected::toString);
        assertTrue(
                link.getText().contains("record " + (selected.event().records().get(0) + 1) + " "),
                link.getText() + " leads to " + selected);
        robot.clickOn(node(".pg-rows-list"));
        robot.type(KeyCode.ENTER);
        await("the message", () -> node(".pg-field-tree").isVisible());
        assertEquals(
                0,
                robot.lookup((Label label) -> "Encrypted record".equals(label.getText()))
                        .queryAll()
                        .size());
        Screenshots.take(scene(), "keys-window-light-1440x900-message");
        robot.clickOn("Keys");
        click("#theme");
        resize(1024, 700);
        Screenshots.take(scene(), "keys-window-dark-1024x700");
        resize(1920, 1080);
        Screenshots.take(scene(), "keys-window-dark-1920x1080");
    }

    private boolean labels(String text) {
        return robot.from(scene().getRoot())
                .lookup((Label label) -> text.equals(label.getText()))
                .tryQuery()
                .isPresent();
    }
}
