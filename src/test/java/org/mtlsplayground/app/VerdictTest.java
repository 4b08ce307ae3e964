package org.mtlsplayground.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.ui.common.Screenshots;
import org.testfx.util.WaitForAsyncUtils;

/** A refusal explained in the window, and mended by what the verdict advises. */
class VerdictTest extends SessionTest {
    /** From the usual size of text to one and a half times that. */
    private static final int LARGER = 3;

    private List<String> texts(String styleClass) {
        Set<Node> all = robot.from(node(".pg-verdict")).lookup(styleClass).queryAll();
        return all.stream().map(node -> ((Labeled) node).getText()).toList();
    }

    @Test
    void anUnknownCaIsTrustedByTheRemedy() throws Exception {
        type(
                "#client #chain .text-field",
                SAMPLES.resolve("client-unknown-ca.crt").toString());
        type(
                "#client #key .text-field",
                SAMPLES.resolve("client-unknown-ca.key").toString());
        startServer();
        robot.push(KeyCode.F5);
        await("refused", () -> text("#client #pill").equals("refused"));
        await("why", () -> node("#verdict-more").isVisible());
        click("#verdict-more");
        await("three views", () -> texts(".pg-verdict-view-title").size() == 3);
        assertEquals(
                List.of("What the server knew", "What crossed the wire", "What the client was told"),
                texts(".pg-verdict-view-title"));
        assertTrue(
                texts(".pg-verdict-view").contains("Received fatal alert: certificate_unknown"),
                () -> "" + texts(".pg-verdict-view"));
        resize(1440, 900);
        Screenshots.take(scene(), "verdict-light-1440x900");
        // The evidence leads to the certificate.
        robot.interact(() -> ((Hyperlink)
                        robot.from(node(".pg-verdict")).lookup(".hyperlink").query())
                .fire());
        await("the certificate", () -> node(".pg-cert-fields").isVisible());
        // The remedy that needs no other certificate: a sample's issuer is not at hand, so the identity is changed.
        robot.interact(() -> ((Button) robot.from(node(".pg-verdict"))
                        .lookup(".pg-verdict-mend")
                        .query())
                .fire());
        await("changed", () -> robot.lookup("Connect again").tryQuery().isPresent());
        robot.clickOn("Connect again");
        await("connected", () -> text("#client #pill").equals("connected"));
        resize(1024, 700);
        click("#theme");
        Screenshots.take(scene(), "verdict-dark-1024x700");
        for (int i = 0; i < LARGER; i++) {
            robot.push(KeyCode.CONTROL, KeyCode.PLUS);
        }
        WaitForAsyncUtils.waitForFxEvents();
        // Nothing is pushed out of the window, and something is left of the timeline.
        assertTrue(end("#help").getMaxX() <= 1024, () -> "" + end("#help"));
        assertTrue(end("#server").getMaxX() <= 1024, () -> "" + end("#server"));
        assertTrue(
                end(".pg-verdict").getMaxY() < end(".pg-chip-bar").getMinY()
                        && end(".pg-chip-bar").getMaxY() < end(".pg-inspector").getMinY(),
                () -> "" + end(".pg-verdict") + end(".pg-chip-bar") + end(".pg-inspector"));
        Screenshots.take(scene(), "verdict-dark-1024x700-large");
    }

    /** Nothing listens: the advice that does it starts the server, and calls it where it is. */
    @Test
    void theServerIsStartedByTheRemedy() throws Exception {
        robot.interact(() -> {
            ((TextField) node("#server #port")).setText("0");
            ((TextField) node("#client #port")).setText("1");
        });
        robot.push(KeyCode.F5);
        await("why", () -> node("#verdict-more").isVisible());
        click("#verdict-more");
        await("a remedy", () -> !robot.lookup(".pg-verdict-mend").queryAll().isEmpty());
        click(".pg-verdict-mend");
        await("connected", () -> text("#client #pill").equals("connected"));
    }

    private Bounds end(String selector) {
        Node node = node(selector);
        return node.localToScene(node.getLayoutBounds());
    }
}
