package org.mtlsplayground.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.geometry.Bounds;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.ui.common.Screenshots;

/** The window in its sizes, themes and sizes of text, with pictures under {@code target/screenshots}. */
class LooksTest extends WindowTest {
    private static final double[][] SIZES = {{1024, 700}, {1440, 900}, {1920, 1080}};

    @Test
    void eachSizeInBothThemes() throws Exception {
        for (String theme : new String[] {"light", "dark"}) {
            for (double[] size : SIZES) {
                resize(size[0], size[1]);
                assertInSight("#client #connect");
                assertInSight("#server #start");
                await(
                        "each card has its share",
                        () -> node("#client").getLayoutBounds().getWidth() <= size[0] / 4);
                Screenshots.take(scene(), "window-" + theme + "-" + (int) size[0] + "x" + (int) size[1]);
            }
            click("#theme");
        }
        assertTrue(!scene().getRoot().getStyleClass().contains("theme-dark"), "back in the light theme");
    }

    @Test
    void largerText() throws Exception {
        resize(1440, 900);
        double before = node("#client #connect").getLayoutBounds().getHeight();
        for (int i = 0; i < 3; i++) {
            robot.push(KeyCode.CONTROL, KeyCode.PLUS);
        }
        await("text at 150 %", () -> scene().getRoot().getStyle().contains("19.5px"));
        assertTrue(node("#client #connect").getLayoutBounds().getHeight() > 1.3 * before, "the button grew too");
        assertInSight("#client #connect");
        Screenshots.take(scene(), "window-light-1440x900-text150");
        click("#theme");
        Screenshots.take(scene(), "window-dark-1440x900-text150");
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT0);
        await("text at 100 %", () -> scene().getRoot().getStyle().contains("13.0px"));
        robot.push(KeyCode.CONTROL, KeyCode.MINUS);
        await("text at 90 %", () -> scene().getRoot().getStyle().contains("11.7px"));
    }

    private void assertInSight(String selector) {
        Bounds bounds = node(selector).localToScene(node(selector).getLayoutBounds());
        assertTrue(bounds.getMinX() >= 0 && bounds.getMaxX() <= scene().getWidth(), selector + " across " + bounds);
        assertTrue(bounds.getMinY() >= 0 && bounds.getMaxY() <= scene().getHeight(), selector + " down " + bounds);
        assertEquals(true, node(selector).isVisible());
    }
}
