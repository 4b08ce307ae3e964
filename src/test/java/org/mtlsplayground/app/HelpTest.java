package org.mtlsplayground.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.ui.common.Screenshots;

/** Help, size of text, and what a screen reader would say. */
class HelpTest extends WindowTest {
    @Test
    void helpOpensByKeyAndReadsWellInBothThemes() throws Exception {
        robot.push(KeyCode.F1);
        await("open", () -> !robot.lookup(".pg-help").queryAll().isEmpty());
        Screenshots.take(robot.lookup(".pg-help").query().getScene(), "help-light");
        robot.push(KeyCode.ESCAPE);
        await("closed", () -> robot.lookup(".pg-help").queryAll().isEmpty());
        click("#theme");
        click("#help");
        await("open again", () -> !robot.lookup(".pg-help").queryAll().isEmpty());
        Screenshots.take(robot.lookup(".pg-help").query().getScene(), "help-dark");
    }

    @Test
    void textSizeByClicks() throws Exception {
        click("#textSize");
        await("open", () -> !robot.lookup(".pg-text-size").queryAll().isEmpty());
        robot.clickOn("A+");
        await("larger", () -> robot.lookup("110 %").tryQuery().isPresent());
        Screenshots.take(robot.lookup(".pg-text-size").query().getScene(), "text-size");
        assertTrue(
                scene().getRoot().getStyle().contains("14.3px"),
                scene().getRoot().getStyle());
    }

    @Test
    void everyControlHasAName() {
        List<String> nameless = new ArrayList<>();
        int[] controls = {0};
        robot.interact(() -> look(scene().getRoot(), controls, nameless));
        assertEquals(List.of(), nameless);
        assertTrue(controls[0] > 25, "controls that can have the focus: " + controls[0]);
    }

    /** Frames are named by what is in them. */
    private static boolean isFrame(Node node) {
        return node instanceof ScrollPane || node instanceof TabPane;
    }

    private static void look(Node node, int[] controls, List<String> nameless) {
        if (node instanceof Control && node.isFocusTraversable() && !isFrame(node)) {
            controls[0]++;
            String given = node.getAccessibleText();
            String shown = node instanceof Labeled labeled ? labeled.getText() : null;
            Object label = node.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY);
            if ((given == null || given.isBlank()) && (shown == null || shown.isBlank()) && label == null) {
                nameless.add(node.toString());
            }
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> look(child, controls, nameless));
        }
    }
}
