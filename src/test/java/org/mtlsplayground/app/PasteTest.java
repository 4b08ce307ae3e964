package org.mtlsplayground.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.ui.common.Screenshots;

/** An error text is pasted into the window, explained, and its scenario played. */
class PasteTest extends WindowTest {
    private static final String TOLD =
            "javax.net.ssl.SSLHandshakeException: Received fatal alert: certificate_unknown\n"
                    + "\tat java.net.http/jdk.internal.net.http.HttpClientImpl.send(HttpClientImpl.java:928)";

    @Test
    void pastedWhereNoFieldTakesIt() throws Exception {
        robot.interact(() -> {
            Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, TOLD));
            scene().lookup("#help").requestFocus();
        });
        robot.press(KeyCode.SHORTCUT, KeyCode.V).release(KeyCode.V, KeyCode.SHORTCUT);
        await("explained", () -> !robot.lookup(".pg-paste-cause").queryAll().isEmpty());
        assertTrue(robot.lookup("Java, as the client, was refused by the other side.")
                .tryQuery()
                .isPresent());
        Screenshots.take(scene(), "error-text");
        click(".pg-paste-play");
        await(
                "played",
                () -> robot.lookup("The server refused the client’s certificate")
                        .tryQuery()
                        .isPresent());
        assertTrue(robot.lookup("#error-box").tryQuery().isEmpty());
    }

    /** Whoever looks for an error text in the library finds no scenario, but the box for it. */
    @Test
    void fromTheLibrary() throws Exception {
        robot.push(KeyCode.F9);
        await("the library", () -> robot.lookup("#library").tryQuery().isPresent());
        robot.interact(() -> robot.lookup("#library .text-field")
                .queryAs(TextField.class)
                .setText("Received fatal alert: certificate_unknown"));
        click("#library-explain");
        await("explained", () -> !robot.lookup(".pg-paste-cause").queryAll().isEmpty());
        assertFalse(robot.lookup("#library").query().isVisible());
        click(".pg-paste-play");
        await("through the library", () -> robot.lookup("#scenario-bar").query().isVisible());
    }

    @Test
    void whileItIsTyped() throws Exception {
        click("#explain-error");
        for (String text : List.of("it does not work", "ERR_BAD_SSL_CLIENT_AUTH_CERT", "")) {
            robot.interact(
                    () -> robot.lookup("#error-text").queryAs(TextArea.class).setText(text));
            String expected = text.isEmpty()
                    ? "What it is likely to mean will stand here. Nothing leaves this machine."
                    : text.startsWith("it") ? "Nothing in this text is known here" : "Chrome, as the client";
            await(
                    text,
                    () -> robot.lookup("#error-results .label").queryAll().stream()
                            .anyMatch(label -> label.toString().contains(expected)));
        }
        robot.push(KeyCode.ESCAPE);
        await("closed", () -> robot.lookup("#error-box").tryQuery().isEmpty());
    }
}
