package org.mtlsplayground.ui.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.recorded.Play;
import org.mtlsplayground.transcript.DerivedSecret;
import org.mtlsplayground.transcript.Transcript;
import org.mtlsplayground.transcript.Transcripts;
import org.mtlsplayground.transcript.Unopened;
import org.mtlsplayground.ui.common.Screenshots;
import org.mtlsplayground.ui.common.Theme;
import org.mtlsplayground.wire.Hex;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The picture of the key schedule, of real connections and of such as are made up; pictures below {@code target}. */
@ExtendWith(ApplicationExtension.class)
class KeysViewTest {
    private static final String HIDDEN = "••••";

    private final List<Integer> visited = new ArrayList<>();
    private final FxRobot robot = new FxRobot();
    private Scene scene;
    private KeysView view;

    @Start
    void start(Stage stage) {
        view = new KeysView(visited::add);
        StackPane frame = new StackPane(view.root());
        frame.setStyle("-fx-font-size: 13px;");
        scene = new Scene(frame, 1240, 420);
        Theme.LIGHT.apply(scene);
        stage.setScene(scene);
        stage.show();
    }

    private static KeyFacts facts(int number, TlsVersion version) throws Exception {
        Connection connection = Play.between(Play.client("client"), Play.server("server", version));
        Transcript transcript = new Transcripts(() -> List.of(connection.capture())).of(connection.capture());
        transcript.read();
        return KeyFacts.of(
                number, transcript.negotiation(), transcript.secrets(), transcript.recordsFrom(0), Optional.empty());
    }

