package org.mtlsplayground.ui.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtlsplayground.capture.Capture;
import org.mtlsplayground.capture.CaptureLimits;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.capture.Tap;
import org.mtlsplayground.capture.Underway;
import org.mtlsplayground.capture.WireUnit;
import org.mtlsplayground.diagnosis.Diagnosis;
import org.mtlsplayground.diagnosis.EventText;
import org.mtlsplayground.dissect.Extension;
import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.dissect.Message;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.transcript.DerivedSecret;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.transcript.Negotiation;
import org.mtlsplayground.transcript.Phase;
import org.mtlsplayground.transcript.Transcripts;
import org.mtlsplayground.ui.common.FxUpdates;
import org.mtlsplayground.ui.common.Screenshots;
import org.mtlsplayground.ui.common.Theme;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The sequence diagram with stories that are made up; pictures under {@code target/screenshots}. */
@ExtendWith(ApplicationExtension.class)
class TimelineViewTest {
    private final Connections connections = new Connections();
    private final TimelineModel model =
            new TimelineModel(connections, new Transcripts(List::of), new FxUpdates(Runnable::run), work -> {});
    private final List<String> opened = new ArrayList<>();
    private final FxRobot robot = new FxRobot();
    private int reading;
    private Scene scene;
    private Connection connection;

    @Start
    void start(Stage stage) {
        TimelineView view = new TimelineView(model);
        view.setOnOpen(() -> opened.add("message"));
        StackPane frame = new StackPane(view.root());
        frame.setStyle("-fx-font-size: 13px;");
        scene = new Scene(frame);
        Theme.LIGHT.apply(scene);
        stage.setScene(scene);
        stage.setWidth(860);
        stage.setHeight(640);
        stage.show();
    }

