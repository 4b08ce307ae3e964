package org.mtlsplayground.ui.inspector;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Fxml;

/** The log, to read and to copy. */
public final class LogView {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final Parent root;

    @FXML
    private ListView<LogModel.Line> lines;

    public LogView(LogModel model) {
        root = Fxml.load(this, "log.fxml");
        lines.setItems(model.lines());
        lines.setCellFactory(list -> new LogCell());
        lines.setAccessibleText(Messages.get("log.name"));
        lines.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        lines.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (COPY.match(event)) {
                copy();
                event.consume();
            }
        });
        model.lines().addListener((ListChangeListener<LogModel.Line>) change -> {
            if (lines.getSelectionModel().isEmpty() && !lines.getItems().isEmpty()) {
                lines.scrollTo(lines.getItems().size() - 1);
            }
        });
    }

    /** All of it. */
    public Parent root() {
        return root;
    }

    /** Copies the selected lines, or all where none is selected. */
    @FXML
    void copy() {
        List<LogModel.Line> selected = lines.getSelectionModel().getSelectedItems();
        ClipboardContent content = new ClipboardContent();
        content.putString((selected.isEmpty() ? lines.getItems() : selected)
                .stream().map(LogView::text).collect(Collectors.joining("\n")));
        Clipboard.getSystemClipboard().setContent(content);
    }

    static String time(LogModel.Line line) {
        return TIME.format(line.time());
    }

    private static String text(LogModel.Line line) {
        return time(line) + "  " + Messages.get("log.speaker." + line.speaker()) + "  " + line.text();
    }
}
