package org.mtlsplayground.app;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.feather.Feather;
import org.mtlsplayground.scenario.Scenario;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Background;
import org.mtlsplayground.ui.common.Icon;
import org.mtlsplayground.ui.common.IconButton;
import org.mtlsplayground.ui.paste.ErrorBox;

/**
 * The box for error texts, in the place of the cards; made when it is first wanted. It also opens when a text is pasted
 * where no field takes it. For use on the FX thread.
 */
final class PasteRoom {
    private final MainWindow window;
    private final Background background;
    private final Consumer<Scenario> onPlay;
    private ErrorBox box;

    /** @param onPlay plays a scenario; the cards are in sight again by then */
    PasteRoom(MainWindow window, Background background, Consumer<Scenario> onPlay) {
        this.window = window;
        this.background = background;
        this.onPlay = onPlay;
        // A field that has the focus takes the keys before the window does.
        window.root()
                .getScene()
                .getAccelerators()
                .put(new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN), this::paste);
    }

    /** Opens it. */
    Button button() {
        Button button = new Button(null, new Icon(Feather.MESSAGE_SQUARE));
        button.setId("explain-error");

        IconButton.name(button, Messages.get("paste.open"));
        button.setOnAction(event -> explain(""));
        return button;
    }

    /** Opens it with this text; empty if it is still to be typed. */
    void explain(String text) {
        open();
        if (text.isBlank()) {
            box.focus();
        } else {
            box.show(text);
        }
    }

    private void paste() {
        Clipboard clipboard = Clipboard.getSystemClipboard();
        if (clipboard.hasString() && !clipboard.getString().isBlank()) {
            explain(clipboard.getString());
        }
    }

    private void open() {
        if (box == null) {
            box = new ErrorBox(background, this::play, window::uncover);
        }
        window.cover(box.root());
    }

    private void play(Scenario scenario) {
        window.uncover();
        onPlay.accept(scenario);
    }
}