    private void show(KeyFacts facts) {
        robot.interact(() -> view.show(facts));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void picture(String name) throws Exception {
        Screenshots.take(scene, "keys-" + name + "-light");
        robot.interact(() -> Theme.DARK.apply(scene));
        Screenshots.take(scene, "keys-" + name + "-dark");
        robot.interact(() -> Theme.LIGHT.apply(scene));
    }

    private List<String> labels(String style) {
        return robot.lookup(style).queryAllAs(Label.class).stream()
                .filter(Label::isVisible)
                .map(Label::getText)
                .toList();
    }

    private void click(String button) {
        Node found = robot.lookup((Node node) -> button.equals(node.getAccessibleText()))
                .query();
        robot.clickOn(found);
    }

    @Test
    void theLadderOfTls13() throws Exception {
        KeyFacts facts = facts(1, TlsVersion.TLS_1_3);
        show(facts);
        assertEquals(
                List.of(
                        "0",
                        "Early Secret",
                        "shared secret",
                        "Handshake Secret",
                        "client, handshake",
                        "server, handshake",
                        "0",
                        "Master Secret",
                        "client, data",
                        "server, data",
                        "for programs (exporter)",
                        "for resumption"),
                labels(".pg-key-title"));
        assertEquals(
                List.of(
                        "All of it rests on the shared secret of x25519: the client’s private key was found by replaying"
                                + " what our client drew at random."),
                labels(".pg-keys-origins"));
        picture("tls13");
        int first = facts.secret(DerivedSecret.SERVER_TRAFFIC + 0)
                .orElseThrow()
                .firstRecord()
                .orElseThrow();
        robot.clickOn("from record " + (first + 1) + " on");
        assertEquals(List.of(first), visited);
        assertEquals(List.of("server, data"), labels(".pg-explanation-title"));
    }

    @Test
    void preMasterToKeyBlock() throws Exception {
        show(facts(2, TlsVersion.TLS_1_2));
        assertEquals(List.of("pre-master secret", "Master Secret", "key block"), labels(".pg-key-title"));
        assertEquals(List.of("x25519", "extended master secret", "key expansion"), labels(".pg-key-label"));
        picture("tls12");
    }

    @Test
    void valuesAreHiddenUntilAskedForOneByOne() throws Exception {
        KeyFacts facts = facts(3, TlsVersion.TLS_1_2);
        show(facts);
        String master = Hex.of(facts.secret(DerivedSecret.MASTER).orElseThrow().value());
        assertEquals(List.of(HIDDEN, HIDDEN, HIDDEN), labels(".pg-key-value"));
        click("Show the value: Master Secret");
        List<String> shown = labels(".pg-key-value");
        assertEquals(List.of(HIDDEN, HIDDEN), List.of(shown.get(0), shown.get(2)), "the others stay hidden");
        assertEquals(master, shown.get(1).replace(" ", ""));
        picture("tls12-value");
        click("Copy the value: Master Secret");
        assertEquals(
                master,
                WaitForAsyncUtils.asyncFx(() -> Clipboard.getSystemClipboard().getString())
                        .get());
        show(facts(4, TlsVersion.TLS_1_2));
        assertEquals(List.of(HIDDEN, HIDDEN, HIDDEN), labels(".pg-key-value"), "another connection");
        assertFalse(labels(".pg-key-value").contains(master));
    }

    @Test
    void keysReachEveryBox() throws Exception {
        show(facts(5, TlsVersion.TLS_1_2));
        robot.interact(() -> scene.lookup(".pg-keys").requestFocus());
        robot.type(KeyCode.TAB);
        assertEquals(List.of("pre-master secret"), labels(".pg-explanation-title"));
        robot.type(KeyCode.SPACE);
        assertFalse(labels(".pg-key-value").get(0).equals(HIDDEN), "shown by the keyboard");
        robot.type(KeyCode.SPACE);
        assertEquals(HIDDEN, labels(".pg-key-value").get(0));
        robot.type(KeyCode.TAB);
        assertEquals(List.of("Master Secret"), labels(".pg-explanation-title"));
    }

    private static DerivedSecret secret(
            String id, String label, DerivedSecret.Origin origin, Direction direction, Integer first, String... from) {
        return new DerivedSecret(
                id,
                label,
                new byte[48],
                List.of(from),
                Optional.ofNullable(origin),
                Optional.ofNullable(direction),
                first == null ? OptionalInt.empty() : OptionalInt.of(first));
    }

    private static KeyFacts madeUp(List<DerivedSecret> secrets, Unopened unopened, Integer earlier) {
        return new KeyFacts(
                9,
                true,
                earlier != null,
                Optional.of(29),
                secrets,
                Map.of(),
                Optional.ofNullable(unopened),
                Optional.ofNullable(earlier));
    }

    @Test
    void resumedWithKeyUpdates() throws Exception {
        List<DerivedSecret> secrets = new ArrayList<>(List.of(
                secret(DerivedSecret.PSK, "", DerivedSecret.Origin.EARLIER_CONNECTION, null, null),
                secret(DerivedSecret.EARLY, "", null, null, null, DerivedSecret.PSK),
                secret(
                        DerivedSecret.CLIENT_EARLY_TRAFFIC,
                        "c e traffic",
                        null,
                        Direction.CLIENT_TO_SERVER,
                        1,
                        DerivedSecret.EARLY),
                secret(DerivedSecret.SHARED, "", DerivedSecret.Origin.SERVER_DRAWS, null, null),
                secret(DerivedSecret.HANDSHAKE, "derived", null, null, null),
                secret(DerivedSecret.CLIENT_HANDSHAKE_TRAFFIC, "c hs traffic", null, Direction.CLIENT_TO_SERVER, 6),
                secret(DerivedSecret.SERVER_HANDSHAKE_TRAFFIC, "s hs traffic", null, Direction.SERVER_TO_CLIENT, 4),
                secret(DerivedSecret.MASTER, "derived", null, null, null),
                secret(DerivedSecret.EXPORTER, "exp master", null, null, null)));
        for (int i = 0; i < 7; i++) {
            secrets.add(secret(
                    DerivedSecret.CLIENT_TRAFFIC + i,
                    i == 0 ? "c ap traffic" : "traffic upd",
                    null,
                    Direction.CLIENT_TO_SERVER,
                    10 + i));
        }
        secrets.add(secret(DerivedSecret.SERVER_TRAFFIC + 0, "s ap traffic", null, Direction.SERVER_TO_CLIENT, null));
        show(madeUp(secrets, Unopened.DAMAGED, 2));
        assertEquals(
                List.of(
                        "pre-shared key",
                        "Early Secret",
                        "client, early data",
                        "shared secret",
                        "Handshake Secret",
                        "client, handshake",
                        "server, handshake",
                        "0",
                        "Master Secret",
                        "client, data",
                        "client, data, after KeyUpdate 1",
                        "client, data, after KeyUpdate 5",
                        "client, data, after KeyUpdate 6",
                        "server, data",
                        "for programs (exporter)"),
                labels(".pg-key-title"));
        assertTrue(labels(".pg-key-link-label").contains("× 3"), labels(".pg-key-link-label")::toString);
        String origins = labels(".pg-keys-origins").get(0);
        assertTrue(origins.startsWith("The pre-shared key is from connection #2, which this one resumes."), origins);
        assertTrue(origins.endsWith("Some records are not opened: altered, or something before is missing."), origins);
        robot.interact(() -> scene.getWindow().setHeight(760));
        picture("resumed");
        robot.interact(() -> {
            scene.getRoot().setStyle("-fx-font-size: 19.5px;");
            scene.getWindow().setWidth(1024);
            scene.getWindow().setHeight(330);
        });
        picture("resumed-1024-text150");
    }

    @Test
    void aKeyLogHasNoSteps() throws Exception {
        show(madeUp(
                List.of(
                        secret(
                                DerivedSecret.CLIENT_HANDSHAKE_TRAFFIC,
                                "",
                                DerivedSecret.Origin.KEY_LOG,
                                Direction.CLIENT_TO_SERVER,
                                6),
                        secret(
                                DerivedSecret.SERVER_HANDSHAKE_TRAFFIC,
                                "",
                                DerivedSecret.Origin.KEY_LOG,
                                Direction.SERVER_TO_CLIENT,
                                4)),
                null,
                null));
        assertEquals(
                4,
                labels(".pg-key-remark").stream()
                        .filter("not in the key log"::equals)
                        .count(),
                "three steps and a share");
        picture("keylog");
    }

    @Test
    void withoutSecretsTheReasonIsSaid() throws Exception {
        show(madeUp(List.of(), Unopened.NO_SECRETS, null));
        assertEquals(
                List.of("The records of this connection are not opened: neither side is ours, and no key log has its"
                        + " secrets."),
                labels(".pg-message-nothing .pg-empty-text"));
        show(KeyFacts.NONE);
        assertEquals(
                List.of(
                        "Connect, and the secrets that the two sides agree on appear here, each with what it comes from."),
                labels(".pg-message-nothing .pg-empty-text"));
    }
}
