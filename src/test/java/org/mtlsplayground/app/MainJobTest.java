package org.mtlsplayground.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.ui.common.Screenshots;
import org.mtlsplayground.ui.inspector.LogModel;
import org.mtlsplayground.ui.timeline.ConnectionItem;
import org.mtlsplayground.ui.timeline.TimelineRow;
import org.testfx.util.WaitForAsyncUtils;

/** What the program is for, done in its window: start, connect, watch; then with a wrong certificate, and from outside. */
class MainJobTest extends WindowTest {
    private static final String BOTH = "Both sides proved who they are";

    @Test
    void startConnectAndWatch() throws Exception {
        resize(1440, 900);
        assertTrue(node(".pg-empty").isVisible(), "says what will appear here");
        Screenshots.take(scene(), "main-light-1440x900-nothing-yet");
        start();
        connect("connected");
        awaitVerdict(BOTH);
        assertTrue(
                verdict().contains("The server is server.mtls.example.org, vouched for by Demo Server CA."), verdict());
        assertTrue(verdict().contains("The client is alice, vouched for by Demo Client CA."), verdict());
        assertTrue(verdict().contains("TLS 1.3 · TLS_AES_256_GCM_SHA384 · x25519"), verdict());

        List<String> names = names();
        assertEquals(List.of("ClientHello", "ServerHello"), names.subList(0, 2));
        assertEquals(2, names.stream().filter("ChangeCipherSpec"::equals).count(), names.toString());
        assertTrue(
                names.containsAll(List.of("CertificateRequest", "CertificateVerify", "Finished", "Application data")),
                names.toString());
        assertEquals(1, chips().getItems().size(), "one chip for a connection of which both sides are ours");
        robot.clickOn("Certificates");
        await("the client's certificate", () -> text("#name").equals("alice"));
        Screenshots.take(scene(), "main-light-1440x900");

        robot.interact(() -> rows().getSelectionModel().select(1));
        connect("connected");
        await("two chips", () -> chips().getItems().size() == 2);
        awaitVerdict(BOTH);
        assertEquals(2, selected().connection().number(), "the newest is selected");
        robot.clickOn(robot.from(chips())
                .lookup((Labeled chip) -> String.valueOf(chip.getText()).startsWith("#1"))
                .queryLabeled());
        await("the first again", () -> selected().connection().number() == 1 && names().size() == names.size());

        robot.clickOn("Log");
        await("the log", () -> lines().stream().anyMatch(line -> line.text().contains("received “Hello from client”")));
        assertTrue(lines().stream().anyMatch(line -> line.text().startsWith("listening on 127.0.0.1:")), "" + lines());
        Screenshots.take(scene(), "main-light-1440x900-log");
    }

    @Test
    void tls12ShowsTheCertificates() throws Exception {
        resize(1440, 900);
        start();
        click("#client #more .pg-fold-header");
        click("#client #tls13");
        click("#client #more .pg-fold-header");
        connect("connected");
        awaitVerdict(BOTH);
        await("all messages", () -> names().size() >= 16);
        assertEquals(
                List.of(
                        "ClientHello",
                        "ServerHello",
                        "Certificate",
                        "ServerKeyExchange",
                        "CertificateRequest",
                        "ServerHelloDone",
                        "Certificate",
                        "ClientKeyExchange",
                        "CertificateVerify",
                        "ChangeCipherSpec",
                        "Finished",
                        "NewSessionTicket",
                        "ChangeCipherSpec",
                        "Finished",
                        "Application data",
                        "Application data"),
                names().subList(0, 16));
        Screenshots.take(scene(), "main-light-1440x900-tls12");
    }

