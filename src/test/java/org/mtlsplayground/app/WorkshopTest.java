package org.mtlsplayground.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.controls.ToggleSwitch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.ui.common.HintLine;
import org.mtlsplayground.ui.common.Screenshots;
import org.mtlsplayground.ui.files.FilesFeature;
import org.mtlsplayground.ui.workshop.Workshop;
import org.testfx.util.WaitForAsyncUtils;

/** Certificates made in the workshop and used in the cards, as a person would. */
class WorkshopTest extends WindowTest {
    private final FakePicker files = new FakePicker();

    @Override
    PlaygroundApp program() {
        return new PlaygroundApp(new Surroundings(
                new HashMap<>(),
                lastFolder -> new FilesFeature.Pickers(files, files, files),
                lastFolder -> new Workshop.Pickers(files, (owner, title, start) -> Optional.of(folder)),
                false));
    }

    @Test
    void aSetIsMadeOneIsBrokenAndTheVerdictAgrees() throws Exception {
        resize(1440, 900);
        openWorkshop();
        Screenshots.take(workshop(), "workshop-light-nothing-yet");
        press("#set");
        await("a set", () -> tree().getExpandedItemCount() == 4);
        Screenshots.take(workshop(), "workshop-light-set");
        press("#loadClient");
        await("loaded", () -> noteSays("Loaded “alice” into the client."));
        select("server.mtls.example.org");
        press("#loadServer");
        await("loaded", () -> noteSays("Loaded “server.mtls.example.org” into the server."));
        serve();
        connect();
        await("connected", () -> text("#client #pill").equals("connected"));
        await("the verdict", () -> verdict().startsWith("Both sides proved who they are"));
        assertTrue(verdict().contains("The client is alice, vouched for by Demo Intermediate CA."), verdict());

        select("alice");
        press("#breakIt");
        await("the form", () -> exists("#fault-EXPIRED"));
        Screenshots.take(workshop(), "workshop-light-break");
        robot.interact(() -> ((ToggleSwitch) part("#fault-EXPIRED")).setSelected(true));
        assertTrue(label("#preview").endsWith("issued by: Demo Intermediate CA · broken: Expired"), label("#preview"));
        press("#make");
        await("made", () -> noteSays("Made “alice”, broken on purpose: Expired."));
        assertEquals(5, tree().getExpandedItemCount());
        Screenshots.take(workshop(), "workshop-light-broken");
        press("#loadClient");
        await("loaded", () -> noteSays("Loaded “alice” into the client."));
        await("the card says so", () -> text("#client #chain .pg-hint").contains("expired"));
        connect();
        await("refused", () -> text("#client #pill").equals("refused"));
        await("the verdict", () -> verdict().startsWith("The server refused the client’s certificate"));
        assertTrue(verdict().contains("“alice”, the client’s certificate, expired at "), verdict());
    }

