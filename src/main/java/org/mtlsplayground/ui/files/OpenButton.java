package org.mtlsplayground.ui.files;

import java.util.List;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.mtlsplayground.text.Messages;

/** Opens a file with connections; its menu also a key log for those that are open. */
final class OpenButton extends SplitMenuButton {
    private static final KeyCombination OPEN = new KeyCodeCombination(KeyCode.O, KeyCombination.SHORTCUT_DOWN);

    private final Openings openings;
    private final FilesFeature.Pickers pickers;

    OpenButton(Openings openings, FilesFeature.Pickers pickers) {
        this.openings = openings;
        this.pickers = pickers;
        setId("open");
        getStyleClass().add("pg-tool-menu");
        setText(Messages.get("files.open"));
        setMnemonicParsing(false);
        setOnAction(event -> pickCapture());
        MenuItem capture = new MenuItem(Messages.get("files.open.capture"));
        capture.setAccelerator(OPEN);
        capture.setOnAction(event -> pickCapture());
        MenuItem keyLog = new MenuItem(Messages.get("files.open.keyLog"));
        keyLog.setOnAction(event -> pickKeyLog());
        getItems().addAll(capture, keyLog);
    }

    private void pickCapture() {
        pickers.captures()
                .pick(getScene().getWindow(), Messages.get("files.open.title"))
                .ifPresent(file -> openings.open(List.of(file)));
    }

    /** Lets the user pick a key log for the connections that are open. */
    void pickKeyLog() {
        pickers.keyLogs()
                .pick(getScene().getWindow(), Messages.get("files.open.keyLog.title"))
                .ifPresent(openings::openKeyLog);
    }
}
