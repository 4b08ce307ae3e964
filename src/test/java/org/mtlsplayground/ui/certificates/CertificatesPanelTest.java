package org.mtlsplayground.ui.certificates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.mtlsplayground.ca.KeyKind;
import org.mtlsplayground.ca.KeyUse;
import org.mtlsplayground.ca.NewCertificate;
import org.mtlsplayground.ca.Purpose;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.Pem;
import org.mtlsplayground.pki.PkiFiles;
import org.mtlsplayground.ui.common.Background;
import org.mtlsplayground.ui.common.Theme;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class CertificatesPanelTest {
    private static final Instant TODAY = Instant.parse("2027-03-01T12:00:00Z");

    private final PickedPaths picker = new PickedPaths();
    private final Map<Slot, LoadedFile> loaded = new EnumMap<>(Slot.class);

    @TempDir
    private Path outbox;

    private Stage stage;
    private StackPane frame;
    private CertificatesPanel panel;

    @Start
    void start(Stage stage) {
        this.stage = stage;
        panel = new CertificatesPanel(
                new Desk(
                        new Background((name, work) -> work.run()),
                        picker,
                        outbox,
                        (slot, file) -> loaded.put(slot, file)),
                InstantSource.fixed(TODAY));
        frame = new StackPane(panel.root());
        frame.setStyle("-fx-font-size: 13px;");
        StackPane.setAlignment(panel.root(), Pos.TOP_LEFT);
        Scene scene = new Scene(frame, 1400, 500);
        Theme.LIGHT.apply(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void bothSidesOfAConnection(FxRobot robot) throws Exception {
        show(connection());
        assertEquals(List.of("Demo Client CA", "alice", "Demo Server CA", "server.mtls.example.org"), names());
        assertEquals("alice", text(robot, ".pg-cert-name"));
        assertEquals("valid", text(robot, ".pg-cert-badge"));
        assertEquals("issued by Demo Client CA", text(robot, ".pg-cert-issued-by"));
        assertEquals("19 years 274 days left", text(robot, ".pg-cert-remaining"));
        assertEquals("CN=alice, O=mTLS Playground", row("Subject").value());
        assertEquals("may prove who a client is", row("Subject").words().text());
        assertEquals("verifies with the issuer’s key", row("Signature").words().text());
        assertEquals("the issuer’s key", row("Authority key id").words().text());
        picture("certificates-connection");
    }

    @Test
    void theFieldsThatTheIssueNamesAreThere() throws Exception {
        show(connection());
        List<String> labels = fields().rows().stream().map(FieldRow::label).toList();
        assertEquals(
                List.of(
                        "Subject",
                        "Issuer",
                        "Alternative names",
                        "Key",
                        "Signature",
                        "Key usage",
                        "Extended key usage",
                        "Basic constraints",
                        "Validity",
                        "Subject key id",
                        "Authority key id",
                        "Serial number",
                        "Public key",
                        "Version",
                        "SHA-256",
                        "SHA-1",
                        "MD5",
                        "Pin (SHA-256)"),
                labels);
    }

    @Test
    void selectingInTheTreeShowsThatCertificate(FxRobot robot) throws Exception {
        show(connection());
        robot.clickOn("Demo Server CA");
        assertEquals("Demo Server CA", text(robot, ".pg-cert-name"));
        assertEquals(
                "a root CA; may sign other certificates; may sign revocation lists",
                row("Subject").words().text());
        robot.type(KeyCode.DOWN);
        assertEquals("server.mtls.example.org", text(robot, ".pg-cert-name"));
        assertEquals(
                "compared with the host name", row("Alternative names").words().text());
        show(connection());
        assertEquals("server.mtls.example.org", text(robot, ".pg-cert-name"), "the selection survives a refresh");
    }

    @Test
    void whatIsWrongIsSaidInRed(FxRobot robot) throws Exception {
        show(List.of(
                group("Client presented", "client-expired.crt"),
                group("Server presented", "server-not-yet-valid.crt"),
                new CertificateGroup("weak.pem", List.of(weak()), "", Origin.FILE)));
        assertEquals("expired", text(robot, ".pg-cert-badge"));
        assertEquals("over for 2 years 29 days", text(robot, ".pg-cert-remaining"));
        assertEquals("its certificate is not here", row("Issuer").words().text());
        picture("certificates-expired");
        robot.clickOn("server.mtls.example.org");
        assertEquals("not yet valid", text(robot, ".pg-cert-badge"));
        assertEquals("begins in 17 years 306 days", text(robot, ".pg-cert-remaining"));
        picture("certificates-not-yet-valid");
        robot.clickOn("weak");
        for (String label : List.of("Subject", "Extended key usage", "Key usage")) {
            assertEquals(FieldRow.Tone.BAD, row(label).words().tone(), label);
        }
        picture("certificates-weak");
    }

    @Test
    void anIssuerThatIsNotThereIsExplained(FxRobot robot) throws Exception {
        show(List.of(group("Client presented", "client.crt")));
        assertEquals(List.of("Demo Client CA (missing)", "alice"), names());
        robot.clickOn("Demo Client CA");
        assertFalse(robot.lookup(".pg-cert-view").query().isVisible());
        picture("certificates-missing-issuer");
        robot.clickOn("alice");
        assertTrue(robot.lookup(".pg-cert-view").query().isVisible());
    }

    @Test
    void aBundleOfManyIsAForest() throws Exception {
        List<X509Certificate> roots = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            roots.add(NewCertificate.authority("Root " + i).create().leaf());
        }
        show(List.of(new CertificateGroup("roots.pem", roots, "30 certificates", Origin.FILE)));
        assertEquals(30, names().size());
        assertEquals(30, tree().getRoot().getChildren().get(0).getChildren().size());
    }

    @Test
    void beforeAnythingWasPresentedItSaysWhatWillAppear(FxRobot robot) throws Exception {
        assertTrue(robot.lookup("No certificates yet").query().isVisible());
        picture("certificates-empty");
        show(connection());
        show(List.of());
        assertTrue(robot.lookup("No certificates yet").query().isVisible());
    }

    @Test
    void largerTextStillFits() throws Exception {
        onFx(() -> frame.setStyle("-fx-font-size: 20px;"));
        show(connection());
        picture("certificates-large-text");
        FieldList list = fields();
        double right = list.localToScene(list.getBoundsInLocal()).getMaxX();
        for (Node day : frame.lookupAll(".pg-cert-day")) {
            String shown = ((Text) day.lookup(".text")).getText();
            assertEquals(((Label) day).getText(), shown, "cut off");
        }
        for (String part : List.of(".pg-cert-value", ".pg-cert-words")) {
            for (Node shown : list.lookupAll(part)) {
                if (shown.isVisible() && !((Label) shown).getText().isEmpty()) {
                    assertTrue(shown.localToScene(shown.getBoundsInLocal()).getMaxX() <= right, shown.toString());
                    assertTrue(shown.getBoundsInLocal().getWidth() > 200, "too narrow to read: " + shown);
                }
            }
        }
    }

    @Test
    void valuesAndPemAreCopied(FxRobot robot) throws Exception {
        show(connection());
        robot.clickOn("Copy PEM");
        X509Certificate alice = sample("client.crt").get(0);
        assertEquals(Pem.encode(alice), clipboard());
        robot.clickOn("CN=alice, O=mTLS Playground")
                .type(KeyCode.END)
                .type(KeyCode.UP)
                .type(KeyCode.UP)
                .type(KeyCode.UP);
        robot.press(KeyCode.CONTROL, KeyCode.C).release(KeyCode.C, KeyCode.CONTROL);
        assertEquals(row("SHA-256").value(), clipboard());
        robot.type(KeyCode.HOME).clickOn("CN=alice, O=mTLS Playground");
        choose("Copy with its name");
        assertEquals("Subject: CN=alice, O=mTLS Playground", clipboard());
        choose("Copy value");
        assertEquals("CN=alice, O=mTLS Playground", clipboard());
        choose("Copy all fields");
        assertEquals(fields().rows().size(), clipboard().lines().count());
    }

    @Test
    void theCopyButtonOfARowCopiesItsValue(FxRobot robot) throws Exception {
        show(connection());
        robot.moveTo("CN=Demo Client CA, O=mTLS Playground");
        var button = robot.lookup(".pg-cert-copy").match(Node::isVisible).queryAll().stream()
                .filter(node -> node.getParent().getParent().isHover())
                .findFirst()
                .orElseThrow();
        onFx(() -> Screenshot.take(panel.root(), "certificates-row-hovered"));
        robot.clickOn(button);
        assertEquals("CN=Demo Client CA, O=mTLS Playground", clipboard());
    }

    @Test
    void everythingHasAnAccessibleName(FxRobot robot) throws Exception {
        show(connection());
        assertEquals("Certificate chains", tree().getAccessibleText());
        assertEquals("Fields of the certificate", fields().getAccessibleText());
        assertEquals(
                "Valid from 2026-01-01 to 2046-11-30: 19 years 274 days left",
                robot.lookup(".pg-cert-bar").query().getAccessibleText());
        robot.lookup(".pg-cert-copy").queryAll().forEach(button -> assertNotNull(button.getAccessibleText()));
        robot.lookup(".pg-cert-field")
                .queryAllAs(FieldView.class)
                .forEach(view -> assertTrue(
                        view.getAccessibleText().startsWith(view.row().line())));
    }

    private static X509Certificate weak() {
        Identity weak = NewCertificate.client("weak")
                .key(KeyKind.UNSAFE_RSA_1024)
                .purposes(Purpose.CODE_SIGNING)
                .keyUses(KeyUse.KEY_ENCIPHERMENT)
                .valid(TODAY.minusSeconds(86_400), TODAY.plusSeconds(86_400 * 3))
                .create();
        return weak.leaf();
    }

    private static List<CertificateGroup> connection() throws Exception {
        return List.of(
                new CertificateGroup(
                        "Client presented", chain("client.crt", "client_ca.crt"), "accepted", Origin.CLIENT_PRESENTED),
                new CertificateGroup(
                        "Server presented", chain("server.crt", "server_ca.crt"), "accepted", Origin.SERVER_PRESENTED));
    }

    private static CertificateGroup group(String title, String sample) throws Exception {
        return new CertificateGroup(title, sample(sample), "", Origin.FILE);
    }

    private static List<X509Certificate> chain(String leaf, String ca) throws Exception {
        return Stream.concat(sample(leaf).stream(), sample(ca).stream()).toList();
    }

    private static List<X509Certificate> sample(String name) throws Exception {
        return PkiFiles.certificates(Path.of("sample-certs", name), null);
    }

    private void show(List<CertificateGroup> groups) {
        onFx(() -> panel.show(groups));
    }

    /** Runs it there, and fails with it. */
    private static void onFx(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, action);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** In both themes, small and large. */
    private void picture(String name) {
        for (Theme theme : Theme.values()) {
            for (int[] size : new int[][] {{1024, 260}, {1400, 320}}) {
                onFx(() -> {
                    theme.apply(stage.getScene());
                    ((Region) panel.root()).setMaxSize(size[0], size[1]);
                    frame.applyCss();
                    frame.layout();
                    ((SplitPane) frame.lookup(".pg-cert-split")).setDividerPositions(0.24);
                });
                onFx(() -> Screenshot.take(
                        panel.root(), name + "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + size[0]));
            }
        }
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        collect(tree().getRoot(), names);
        return names;
    }

    private static void collect(TreeItem<ChainEntry> item, List<String> names) {
        if (item.getValue() instanceof ChainEntry.Present present) {
            names.add(present.description().name());
        } else if (item.getValue() instanceof ChainEntry.Missing missing) {
            names.add(missing.name() + " (missing)");
        }
        item.getChildren().forEach(child -> collect(child, names));
    }

    @SuppressWarnings("unchecked")
    private TreeView<ChainEntry> tree() {
        return (TreeView<ChainEntry>) frame.lookup(".pg-cert-tree");
    }

    private FieldList fields() {
        return (FieldList) frame.lookup(".pg-cert-fields");
    }

    /** From the menu of the fields; the screen in memory knows no click that opens it. */
    private void choose(String item) {
        onFx(() -> fields().getContextMenu().getItems().stream()
                .filter(offered -> offered.getText().equals(item))
                .findFirst()
                .orElseThrow()
                .fire());
    }

    private FieldRow row(String label) {
        return fields().rows().stream()
                .filter(row -> row.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).<Label>query().getText();
    }

    private static String clipboard() throws Exception {
        return WaitForAsyncUtils.asyncFx(() -> Clipboard.getSystemClipboard().getString())
                .get();
    }
}
