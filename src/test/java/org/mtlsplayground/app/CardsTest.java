package org.mtlsplayground.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.ui.common.Screenshots;

/** What the cards do when a person clicks and types, on real sockets and real files. */
class CardsTest extends WindowTest {
    @Test
    void startAndConnect() throws Exception {
        startServer();
        connect();
        await("connected", () -> text("#client .pg-pill").equals("connected"));
        await("counted", () -> text("#server #count").equals("1 connection · 1 accepted · 0 refused"));
        Screenshots.take(scene(), "cards-connected");
        click("#server #start");
        await("stopped", () -> text("#server .pg-pill").equals("stopped"));
        connect();
        await("failed", () -> text("#client .pg-pill").equals("failed"));
        assertTrue(text("#client #hostHint").startsWith("Nothing listens on 127.0.0.1:"), text("#client #hostHint"));
        Screenshots.take(scene(), "cards-nothing-listens");
    }

    @Test
    void copiedAsCommands() throws Exception {
        click("#client #copyAs");
        await("for openssl", () -> copied().startsWith("# ") && copied().contains("| openssl s_client"));
        robot.push(KeyCode.RIGHT).push(KeyCode.RIGHT).push(KeyCode.LEFT);
        await("for curl", () -> copied().contains("\ncurl \\\n"));
        Screenshots.take(robot.lookup("#copyAsBox").query().getScene(), "copy-as-client");
        robot.push(KeyCode.ENTER);
        String shown = copied();
        await("copied", () -> shown.equals(Clipboard.getSystemClipboard().getString()));
        robot.push(KeyCode.ESCAPE);
        await("closed", () -> robot.lookup("#copyAsBox").tryQuery().isEmpty());

        type("#client #port", "none");
        click("#client #copyAs");
        await(
                "told why not",
                () -> copied().isEmpty() && robot.lookup("#copyAsCopy").query().isDisabled());
        robot.push(KeyCode.ESCAPE);
        click("#server #copyAs");
        robot.clickOn("#copyAs-nginx");
        await("for nginx", () -> copied().contains("\n    ssl_verify_client on;\n"));
        Screenshots.take(robot.lookup("#copyAsBox").query().getScene(), "copy-as-server");
    }

    private String copied() {
        return robot.lookup("#copyAsText").queryAs(TextArea.class).getText();
    }

    @Test
    void refusedWithoutCertificate() {
        startServer();
        click("#client #chain .pg-clear");
        click("#client #key .pg-clear");
        await("both empty", () -> text("#client #chain .pg-hint").equals("No certificate is shown"));
        connect();
        await("refused", () -> text("#client .pg-pill").equals("refused"));
        await("counted", () -> text("#server #count").equals("1 connection · 0 accepted · 1 refused"));
        assertTrue(text("#server .pg-pill").startsWith("listening on 127.0.0.1:"), "the server runs on");
    }

    @Test
    void changesOfARunningServerWaitForItsRestart() {
        startServer();
        assertFalse(node("#server #restartLine").isVisible(), "nothing was changed yet");
        click("#server #none");
        await("told to restart", () -> node("#server #restartLine").isVisible());
        click("#server #required");
        await("as it was", () -> !node("#server #restartLine").isVisible());
        click("#server #optional");
        click("#server #restart");
        await(
                "restarted",
                () -> !node("#server #restartLine").isVisible()
                        && text("#server .pg-pill").startsWith("listening"));
    }

