package org.mtlsplayground.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.ui.common.Screenshots;

/** Text of twice the usual size in a small window: what there is no room for can be brought into sight. */
class LargeTextTest extends SessionTest {
    private static final int STEPS_TO_TWICE = 5;

    private Bounds place(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private boolean isSeen(String selector) {
        Bounds place = place(node(selector));
        return place.getMinX() >= 0 && place.getMaxX() <= scene().getWidth() && place.getMaxY() <= scene().getHeight();
    }

    @Test
    void everyControlCanBeReached() throws Exception {
        await("the tools", () -> node("#scenario") != null && node("#wire") != null);
        resize(1024, 700);
        for (int step = 0; step < STEPS_TO_TWICE; step++) {
            robot.push(KeyCode.CONTROL, KeyCode.PLUS);
        }
        List<String> tools = List.of("#scenario", "#step", "#wire", "#certificates", "#textSize", "#help");
        await("nothing covers another", () -> {
            for (int i = 1; i < tools.size(); i++) {
                if (place(node(tools.get(i - 1))).getMaxX()
                        > place(node(tools.get(i))).getMinX()) {
                    return false;
                }
            }
            return place(node("#help")).getMaxX() > scene().getWidth();
        });
        for (String one : List.of("#help", "#scenario", "#client #host", "#server #port", "#client #connect")) {
            robot.interact(() -> node(one).requestFocus());
            await(one + " comes into sight", () -> isSeen(one));
        }
        Label empty = (Label) node(".pg-timeline .pg-empty-title");
        assertTrue(empty.getHeight() >= 2 * empty.getFont().getSize(), "two lines, none of them cut");
        Screenshots.take(scene(), "large-light-1024x700");
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT0);
        await("all is seen again", () -> isSeen("#help") && isSeen("#server #start") && isSeen("#client #host"));
        assertEquals(null, node("#help").getParent().getParent().getClip(), "nothing scrolls there");
    }
}
