package org.mtlsplayground.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.ui.common.Screenshots;
import org.mtlsplayground.ui.common.hex.HexView;
import org.mtlsplayground.ui.timeline.TimelineRow;
import org.testfx.api.FxRobot;

/** Messages that wait until they are let pass, in the window. */
class SteppingTest extends SessionTest {
    private static final String CLOSE = "Alert: close_notify (0)";

    private String waiting() {
        return text("#step-bar .pg-step-words");
    }

    private void awaitWaiting(String words) {
        await(words, () -> waiting().equals(words));
    }

    /** As they are now, copied on the FX thread: more may come at any time. */
    @SuppressWarnings("unchecked")
    private List<TimelineRow> rows() {
        List<TimelineRow> now = new ArrayList<>();
        Runnable copy = () -> now.addAll(((ListView<TimelineRow>) node(".pg-rows-list")).getItems());
        if (Platform.isFxApplicationThread()) {
            copy.run();
        } else {
            robot.interact(copy);
        }
        return now;
    }

    private String effect() {
        return rows().stream()
                .filter(TimelineRow.Effect.class::isInstance)
                .map(row -> ((TimelineRow.Effect) row).text())
                .findFirst()
                .orElse("");
    }

    private String facts() {
        return ((Text) node(".pg-verdict-facts")).getText().strip();
    }

    private void stepTo(String words) {
        robot.push(KeyCode.SPACE);
        awaitWaiting(words);
    }

    @Test
    void messageByMessage() throws Exception {
        startServer();
        assertFalse(node("#step-bar").isVisible());
        robot.push(KeyCode.F4);
        awaitWaiting("Nothing waits. Connect, and the first message stops here.");
        robot.push(KeyCode.F5);
        awaitWaiting("ClientHello waits at the client");
        assertEquals(List.of("ClientHello"), names());
        assertEquals("ClientHello · client → server · sent in clear", text(".pg-inspector-about"));
        assertTrue(effect().startsWith("Next, the server picks a version"), effect());
        assertEquals("ClientHello waits until you let it pass", facts());
        double next = node("#step-next").localToScene(0, 0).getY();
        stepTo("ServerHello waits at the server");
        stepTo("EncryptedExtensions waits at the server");
        stepTo("CertificateRequest waits at the server");
        assertEquals("CertificateRequest · server → client · encrypted, shown decrypted", text(".pg-inspector-about"));
        resize(1024, 700);
        Screenshots.take(scene(), "step-light-1024x700");
        click("#theme");
        resize(1920, 1080);
        Screenshots.take(scene(), "step-dark-1920x1080");
        // The rest by the button, as long as something waits.
        List<String> seen = new ArrayList<>();
        while (!text("#client .pg-pill").equals("connected")) {
            String before = waiting();
            seen.add(before);
            click("#step-next");
            await("something else", () -> !waiting().equals(before));
        }
        assertTrue(
                seen.contains("Certificate, CertificateVerify, Finished waits at the client")
                        || seen.contains("Certificate waits at the client"),
                () -> "" + seen);
        assertEquals(next, node("#step-next").localToScene(0, 0).getY(), "whatever the verdict");
        // Live again: whatever still waits passes.
        robot.push(KeyCode.F4);
        await("over", () -> !node("#step-bar").isVisible() && Collections.frequency(names(), CLOSE) == 2);

        robot.push(KeyCode.F4);
        robot.push(KeyCode.F5);
        awaitWaiting("ClientHello waits at the client");
        robot.push(KeyCode.ESCAPE);
        awaitWaiting("Nothing waits. Connect, and the first message stops here.");
        assertEquals("cancelled", text("#client .pg-pill"));
        robot.push(KeyCode.F5);
        awaitWaiting("ClientHello waits at the client");
        stepTo("ServerHello waits at the server");
        // Stopped while its answer waits.
        robot.push(KeyCode.F6);
        await("stopped", () -> text("#server .pg-pill").equals("stopped"));
        awaitWaiting("Nothing waits. Connect, and the first message stops here.");
        await("told", () -> text("#client .pg-pill").equals("failed"));
        startServer();
        robot.push(KeyCode.F5);
        awaitWaiting("ClientHello waits at the client");
        // The window closes with it.
    }

    private void choose(String menu, String item) {
        robot.interact(() -> ((MenuButton) node(menu))
                .getItems().stream()
                        .filter(one -> item.equals(one.getText()))
                        .findFirst()
                        .orElseThrow()
                        .fire());
    }