    /** A connection of which the model knows nothing but what the story tells. */
    private void tell(Story story, DerivedSecret... secrets) {
        Capture capture = Capture.recorded(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 40_000),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 4443),
                Instant.EPOCH);
        tell(capture, story, secrets);
    }

    private void tell(Capture capture, Story story, DerivedSecret... secrets) {
        robot.interact(() -> {
            connection = connections.addRecorded(capture, "team-gateway.pcapng");
            reading++;
            goOn(story, 0, secrets);
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void goOn(Story story, int from, DerivedSecret... secrets) {
        model.append(
                reading,
                new TimelineModel.Reading(
                        connection,
                        Diagnosis.of(connection, new Transcripts(List::of).of(connection.capture())),
                        Negotiation.unknown(),
                        Optional.empty()),
                story.newsFrom(from, List.of(secrets)));
    }

    private void picture(String name) throws Exception {
        Screenshots.take(scene, "timeline-" + name + "-light");
        robot.interact(() -> Theme.DARK.apply(scene));
        Screenshots.take(scene, "timeline-" + name + "-dark");
        robot.interact(() -> Theme.LIGHT.apply(scene));
    }

    @SuppressWarnings("unchecked")
    private ListView<TimelineRow> rows() {
        return (ListView<TimelineRow>) scene.lookup(".pg-rows-list");
    }

    /** Shows a message of a story at the tap, before it has arrived. */
    private void hold(Story story, int index) {
        Event event = story.events().get(index);
        WireUnit unit = new WireUnit(event.direction(), index, event.bytes(), 22, 0, 0, List.of());
        TimelineRow.Arrow arrow = new TimelineRow.Arrow(
                event, EventText.of(event), new Course.OnItsWay(new Underway(unit, System.nanoTime(), 0)));
        robot.interact(() -> model.append(
                reading,
                model.readingProperty().get(),
                new TimelineModel.News(
                        List.of(), List.of(), List.of(), List.of(), List.of(), List.of(arrow), Map.of())));
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** In the second height the rows would fit, but for what the last one will bring about. */
    @ParameterizedTest
    @ValueSource(ints = {640, 900})
    void whatWaitsIsInSightWithWhatItWillBringAboutAndStaysLookedAtWhenItHasArrived(int height) throws Exception {
        robot.interact(() -> {
            scene.getWindow().setWidth(1_011);
            scene.getWindow().setHeight(height);
        });
        Story story = Story.mutual();
        for (int i = 0; i < 8; i++) {
            story.phase(i % 2 == 0 ? Phase.APPLICATION_DATA : Phase.AFTER_HANDSHAKE)
                    .sealed(false, 1, new Handshake.KeyUpdate(false), 5);
        }
        tell(story);
        robot.interact(() -> model.messageProperty().set(model.events().get(0)));
        int waits = story.events().size();
        story.phase(Phase.ALERT).sealed(true, 1, new Message.Alert(1, 0), 2);
        hold(story, waits);
        int last = rows().getItems().size() - 1;
        assertEquals(TimelineRow.Effect.class, rows().getItems().get(last).getClass());
        assertEquals(story.events().get(waits), model.messageProperty().get());
        VirtualFlow<?> flow = (VirtualFlow<?>) rows().lookup(".virtual-flow");
        IndexedCell<?> end = flow.getLastVisibleCell();
        assertEquals(last, end.getIndex());
        assertTrue(
                end.localToScene(end.getBoundsInLocal()).getMaxY()
                        <= flow.localToScene(flow.getBoundsInLocal()).getMaxY() + 1,
                "all of it");
        robot.interact(() -> goOn(story, waits));
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(story.events().get(waits), model.messageProperty().get());
        assertEquals(
                story.events().get(waits),
                ((TimelineRow.Arrow) rows().getSelectionModel().getSelectedItem()).event());
    }

    @Test
    void mutualAndRefused() throws Exception {
        tell(Story.mutual().data(true, 500, "Hello from client").ticket().data(false, 200, "Hello from server"));
        picture("mutual");
        tell(Story.mutual().phase(Phase.ALERT).sealed(false, 1_200, new Message.Alert(2, 46), 24));
        picture("refused");
    }

    private static Story resumed() {
        Story story = new Story();
        Extension.PskIdentity identity = new Extension.PskIdentity(new byte[99], 0);
        story.client(0, story.hello(new Extension.PreSharedKeyOffer(List.of(identity), List.of(), 0)), 612);
        story.server(1_900, Story.serverHello(Story.X25519, new Extension.PreSharedKeyChosen(0)), 133);
        story.phase(Phase.SERVER_PARAMETERS).sealed(false, 300, new Handshake.EncryptedExtensions(List.of()), 6);
        story.phase(Phase.AUTHENTICATION).sealed(false, 100, new Handshake.Finished(Story.NONE), 52);
        return story.sealed(true, 1_100, new Handshake.Finished(Story.NONE), 52);
    }

    @Test
    void resumedAndManyRecords() throws Exception {
        Story story = resumed().data(true, 100, "GET /backup HTTP/1.1\r\nHost: example.org\r\n\r\n");
        story.ticket().bulk(false, 408, 15_360);
        story.phase(Phase.AFTER_HANDSHAKE).sealed(true, 100, new Handshake.KeyUpdate(true), 5);
        tell(story.data(true, 10, "thanks").phase(Phase.ALERT).sealed(false, 100, new Message.Alert(1, 0), 2));
        picture("resumed");
        robot.interact(() -> rows().getSelectionModel().select(0));
    }

    @Test
    void narrowWithLargeText() throws Exception {
        tell(resumed().data(true, 100, "x".repeat(300)));
        robot.interact(() -> {
            scene.getRoot().setStyle("-fx-font-size: 19.5px;");
            scene.getWindow().setWidth(420);
        });
        picture("narrow");
        robot.interact(() -> scene.getWindow().setWidth(860));
    }

    @Test
    void keysGoFromMessageToMessageAndOpenThem() throws Exception {
        tell(Story.mutual().data(true, 1, "x"));
        robot.clickOn(rows());
        robot.interact(() -> rows().getSelectionModel().clearAndSelect(1));
        robot.type(KeyCode.DOWN);
        assertEquals(model.events().get(1), model.messageProperty().get());
        robot.type(KeyCode.DOWN);
        assertEquals(model.events().get(2), model.messageProperty().get(), "past the heading");
        robot.type(KeyCode.UP, KeyCode.UP);
        assertEquals(model.events().get(0), model.messageProperty().get(), "past the pause");
        robot.type(KeyCode.UP);
        assertEquals(model.events().get(0), model.messageProperty().get(), "the first stays");
        robot.type(KeyCode.ENTER);
        assertEquals(List.of("message"), opened);
        robot.clickOn("CertificateRequest");
        assertEquals(model.events().get(3), model.messageProperty().get());
        robot.clickOn("AUTHENTICATION");
        assertEquals(model.events().get(3), model.messageProperty().get(), "a heading takes no selection away");
        robot.doubleClickOn("CertificateRequest");
        assertEquals(List.of("message", "message"), opened);
        robot.interact(() -> model.messageProperty().set(model.events().get(8)));
        assertEquals(
                model.events().get(8),
                ((TimelineRow.Arrow) rows().getSelectionModel().getSelectedItem()).event(),
                "selected elsewhere");
        tell(Story.mutual());
        assertNull(model.messageProperty().get(), "another connection, and none of its messages yet");
    }

    @Test
    void foldsOpenByKeyAndClick() throws Exception {
        tell(new Story().bulk(true, 100, 10));
        robot.clickOn("Application data × 96");
        assertEquals(6 + 96, rows().getItems().size());
        robot.type(KeyCode.LEFT);
        assertEquals(6, rows().getItems().size());
        robot.type(KeyCode.RIGHT);
        assertEquals(6 + 96, rows().getItems().size());
        robot.type(KeyCode.ENTER);
        assertEquals(6, rows().getItems().size());
        robot.interact(() -> model.messageProperty().set(model.events().get(50)));
        assertEquals(6 + 96, rows().getItems().size(), "it opens for a message in it");
        assertEquals(
                model.events().get(50),
                ((TimelineRow.Arrow) rows().getSelectionModel().getSelectedItem()).event());
        robot.type(KeyCode.DOWN);
        assertEquals(model.events().get(51), model.messageProperty().get());
    }

    @Test
    void theToolTipTellsOfTheWireAndTheSecret() throws Exception {
        tell(
                Story.mutual(),
                secret(DerivedSecret.SERVER_HANDSHAKE_TRAFFIC, Direction.SERVER_TO_CLIENT, 2),
                secret(DerivedSecret.CLIENT_HANDSHAKE_TRAFFIC, Direction.CLIENT_TO_SERVER, 7));
        assertEquals(
                "Certificate\nalice ← Demo Client CA\n864 bytes in clear · record 8, 886 bytes on the wire\n"
                        + "decrypted with client_handshake_traffic_secret",
                tip(7));
        assertTrue(tip(2).endsWith("decrypted with server_handshake_traffic_secret"), tip(2));
        assertTrue(tip(0).endsWith("in clear"), tip(0));
    }

    private String tip(int event) {
        return RowTip.of(model.rowOf(model.events().get(event)).orElseThrow(), model);
    }

    private static DerivedSecret secret(String id, Direction direction, int firstRecord) {
        return new DerivedSecret(
                id, "", new byte[32], List.of(), Optional.empty(), Optional.of(direction), OptionalInt.of(firstRecord));
    }

    @Test
    void whatIsSpoken() throws Exception {
        tell(Story.mutual());
        assertEquals(
                "+2.5 ms, server to client: CertificateRequest, “prove who you are” · accepts: Demo Client CA, 129 bytes,"
                        + " encrypted on the wire, shown decrypted, this makes TLS mutual",
                Spoken.of(model.rowOf(model.events().get(3)).orElseThrow()));
        Event large = Story.mutual().ticket().events().get(10);
        assertEquals(
                "+12.3 ms, server to client: NewSessionTicket, to resume within 24 h · 1,234 bytes, 1,250 bytes,"
                        + " encrypted on the wire, shown decrypted",
                Spoken.of(new TimelineRow.Arrow(large, EventText.of(large))));
    }

    @Test
    void whatBecameOfAMessageIsSpoken() throws Exception {
        Event finished = Story.mutual().events().get(9);
        String finishedSpoken =
                "client to server: Finished, confirms every message before it, 52 bytes, encrypted on the wire, shown decrypted, ";
        assertEquals(
                "+11.4 ms, " + finishedSpoken + "altered on the way: byte 8: 00 → 08",
                spoken(finished, new Course.Altered("byte 8: 00 → 08", EventText.of(finished), List.of(finished))));
        assertEquals(
                "+11.4 ms, " + finishedSpoken + "altered on the way: arrived 2 times",
                spoken(finished, new Course.Altered("arrived 2 times", new EventText("", ""), List.of())));
        EventText other = new EventText("CertificateVerify", "");
        assertEquals(
                "+11.4 ms, " + finishedSpoken
                        + "altered on the way: it overtook the one before; was sent as CertificateVerify",
                spoken(finished, new Course.Altered("it overtook the one before", other, List.of())));
        assertEquals(
                "+11.4 ms, " + finishedSpoken + "on the way: did not arrive",
                spoken(finished, new Course.Lost("did not arrive")));
        WireUnit unit = new WireUnit(Direction.CLIENT_TO_SERVER, 5, new byte[74], 23, 3, 0, List.of());
        assertEquals(
                finishedSpoken + "held at its sender until you let it pass",
                spoken(finished, new Course.OnItsWay(new Underway(unit, 1, 0))));
        assertEquals(finishedSpoken + "on its way", spoken(finished, new Course.OnItsWay(new Underway(unit, 1, 2))));
    }

    private static String spoken(Event event, Course course) {
        return Spoken.of(new TimelineRow.Arrow(event, EventText.of(event), course));
    }

    @Test
    void whatIsNotKeptIsSaid() throws Exception {
        tell(Story.mutual());
        assertEquals("", text("#truncated") + text("#dropped"), "all is kept");
        robot.interact(() -> model.dropped(12));
        assertEquals("12 older dropped", text("#dropped"));
        Capture capture = new Capture(new CaptureLimits(1000, 1 << 20), () -> {});
        Tap tap = capture.tap(Direction.CLIENT_TO_SERVER);
        tap.sent(new byte[900], 0, 900);
        tap.sent(new byte[900], 0, 900);
        tell(capture, Story.mutual());
        assertEquals(
                "The connection goes on, but only its first 900 B are kept; 900 B more have passed.",
                text("#truncated"));
        picture("truncated");
    }

    private String text(String label) {
        return ((Label) scene.lookup(label)).getText();
    }
}
