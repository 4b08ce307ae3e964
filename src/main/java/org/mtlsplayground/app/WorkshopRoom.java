package org.mtlsplayground.app;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.TransferMode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.client.ClientInputs;
import org.mtlsplayground.ui.common.Background;
import org.mtlsplayground.ui.common.FxUpdates;
import org.mtlsplayground.ui.common.SettingsStore;
import org.mtlsplayground.ui.server.ServerInputs;
import org.mtlsplayground.ui.workshop.Workshop;

/** The workshop in a window of its own, and joined to the cards. For use on the FX thread. */
final class WorkshopRoom implements AutoCloseable {
    private final Workshop workshop;
    private final WorkshopSlots slots;
    private final Appearance appearance;
    private final WindowMemory memory;
    private Stage stage;
    private boolean asked;

    WorkshopRoom(
            ClientInputs client,
            ServerInputs server,
            Background background,
            FxUpdates updates,
            SettingsStore store,
            Workshop.Pickers pickers,
            Appearance appearance) {
        this.appearance = appearance;
        slots = new WorkshopSlots(client, server);
        workshop = new Workshop(background, updates, store, slots, pickers);
        slots.watch(workshop::isTemporary);
        memory = WindowMemory.ofWorkshop(store);
    }

    /** Opens the window, or brings it to the front. */
    void show() {
        if (stage == null) {
            stage = new Stage();
            stage.setTitle(Messages.get("workshop.title"));
            stage.getIcons().setAll(AppIcons.all());
            memory.restore(stage);
            Scene scene = new Scene(workshop.root(), stage.getWidth(), stage.getHeight());
            appearance.dress(scene);
            Keys.installTextSize(scene, appearance.textScale());
            scene.getAccelerators().put(new KeyCodeCombination(KeyCode.W, KeyCombination.SHORTCUT_DOWN), stage::hide);
            stage.setScene(scene);
            stage.setOnHiding(event -> memory.note(stage));
        }
        stage.show();
        stage.setIconified(false);
        stage.toFront();
        workshop.focus();
    }

    /** Takes the workshop’s certificates where they are dropped on a card. */
    void joinCards(Node client, Node server) {
        join(client, Side.CLIENT);
        join(server, Side.SERVER);
    }

    private void join(Node card, Side side) {
        // One with a key is meant for the card whichever field it is dropped on; a CA may be meant for that field.
        card.addEventFilter(DragEvent.DRAG_OVER, event -> accept(event, workshop.isIdentity(event.getDragboard())));
        card.addEventFilter(
                DragEvent.DRAG_DROPPED, event -> drop(event, side, workshop.isIdentity(event.getDragboard())));
        card.setOnDragOver(event -> accept(event, workshop.isFromHere(event.getDragboard())));
        card.setOnDragDropped(event -> drop(event, side, workshop.isFromHere(event.getDragboard())));
    }

    private static void accept(DragEvent event, boolean ours) {
        if (ours) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void drop(DragEvent event, Side side, boolean ours) {
        if (ours) {
            event.setDropCompleted(workshop.drop(event.getDragboard(), side));
            event.consume();
        }
    }

    /** Asks once before keys are lost: the first request to close the main window is held up if there are such. */
    void guard(Stage main, WindowEvent event) {
        int keys = workshop.unsavedKeys();
        if (keys == 0 || asked) {
            return;
        }
        event.consume();
        asked = true;
        ButtonType save = new ButtonType(Messages.get("workshop.end.save"), ButtonBar.ButtonData.OK_DONE);
        ButtonType leave = new ButtonType(Messages.get("workshop.end.leave"), ButtonBar.ButtonData.OTHER);
        ButtonType stay = new ButtonType(Messages.get("workshop.end.stay"), ButtonBar.ButtonData.CANCEL_CLOSE);
        Alert question = new Alert(Alert.AlertType.CONFIRMATION, Messages.get("workshop.end.about"), save, leave, stay);
        question.initOwner(main);
        question.setTitle(Messages.get("app.title"));
        question.setGraphic(null);
        question.setHeaderText(Messages.get(keys == 1 ? "workshop.unsaved.one" : "workshop.unsaved", keys));
        appearance.dress(question.getDialogPane().getScene());
        question.setOnHidden(closed -> answered(question.getResult(), save, leave, main));
        question.show();
    }

    private void answered(ButtonType answer, ButtonType save, ButtonType leave, Stage main) {
        if (answer == leave) {
            main.fireEvent(new WindowEvent(main, WindowEvent.WINDOW_CLOSE_REQUEST));
            return;
        }
        asked = false;
        if (answer == save) {
            show();
            workshop.saveUnsaved();
        }
    }

    /** Closes its window with the main one. */
    void hide() {
        if (stage != null) {
            stage.hide();
        }
    }

    @Override
    public void close() {
        slots.restore(workshop::isTemporary);
        slots.tidy(Rooms.draggedOut());
        workshop.close();
    }
}