    private TimelineRow.Arrow altered() {
        return rows().stream()
                .filter(row ->
                        row instanceof TimelineRow.Arrow arrow && !arrow.sides().isEmpty())
                .map(TimelineRow.Arrow.class::cast)
                .findFirst()
                .orElse(null);
    }

    @Test
    void aBitOfTheServersRandomAndAnotherName() throws Exception {
        startServer();
        robot.push(KeyCode.F4);
        robot.push(KeyCode.F5);
        awaitWaiting("ClientHello waits at the client");
        stepTo("ServerHello waits at the server");
        assertTrue(node("#alter-bar").isVisible());
        assertEquals("Alter ServerHello before it passes", text("#alter-bar .pg-alter-title"));
        // The random begins behind type, length and version.
        HexView hex = (HexView) node(".pg-message .pg-hex");
        robot.interact(hex::requestFocus);
        robot.push(KeyCode.HOME);
        for (int i = 0; i < 8; i++) {
            robot.push(KeyCode.RIGHT);
        }
        assertEquals(
                "Change the selected byte…",
                ((MenuButton) node("#alter-bytes")).getItems().get(0).getText());
        choose("#alter-bytes", "Flip bit 0 of byte 8");
        assertEquals("bit 0 of byte 8 flipped", text("#alter-bar .pg-alter-tag"));
        resize(1024, 700);
        Screenshots.take(scene(), "alter-light-1024x700");
        assertEquals("Let it pass, altered", text("#step-next"));
        robot.push(KeyCode.SPACE);
        await("something else", () -> !waiting().startsWith("ServerHello"));
        assertEquals("Next", text("#step-next"));
        robot.push(KeyCode.F4);
        await("marked", () -> altered() != null && !text("#client .pg-pill").equals("connecting"));
        assertEquals("refused", text("#client .pg-pill"));
        assertEquals(2, altered().sides().size());
        byte[] arrived = altered().sides().get(0).bytes();
        byte[] sent = altered().sides().get(1).bytes();
        assertEquals(sent[8] ^ 1, arrived[8]);
        robot.interact(
                () -> ((ListView<?>) node(".pg-rows-list")).getSelectionModel().select(rows().indexOf(altered())));
        await("both sides", () -> node("#altered-bar").isVisible());
        resize(1440, 900);
        Screenshots.take(scene(), "altered-light-1440x900");
        click("#theme");
        Screenshots.take(scene(), "altered-dark-1440x900");
        anotherServerName();
    }

    private static Optional<TreeItem<Object>> below(TreeItem<Object> item, String name) {
        return item.getValue().toString().startsWith(name + "@")
                ? Optional.of(item)
                : item.getChildren().stream()
                        .flatMap(child -> below(child, name).stream())
                        .findFirst();
    }

    private void openField(String name) {
        @SuppressWarnings("unchecked")
        TreeView<Object> fields = (TreeView<Object>) node(".pg-field-tree");
        robot.interact(() ->
                fields.getSelectionModel().select(below(fields.getRoot(), name).orElseThrow()));
        assertEquals(name + "…", text("#alter-field"));
        robot.interact(() -> ((Button) node("#alter-field")).fire());
    }

    private String says(String written) {
        robot.interact(() -> input("#alter-field-input").setText(written));
        Button done = robot.lookup("#alter-field-done").query();
        String state = ((Labeled) robot.lookup(".pg-alter-state").query()).getText();
        return done.isDisabled() + ": " + state;
    }

