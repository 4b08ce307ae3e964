package org.mtlsplayground.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.ui.common.Screenshots;
import org.mtlsplayground.ui.timeline.TimelineRow;

/** A connection that is over is played again. */
class ReplayTest extends SessionTest {
    private List<String> messages() {
        return ((ListView<?>) node(".pg-rows-list"))
                .getItems().stream()
                        .filter(TimelineRow.Arrow.class::isInstance)
                        .map(row -> ((TimelineRow.Arrow) row).text().name())
                        .toList();
    }

    private String where() {
        return ((Label) node(".pg-replay-where")).getText();
    }

    private String about() {
        return ((Labeled) node(".pg-inspector-about")).getText();
    }

    @Test
    void messageByMessageBackAndToTheEnd() throws Exception {
        startServer();
        connect(1);
        await(
                "all is read",
                () -> messages().contains("NewSessionTicket") && messages().size() > 15);
        List<String> whole = messages();

        click("#replay");
        assertEquals(List.of(), messages());
        robot.push(KeyCode.RIGHT).push(KeyCode.RIGHT);
        assertEquals(whole.subList(0, 2), messages());
        assertTrue(about().startsWith("ServerHello"), this::about);
        robot.push(KeyCode.LEFT);
        assertEquals(whole.subList(0, 1), messages());
        assertTrue(where().startsWith("1 of " + whole.size() + " · +"), this::where);
        robot.interact(() -> ((Slider) node("#replay-bar .slider")).setValue(whole.indexOf("CertificateRequest") + 1));
        assertEquals(whole.subList(0, whole.indexOf("CertificateRequest") + 1), messages());
        resize(1440, 900);
        Screenshots.take(scene(), "replay-light-1440x900");
        resize(1024, 700);
        click("#theme");
        Screenshots.take(scene(), "replay-dark-1024x700");

        robot.interact(() -> ((ComboBox<?>) node("#replay-bar .combo-box"))
                .getSelectionModel()
                .select(0));
        robot.interact(() -> node("#replay-bar .slider").requestFocus());
        robot.push(KeyCode.SPACE);
        await("played to the end", () -> messages().equals(whole));
        robot.push(KeyCode.ESCAPE);
        assertFalse(node("#replay-bar").isVisible());
        assertEquals(whole, messages());
    }
}