    @Test
    void loadedFilesAreForTheirOwnerAndGoneAtTheEnd() throws Exception {
        String before = slot("#client #chain");
        openWorkshop();
        press(".pg-toolbar #client");
        await("root, intermediate, client", () -> tree().getExpandedItemCount() == 3);
        press("#loadClient");
        await("loaded", () -> noteSays("Loaded “alice” into the client."));
        Path chain = Path.of(slot("#client #chain"));
        Path key = chain.resolveSibling("alice.key");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(chain.getParent())));
        String trusted = slot("#client #trust");
        fill("#client #trust", chain.resolveSibling("alice-ca.crt"));
        Path dragged = Files.createDirectories(folder.resolve("data/certificates"));
        Path used = Files.copy(chain, dragged.resolve("used.crt"));
        Path unused = Files.copy(chain, dragged.resolve("unused.crt"));
        fill("#server #trust", used);
        restart();
        assertFalse(Files.exists(chain), "the temporary files are gone");
        assertEquals(before, slot("#client #chain"), "the card has what it had before");
        assertEquals(trusted, slot("#client #trust"), "also where one was dropped on a field");
        assertFalse(Files.exists(unused), "nobody refers to it");
        assertTrue(Files.exists(used), "a card refers to it");
        assertEquals(used.toString(), slot("#server #trust"));
    }

    private void fill(String field, Path file) {
        robot.interact(() -> {
            TextField text = (TextField) node(field + " .text-field");
            text.requestFocus();
            text.setText(file.toString());
        });
        robot.interact(() -> node("#client #connect").requestFocus());
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void theKeyboardMakesAndSaves() throws Exception {
        openWorkshop();
        robot.push(KeyCode.CONTROL, KeyCode.S);
        await("nothing to save", () -> noteSays("Nothing is selected"));
        tab(1);
        press("#namesFold .pg-fold-header");
        robot.interact(() -> {
            TextField names = (TextField) part("#names .text-field");
            names.requestFocus();
            names.setText("DNS:typed.example.org");
        });
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        await(
                "made, with what was being typed",
                () -> tree().getExpandedItemCount() == 3
                        && robot.from(workshop().getRoot()).lookup(".pg-fact-value").queryAll().stream()
                                .anyMatch(value -> ((Labeled) value).getText().equals("DNS:typed.example.org")));
        robot.push(KeyCode.CONTROL, KeyCode.S);
        await("asks where", () -> exists("#save-sheet"));
        robot.push(KeyCode.ESCAPE);
        await("closed", () -> !exists("#save-sheet"));
    }

    @Test
    void savingSaysBeforeWhatItWritesAndReplacesNothingUnasked() throws Exception {
        Path taken = folder.resolve("alice.crt");
        Files.writeString(taken, "something else");
        openWorkshop();
        press(".pg-toolbar #client");
        await("a client", () -> tree().getExpandedItemCount() == 3);
        assertEquals("3 private keys were never saved", label("#unsaved"));
        press("#save");
        robot.interact(() -> ((TextField) part("#save-sheet #folder")).setText(folder.toString()));
        await("what it will write", () -> outlook().equals(List.of("alice.crt", "alice.key", "alice-ca.crt")));
        assertTrue(part(".pg-outlook-there").isVisible());
        Screenshots.take(workshop(), "workshop-light-save");
        press("#save-write");
        await("the question", () -> exists("#save-replace"));
        assertEquals("something else", Files.readString(taken));
        Screenshots.take(workshop(), "workshop-light-replace");
        press("#save-replace");
        await("saved", () -> noteSays("Saved 3 files in " + folder));
        assertTrue(Files.readString(taken).startsWith("-----BEGIN CERTIFICATE-----"));
        assertEquals("2 private keys were never saved", label("#unsaved"));
    }

    @Test
    void leavingWithUnsavedKeysAsksOnce() throws Exception {
        openWorkshop();
        press("#set");
        await("a set", () -> tree().getExpandedItemCount() == 4);
        robot.interact(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        DialogPane question = robot.lookup(".dialog-pane").queryAs(DialogPane.class);
        assertEquals("4 private keys were never saved", question.getHeaderText());
        Screenshots.take(question.getScene(), "workshop-light-end");
        robot.interact(() -> answer(question, "Stay").fire());
        assertTrue(stage.isShowing());
        robot.interact(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        DialogPane again = robot.lookup(".dialog-pane").queryAs(DialogPane.class);
        robot.interact(() -> answer(again, "End without them").fire());
        await("ended", () -> !stage.isShowing() && workshopStage().isEmpty());
    }

    @Test
    void aLongMakingCanBeCancelled() throws Exception {
        openWorkshop();
        tab(1);
        press("#keyFold .pg-fold-header");
        robot.interact(() -> ((ComboBox<?>) part("#key")).getSelectionModel().select(5));
        assertTrue(label("#preview").contains("RSA 4096"), label("#preview"));
        robot.interact(() -> {
            ((ButtonBase) part("#make")).fire();
            assertTrue(!((Labeled) workshop().lookup("#busy")).getText().isEmpty(), "says that it works");
            ((ButtonBase) workshop().lookup(".pg-workshop-busy .button")).fire();
        });
        await("cancelled", () -> noteSays("Cancelled"));
        assertTrue(exists("#form"), "the form is as it was");
        press("#set");
        await("the next thing is made", () -> tree().getExpandedItemCount() == 4);
    }

    @Test
    void itWearsTheThemeAndTheSizeOfText() throws Exception {
        click("#theme");
        robot.push(KeyCode.CONTROL, KeyCode.PLUS);
        openWorkshop();
        press("#set");
        await("a set", () -> tree().getExpandedItemCount() == 4);
        assertTrue(workshop().getRoot().getStyleClass().contains("theme-dark"));
        assertEquals(scene().getRoot().getStyle(), workshop().getRoot().getStyle());
        for (int index = 0; index < 4; index++) {
            tab(index);
            Screenshots.take(workshop(), "workshop-dark-1180x780-" + index);
        }
    }

    private void tab(int index) {
        robot.interact(() -> ((TabPane) part(".tab-pane")).getSelectionModel().select(index));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static Button answer(DialogPane question, String words) {
        return question.getButtonTypes().stream()
                .filter(type -> type.getText().equals(words))
                .map(type -> (Button) question.lookupButton(type))
                .findFirst()
                .orElseThrow();
    }

    /** The workshop lies over the main window: nothing can be clicked there. */
    private void serve() {
        robot.interact(() -> ((TextField) node("#server #port")).setText("0"));
        robot.interact(() -> ((ButtonBase) node("#server #start")).fire());
        await("listening", () -> text("#server #pill").startsWith("listening"));
        String port = text("#server #pill").replaceAll(".*:", "");
        robot.interact(() -> ((TextField) node("#client #port")).setText(port));
    }

    private void connect() {
        robot.interact(() -> ((ButtonBase) node("#client #connect")).fire());
    }

    private List<String> outlook() {
        return robot.from(workshop().getRoot()).lookup(".pg-outlook-file").queryAll().stream()
                .map(line -> ((Labeled) ((HBox) line).getChildren().get(1)).getText())
                .toList();
    }

    private boolean exists(String selector) {
        return robot.from(workshop().getRoot())
                .lookup(selector)
                .match(WorkshopTest::isSeen)
                .tryQuery()
                .isPresent();
    }

    private String slot(String field) {
        robot.interact(() -> node(field + " .text-field").requestFocus());
        WaitForAsyncUtils.waitForFxEvents();
        return ((TextField) node(field + " .text-field")).getText();
    }

    private String label(String selector) {
        return ((Labeled) part(selector)).getText();
    }

    private String verdict() {
        return String.valueOf(node(".pg-verdict").queryAccessibleAttribute(AccessibleAttribute.TEXT));
    }

    private void openWorkshop() {
        robot.push(KeyCode.F7);
        await("the workshop", () -> workshopStage().isPresent());
        robot.interact(() -> {
            Stage its = workshopStage().orElseThrow();
            its.setX(0);
            its.setY(0);
            its.setWidth(1180);
            its.setHeight(780);
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Optional<Stage> workshopStage() {
        return Window.getWindows().stream()
                .filter(window -> window instanceof Stage its && "Certificates".equals(its.getTitle()))
                .map(Stage.class::cast)
                .findFirst();
    }

    private Scene workshop() {
        return workshopStage().orElseThrow().getScene();
    }

    private Node part(String selector) {
        return robot.from(workshop().getRoot())
                .lookup(selector)
                .match(WorkshopTest::isSeen)
                .query();
    }

    /** Neither it nor what it stands in is hidden. */
    private static boolean isSeen(Node node) {
        return node == null || (node.isVisible() && isSeen(node.getParent()));
    }

    private void press(String selector) {
        robot.interact(() -> ((ButtonBase) part(selector)).fire());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private TreeView<?> tree() {
        return (TreeView<?>) part(".pg-shelf-tree");
    }

    private boolean noteSays(String words) {
        return ((HintLine) part("#note")).getText().startsWith(words);
    }

    private void select(String name) {
        robot.interact(() -> {
            TreeView<?> its = tree();
            for (int row = 0; row < its.getExpandedItemCount(); row++) {
                if (String.valueOf(its.getTreeItem(row).getValue()).endsWith(" " + name + "]")) {
                    its.getSelectionModel().select(row);
                }
            }
        });
    }
}