    @Test
    void occupiedPort() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = other.getLocalPort();
            type("#server #port", String.valueOf(port));
            click("#server #start");
            await(
                    "told so",
                    () -> text("#server #portHint")
                            .equals("Port " + port
                                    + " is taken by another program. Use another port, or 0 to pick a free one."));
            assertEquals("stopped", text("#server .pg-pill"));
        }
    }

    @Test
    void otherNetworksOnlyAfterAsking() {
        type("#server #address", "0.0.0.0");
        type("#server #port", "0");
        click("#server #start");
        await("asked", () -> node("#server #question").isVisible());
        click("#server #decline");
        await("left alone", () -> !node("#server #question").isVisible());
        assertEquals("stopped", text("#server .pg-pill"));
        click("#server #start");
        await("asked again", () -> node("#server #question").isVisible());
        click("#server #allow");
        await("listening", () -> text("#server .pg-pill").startsWith("listening on 0.0.0.0:"));
    }

    @Test
    void impossibleInputIsSaidAtItsField() throws Exception {
        type("#client #port", "70000");
        assertEquals("A port is a number from 1 to 65535.", text("#client #portHint"));
        type("#client #port", "4443");
        assertEquals("", text("#client #portHint"));
        type("#client #host", "");
        assertTrue(text("#client #hostHint").startsWith("Say where to connect to"), text("#client #hostHint"));
        type("#client #host", "https://127.0.0.1/");
        assertTrue(text("#client #hostHint").contains("is no host name or address"), text("#client #hostHint"));
        type("#client #serverName", "127.0.0.1");
        assertTrue(text("#client #serverNameHint").contains("RFC 6066"), text("#client #serverNameHint"));
        type("#client #serverName", "under score..org");
        assertTrue(text("#client #serverNameHint").contains("can’t be a DNS name"), text("#client #serverNameHint"));
        Screenshots.take(scene(), "cards-bad-input");
        connect();
        await("not tried", () -> text("#client #note").startsWith("Not connected"));
        assertEquals("idle", text("#client .pg-pill"));
    }

    @Test
    void oneVersionAlwaysRemains() {
        click("#client .pg-fold-header");
        await("unfolded", () -> node("#client #tls13") != null);
        robot.interact(() -> node("#client #tls13").requestFocus());
        robot.push(KeyCode.SPACE);
        assertEquals("More · TLS 1.2 · “Hello from client”", text("#client .pg-fold-header"));
        robot.interact(() -> node("#client #tls12").requestFocus());
        robot.push(KeyCode.SPACE);
        assertEquals("More · TLS 1.3 · “Hello from client”", text("#client .pg-fold-header"));
    }

    private static double top(Node node) {
        return node.localToScene(node.getLayoutBounds()).getMinY();
    }

    @Test
    void protocolsAndResumptionStandOnTheFold() throws Exception {
        resize(1024, 700);
        click("#client .pg-fold-header");
        await("unfolded", () -> node("#client #protocols") != null);
        await("what was opened is seen, its line at the top", () -> {
            ScrollPane pane = (ScrollPane) node("#client #scroll");
            return top(node("#client .pg-fold")) - top(pane) < 2 && pane.getVvalue() > 0;
        });
        resize(1920, 1080);
        type("#client #protocols", "h2, grüße");
        assertTrue(text("#client #protocolsHint").startsWith("Protocols are names"), text("#client #protocolsHint"));
        connect();
        await("not tried", () -> text("#client #note").startsWith("Not connected"));
        type("#client #protocols", "h2, http/1.1");
        assertEquals("", text("#client #protocolsHint"));
        robot.interact(() -> node("#client #resume").requestFocus());
        robot.push(KeyCode.SPACE);
        assertEquals(
                "More · TLS 1.3, 1.2 · ALPN h2, http/1.1 · resumes · “Hello from client”",
                text("#client .pg-fold-header"));
        Screenshots.take(scene(), "cards-fold-client");
        click("#client .pg-fold-header");
        click("#server .pg-fold-header");
        await("unfolded", () -> node("#server #protocols") != null);
        type("#server #protocols", "http/1.1");
        assertEquals("More · TLS 1.3, 1.2 · ALPN http/1.1 · “Hello from server”", text("#server .pg-fold-header"));
        click("#server .pg-fold-header");
        startServer();
        for (int i = 1; i <= 2; i++) {
            String counts = i == 1 ? "1 connection · 1 accepted" : "2 connections · 2 accepted";
            connect();
            await("counted", () -> text("#server #count").startsWith(counts));
        }
    }

    @Test
    void cancelWhileNobodyAnswers() throws IOException {
        // A listener that accepts and says nothing.
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            type("#client #port", String.valueOf(silent.getLocalPort()));
            connect();
            await("connecting", () -> text("#client .pg-pill").equals("connecting"));
            assertEquals("_Cancel", text("#client #connect"));
            robot.push(KeyCode.ESCAPE);
            await("cancelled", () -> text("#client .pg-pill").equals("cancelled"));
            assertEquals("_Connect", text("#client #connect"));
        }
    }

    @Test
    void unknownHost() {
        type("#client #host", "no-such-host.invalid");
        connect();
        await("told so", () -> text("#client #hostHint").startsWith("No host named “no-such-host.invalid” is known."));
        assertEquals("failed", text("#client .pg-pill"));
    }

    @Test
    void keyOfAnotherCertificateIsAWarning() throws Exception {
        Path other = SAMPLES.resolve("server.key");
        type("#client #key .pg-file-path", other.toString());
        await("warned", () -> text("#client #key .pg-hint").startsWith("belongs to another certificate"));
        assertEquals("server.key", text("#client #key .pg-file-path"));
        Screenshots.take(scene(), "cards-other-key");
        assertTrue(Files.exists(other));
    }

    private void connect() {
        robot.push(KeyCode.F5);
    }
}
