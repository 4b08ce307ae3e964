package org.mtlsplayground.ui.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mtlsplayground.ui.inspector.Shown.clipboard;
import static org.mtlsplayground.ui.inspector.Shown.fromFx;
import static org.mtlsplayground.ui.inspector.Shown.onFx;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.dissect.Message;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.transcript.RecordEntry;
import org.mtlsplayground.transcript.Unopened;
import org.mtlsplayground.ui.common.hex.ByteRange;
import org.mtlsplayground.ui.common.hex.HexPlaces;
import org.mtlsplayground.ui.common.hex.HexText;
import org.mtlsplayground.ui.common.hex.HexView;
import org.mtlsplayground.wire.Hex;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Fields, bytes and explanation of real messages, selected by mouse and by keyboard. */
@ExtendWith(ApplicationExtension.class)
class MessageViewTest {
    private static final String AUTHORITY = "CN=Demo Client CA, O=mTLS Playground";

    private static Connected connected;

    private final ObjectProperty<Event> chosen = new SimpleObjectProperty<>();
    private final ObservableList<Event> events = FXCollections.observableArrayList();
    private final ObservableList<RecordEntry> records = FXCollections.observableArrayList();
    private final MessageModel model = new MessageModel(chosen, events, records);
    private final FxRobot robot = new FxRobot();
    private Shown shown;
    private Event request;

    @BeforeAll
    static void connect() throws Exception {
        connected = Connected.mutually(TlsVersion.TLS_1_3);
    }

    @Start
    void start(Stage stage) {
        InspectorView inspector = new InspectorView();
        inspector.add("Message", model.aboutProperty(), () -> new MessageView(model).root());
        shown = new Shown(stage, inspector.root());
    }

    @BeforeEach
    void show() {
        request = connected.first(Handshake.CertificateRequest.class);
        onFx(() -> chosen.set(request));
    }

    @Test
    void aFieldThatIsClickedMarksItsBytes() throws Exception {
        clickOnAuthority();
        FieldNode name = model.fieldProperty().get();
        assertEquals("distinguished_name", name.words().name());
        assertEquals(name.range(), hex().marks().field());
        assertEquals(name.range(), hex().marks().selection());
        assertEquals("CertificateRequest · server → client · encrypted, shown decrypted", text(".pg-inspector-about"));
        shown.picture("message-field");
    }

    @Test
    void bytesThatAreDraggedOverSelectTheirField() throws Exception {
        FieldNode algorithms = FieldTreeTest.child(
                FieldTreeTest.child(model.treeProperty().get(), "extensions"), "signature_algorithms");
        int first = algorithms.children().get(2).range().start();
        int last = algorithms.children().get(4).range().end() - 1;
        robot.clickOn(at(first));
        drag(at(last));
        assertEquals(new ByteRange(first, last + 1), hex().marks().selection());
        assertEquals(algorithms, selected());
        assertEquals(algorithms.range(), hex().marks().field(), "the field's other bytes are marked, too");
        shown.picture("message-bytes");
        robot.clickOn(at(2));
        assertEquals("length", selected().words().name());
        robot.press(KeyCode.SHIFT).clickOn(at(0)).release(KeyCode.SHIFT);
        assertEquals(new ByteRange(0, 3), hex().marks().selection());
        assertEquals(model.treeProperty().get(), selected(), "two fields: the message holds both");
    }

    @Test
    void theKeyboardDoesItAll() {
        onFx(() -> tree().requestFocus());
        robot.push(KeyCode.HOME).push(KeyCode.DOWN).push(KeyCode.DOWN);
        assertEquals("length", selected().words().name());
        assertEquals(new ByteRange(1, 4), hex().marks().selection());
        robot.push(KeyCode.TAB);
        assertTrue(fromFx(() -> hex().isFocused()), "the bytes come after the fields");
        robot.push(KeyCode.RIGHT);
        assertEquals(new ByteRange(4, 5), hex().marks().selection());
        assertEquals("certificate_request_context", selected().words().name());
        robot.push(KeyCode.HOME).push(KeyCode.DOWN);
        assertEquals(new ByteRange(16, 17), hex().marks().selection());
        robot.push(KeyCode.SHIFT, KeyCode.END);
        assertEquals(new ByteRange(16, 32), hex().marks().selection());
        robot.push(KeyCode.CONTROL, KeyCode.C);
        assertEquals(Hex.of(Arrays.copyOfRange(request.bytes(), 16, 32)), clipboard());
        robot.push(KeyCode.CONTROL, KeyCode.END);
        assertEquals(request.bytes().length, hex().marks().selection().end());
        robot.push(KeyCode.CONTROL, KeyCode.A);
        assertEquals(new ByteRange(0, request.bytes().length), hex().marks().selection());
        robot.push(KeyCode.TAB);
        assertTrue(fromFx(() -> lookup(".pg-explanation").isFocused()), "the explanation comes after the bytes");
    }

