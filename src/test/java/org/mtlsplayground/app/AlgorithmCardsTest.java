package org.mtlsplayground.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.ui.common.Screenshots;

/** What a side may use, and whom a server lets in, as it is set under More. */
class AlgorithmCardsTest extends WindowTest {
    private void unfold(String side) {
        click("#" + side + " .pg-fold-header");
        await("unfolded", () -> node("#" + side + " #algorithms-GROUPS") != null);
    }

    /** Opens the list by the keyboard, and ticks the name that is so many below the first. */
    private void tick(String side, int below, String name) {
        robot.interact(() -> node("#" + side + " #algorithms-GROUPS").requestFocus());
        robot.push(KeyCode.SPACE);
        await("the list is open", () -> focused().equals("x25519"));
        for (int i = 0; i < below; i++) {
            robot.push(KeyCode.DOWN);
        }
        await(name, () -> focused().equals(name));
        robot.push(KeyCode.SPACE);
        assertEquals(name, text("#" + side + " #algorithms-GROUPS"));
    }

    private String focused() {
        return robot.listWindows().stream()
                .filter(window -> window.isFocused() && window.getScene() != null)
                .map(window -> window.getScene().getFocusOwner())
                .filter(CheckBox.class::isInstance)
                .map(box -> ((CheckBox) box).getText())
                .findFirst()
                .orElse("");
    }

    private void shut() {
        robot.push(KeyCode.ESCAPE);
        await("the list is shut", () -> robot.lookup("#nameTicks").tryQuery().isEmpty());
    }

    /** Into a field that may be out of sight. */
    private void write(String field, String text) {
        robot.interact(() -> {
            TextField typed = (TextField) node("#server " + field);
            typed.requestFocus();
            typed.selectAll();
        });
        robot.write(text);
    }

    @Test
    void choicesAreUsedAndRemembered() throws Exception {
        unfold("server");
        unfold("client");
        assertEquals("JDK’s choice", text("#server #algorithms-GROUPS"));
        tick("server", 2, "secp384r1");
        shut();
        write("#serverNames", "127.0.0.1");
        assertTrue(text("#server #serverNamesHint").startsWith("Server names are host names"));
        write("#serverNames", "*.mtls.example.org");
        write("#subjects", "bob, alice");
        Screenshots.take(scene(), "cards-algorithms");
        assertTrue(
                text("#server .pg-fold-header").contains(" · secp384r1 · for *.mtls.example.org · only bob, alice · "),
                text("#server .pg-fold-header"));
        startServer();
        click("#client #connect");
        await("connected", () -> text("#client .pg-pill").equals("connected"));
        tick("client", 0, "x25519");
        shut();
        click("#client #connect");
        await("refused", () -> text("#client .pg-pill").equals("refused"));
        restart();
        unfold("server");
        assertEquals("secp384r1", text("#server #algorithms-GROUPS"));
        assertEquals("bob, alice", text("#server #subjects"));
    }
}