    /** With the server that is there. */
    private void anotherServerName() throws Exception {
        robot.push(KeyCode.F4);
        robot.push(KeyCode.F5);
        awaitWaiting("ClientHello waits at the client");
        openField("host_name");
        assertEquals("server.mtls.example.org", input("#alter-field-input").getText());
        assertEquals("true: host_name must not be empty (RFC 6066 §3).", says(""));
        assertTrue(says("bücher.example").startsWith("true: A name here is written in ASCII"));
        assertEquals("true: Too long: a record holds at most 16,384 bytes (RFC 8446 §5.1).", says("a".repeat(16_384)));
        assertEquals("false: 9 bytes, 14 fewer than before", says("a.example"));
        robot.push(KeyCode.ENTER);
        assertEquals("host_name: a.example", text("#alter-bar .pg-alter-tag"));
        // Taken back; and left alone by Escape, which does not end the connection then.
        choose("#alter-record", "Let it arrive twice");
        takeBack("#alter-bar .pg-alter-tag");
        assertEquals("arrives twice", ((Labeled) focused()).getText());
        takeBack("#alter-bar .pg-alter-tag");
        assertEquals("alter-record", focused().getId());
        openField("host_name");
        assertEquals("false: 29 bytes, 6 more than before", says("another.longer.example.org.uk"));
        robot.push(KeyCode.ESCAPE);
        assertEquals("Next", text("#step-next"));
        openField("cipher_suites");
        assertEquals(
                "true: “TLS_NONSENSE” is no cipher suite: neither a name of the IANA list nor four digits in hex.",
                says("TLS_NONSENSE"));
        assertTrue(says("TLS_AES_128_GCM_SHA256\n0x4a4a").startsWith("false: 4 bytes, "));
        robot.push(KeyCode.ESCAPE);
        openField("random");
        assertEquals("true: That is not bytes in hex: two digits each, 0 to 9 and a to f.", says("1"));
        assertEquals("true: random always has 32 bytes.", says("11 22"));
        robot.push(KeyCode.ESCAPE);
        openField("host_name");
        robot.interact(() -> input("#alter-field-input").setText("another.longer.example.org.uk"));
        robot.push(KeyCode.ENTER);
        assertEquals("Let it pass, altered", text("#step-next"));
        robot.interact(() -> ((Button) node("#step-next")).fire());
        robot.push(KeyCode.F4);
        await("marked", () -> altered() != null && !text("#client .pg-pill").equals("connecting"));
        assertEquals("refused", text("#client .pg-pill"));
        byte[] arrived = altered().sides().get(0).bytes();
        byte[] sent = altered().sides().get(1).bytes();
        assertEquals(sent.length + 6, arrived.length);
        assertTrue(new String(arrived, StandardCharsets.ISO_8859_1).contains("another.longer.example.org.uk"));
    }

    /** As if it had been pressed. */
    private void takeBack(String button) {
        robot.interact(() -> {
            Button one = robot.lookup(button).query();
            one.requestFocus();
            one.fire();
        });
    }

    private Node focused() {
        return scene().getFocusOwner();
    }

    private TextInputControl input(String id) {
        return robot.lookup(id).query();
    }

    @SuppressWarnings("unchecked")
    private static <T> ComboBox<T> box(FxRobot robot, String id) {
        return (ComboBox<T>) robot.lookup(id).query();
    }

    private void pick(String id, int index) {
        robot.interact(() -> box(robot, id).getSelectionModel().select(index));
    }

    @Test
    void aSlowWireAndARule() throws Exception {
        startServer();
        resize(1440, 900);
        click("#wire");
        await("open", () -> robot.lookup("#wire-pane").tryQuery().isPresent());
        pick("#pace-client", 1);
        pick("#pace-server", 4);
        pick("#rule-sender", 1);
        pick("#rule-where", 4);
        pick("#rule-deed", 1);
        robot.interact(() -> ((Button) robot.lookup("#rule-add").query()).fire());
        Screenshots.take(robot.lookup("#wire-pane").query().getScene(), "wire-light");
        Scene pane = robot.lookup("#wire-pane").query().getScene();
        robot.interact(() -> ((Button) robot.lookup("#rule-add").query()).fire());
        takeBack("#wire-pane .pg-wire-rule .button");
        assertTrue(pane.getFocusOwner().getParent().getStyleClass().contains("pg-wire-rule"), "that of the other rule");
        takeBack("#wire-pane .pg-wire-rule .button");
        assertEquals("rule-add", pane.getFocusOwner().getId());
        robot.interact(() -> ((Button) robot.lookup("#rule-add").query()).fire());
        robot.interact(() -> box(robot, "#rule-deed").requestFocus());
        robot.push(KeyCode.ESCAPE);
        awaitWaiting(
                "The wire is slow: Slow motion, 1 second a message to the server, Modem, 28,800 bit/s, 100 ms to the"
                        + " client. Altered by rule: Server: ServerKeyExchange does not arrive");
        robot.push(KeyCode.F5);
        await(
                "it travels",
                () -> rows().stream()
                        .anyMatch(row -> row instanceof TimelineRow.Arrow arrow
                                && arrow.text().name().equals("ClientHello")));
        Screenshots.take(scene(), "travelling-light-1440x900");
        await("connected", () -> text("#client .pg-pill").equals("connected"));
        await(
                "counted",
                () -> rows().stream()
                        .anyMatch(row -> row instanceof TimelineRow.Pause pause
                                && pause.toString().contains("roundTrip=1")));
        takeBack("#wire-usual");
        assertEquals("wire", focused().getId());
        assertFalse(node("#step-bar").isVisible());
    }
}