    @Test
    void fieldsAndBytesAreCopied() {
        clickOnAuthority();
        FieldNode name = model.fieldProperty().get();
        robot.push(KeyCode.CONTROL, KeyCode.C);
        assertEquals("distinguished_name: CN=Demo Client CA, O=mTLS Playground", clipboard());
        choose(tree().getContextMenu().getItems(), "Copy value");
        assertEquals("CN=Demo Client CA, O=mTLS Playground", clipboard());
        choose(tree().getContextMenu().getItems(), "Copy bytes as hex");
        String digits = Hex.of(Arrays.copyOfRange(
                request.bytes(), name.range().start(), name.range().end()));
        assertEquals(digits, clipboard());
        choose(hex().menu().getItems(), "Copy as hex");
        assertEquals(digits, clipboard(), "the bytes of the field are selected among the bytes");
        choose(hex().menu().getItems(), "Copy as text");
        assertTrue(clipboard().contains("Demo Client CA"), clipboard());
        choose(hex().menu().getItems(), "Copy as hex dump");
        assertEquals(HexText.dump(request.bytes(), name.range(), hex().grid()), clipboard());
        onFx(() -> model.selectField(model.treeProperty().get()));
        choose(tree().getContextMenu().getItems(), "Copy with all below");
        assertEquals(FieldText.outline(model.treeProperty().get(), request.bytes()), clipboard());
        assertTrue(clipboard().lines().count() > 30, clipboard());
    }

    @Test
    void theExplanationFollows() {
        assertEquals("What this message does", text(".pg-explanation-title"));
        assertEquals("mutual", fromFx(() -> ((Text) lookup(".pg-explanation-emphasis")).getText()));
        robot.clickOn("certificate_request_context");
        assertEquals("certificate_request_context", text(".pg-explanation-title"));
    }

    @Test
    void whereItIsNarrowEightBytesMakeARow() {
        shown.size(1440, 300);
        assertEquals(16, fromFx(() -> hex().grid().perRow()));
        shown.size(1000, 300);
        assertEquals(8, fromFx(() -> hex().grid().perRow()));
    }

    @Test
    void aLargeMessageDrawsOnlyWhatIsInSight() {
        Event large = Events.data(0, 1 << 16, 0);
        onFx(() -> chosen.set(large));
        robot.clickOn(at(5)).push(KeyCode.CONTROL, KeyCode.END);
        assertEquals(1 << 16, hex().marks().selection().end());
        long drawn = fromFx(() -> hex().lookupAll(".pg-hex-row").stream().count());
        int page = HexPlaces.page(hex());
        assertTrue(drawn <= page + 2, drawn + " rows for a page of " + page);
        assertEquals("fff0", fromFx(() -> lastOffset()));
        onFx(() -> chosen.set(request));
        assertEquals("0000", fromFx(() -> firstOffset()), "a short one after the end of a long one");
    }

    @Test
    void looks() throws Exception {
        onFx(() -> chosen.set(null));
        shown.picture("message-nothing");
        onFx(() -> events.setAll(connected.events()));
        shown.picture("message-client-hello");
        byte[] hello = events.get(0).bytes().clone();
        FieldNode suites = FieldTreeTest.child(model.treeProperty().get(), "cipher_suites");
        hello[suites.range().start()] = (byte) 0xff;
        onFx(() -> chosen.set(Events.of(0, Events.handshake(hello).get(0))));
        shown.picture("message-malformed");
        records.add(Events.closed(0, 8, Unopened.NO_SECRETS, 0));
        onFx(() -> chosen.set(Events.sealed(0, new Message.EncryptedRecord(23, 3), 0)));
        shown.picture("message-closed");
    }

    private String firstOffset() {
        return offsets().min(String::compareTo).orElseThrow();
    }

    private String lastOffset() {
        return offsets().max(String::compareTo).orElseThrow();
    }

    private Stream<String> offsets() {
        return hex().lookupAll(".pg-hex-offset").stream()
                .filter(offset -> offset.getParent().isVisible())
                .map(offset -> ((Text) offset).getText());
    }

    /** Where a byte's digits are on the screen. */
    private Point2D at(int offset) {
        return fromFx(() -> HexPlaces.of(hex(), offset));
    }

    /**
     * Moves the mouse with its button held down, as the scene would tell. Without the robot: after its drags the screen in
     * memory no longer delivers what other tests drop.
     */
    private void drag(Point2D to) {
        onFx(() -> {
            Point2D local = hex().localToScene(hex().screenToLocal(to));
            hex().fireEvent(new MouseEvent(
                    MouseEvent.MOUSE_DRAGGED,
                    local.getX(),
                    local.getY(),
                    to.getX(),
                    to.getY(),
                    MouseButton.PRIMARY,
                    1,
                    false,
                    false,
                    false,
                    false,
                    true,
                    false,
                    false,
                    false,
                    false,
                    false,
                    null));
        });
    }

    /** The name of a CA, which stands further down with a JDK that knows more algorithms. */
    private void clickOnAuthority() {
        onFx(() -> {
            for (int row = 0; row < tree().getExpandedItemCount(); row++) {
                if (tree().getTreeItem(row).getValue().words().value().equals(AUTHORITY)) {
                    tree().scrollTo(row);
                }
            }
        });
        robot.clickOn(AUTHORITY);
    }

    private static void choose(List<MenuItem> items, String text) {
        onFx(() -> items.stream()
                .filter(item -> item.getText().equals(text))
                .findFirst()
                .orElseThrow()
                .fire());
    }

    private FieldNode selected() {
        return fromFx(() -> tree().getSelectionModel().getSelectedItem().getValue());
    }

    private String text(String selector) {
        return fromFx(() -> ((Label) lookup(selector)).getText());
    }

    private Node lookup(String selector) {
        return robot.lookup(selector).query();
    }

    private HexView hex() {
        return (HexView) lookup(".pg-hex");
    }

    @SuppressWarnings("unchecked")
    private TreeView<FieldNode> tree() {
        return (TreeView<FieldNode>) lookup(".pg-field-tree");
    }
}