    @Test
    void wrongCertificateIsRefused() throws Exception {
        resize(1440, 900);
        start();
        connect("connected");
        type("#client #chain .text-field", SAMPLES.resolve("client-expired.crt").toString());
        type("#client #key .text-field", SAMPLES.resolve("client-expired.key").toString());
        connect("refused");
        awaitVerdict("The server refused the client’s certificate");
        assertTrue(verdict().contains("certificate_unknown (46)"), verdict());
        assertTrue(verdict().contains("“alice”, the client’s certificate, expired at 2025-01-31"), verdict());
        robot.clickOn("Certificates");
        await(
                "the refused certificate",
                () -> text("#badge").toLowerCase(Locale.ROOT).contains("expired"));
        Screenshots.take(scene(), "main-light-1440x900-refused");
        click("#theme");
        Screenshots.take(scene(), "main-dark-1440x900-refused");
        resize(1024, 700);
        Screenshots.take(scene(), "main-dark-1024x700-refused");
        click("#theme");
        resize(1920, 1080);
        Screenshots.take(scene(), "main-light-1920x1080-refused");
    }

    @Test
    void whoSpeaksNoTlsIsAConnectionToo() throws Exception {
        resize(1024, 700);
        int port = start();
        try (Socket stranger = new Socket(InetAddress.getLoopbackAddress(), port)) {
            OutputStream out = stranger.getOutputStream();
            out.write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            awaitVerdict("The server could not make sense of what the other side sent");
        }
        assertEquals("No TLS", names().get(0));
        assertEquals("idle", text("#client #pill"), "the client's card is as it was");
        Screenshots.take(scene(), "main-light-1024x700-no-tls");
    }

    @Test
    void stopDuringAConnection() throws Exception {
        resize(1024, 700);
        int port = start();
        try (Socket silent = new Socket(InetAddress.getLoopbackAddress(), port)) {
            await("its chip", () -> chips().getItems().size() == 1);
            awaitVerdict("In progress");
            click("#server #start");
            await("stopped", () -> text("#server #pill").equals("stopped"));
            awaitVerdict("Cancelled");
            assertEquals(-1, silent.getInputStream().read(), "the server has closed it");
        }
        assertEquals(port, start(port), "the same port, at once");
    }

    @Test
    void nobodyListens() throws Exception {
        resize(1024, 700);
        int port = start();
        click("#server #start");
        await("stopped", () -> text("#server #pill").equals("stopped"));
        type("#client #port", String.valueOf(port));
        connect("failed");
        awaitVerdict("Nothing is listening there");
        Screenshots.take(scene(), "main-light-1024x700-nobody");
    }

    private int start() {
        return start(0);
    }

    private int start(int port) {
        type("#server #port", String.valueOf(port));
        click("#server #start");
        await("listening", () -> text("#server #pill").startsWith("listening"));
        int chosen = Integer.parseInt(text("#server #pill").replaceAll(".*:", ""));
        type("#client #port", String.valueOf(chosen));
        return chosen;
    }

    private void connect(String state) {
        int before = chips().getItems().size();
        click("#client #connect");
        await("a chip", () -> chips().getItems().size() == before + 1);
        await(state, () -> text("#client #pill").equals(state));
    }

    private void awaitVerdict(String headline) {
        await(headline, () -> verdict().startsWith(headline));
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** As a screen reader would read it. */
    private String verdict() {
        Object spoken = node(".pg-verdict").queryAccessibleAttribute(AccessibleAttribute.TEXT);
        return String.valueOf(spoken);
    }

    private ConnectionItem selected() {
        return chips().getSelectionModel().getSelectedItem();
    }

    private List<String> names() {
        return List.copyOf(rows().getItems()).stream()
                .filter(TimelineRow.Arrow.class::isInstance)
                .map(row -> ((TimelineRow.Arrow) row).text().name())
                .toList();
    }

    @SuppressWarnings("unchecked")
    private ListView<TimelineRow> rows() {
        return (ListView<TimelineRow>) node(".pg-rows-list");
    }

    @SuppressWarnings("unchecked")
    private ListView<ConnectionItem> chips() {
        return (ListView<ConnectionItem>) node(".pg-chips");
    }

    @SuppressWarnings("unchecked")
    private List<LogModel.Line> lines() {
        return ((ListView<LogModel.Line>) node(".pg-log")).getItems();
    }
}
