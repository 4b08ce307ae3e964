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
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Clip;
import org.mtlsplayground.ui.common.Fxml;

/** The log, to read and to copy. */
public final class LogView {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

    private final Parent root;

    @FXML
    private ListView<LogModel.Line> lines;

    public LogView(LogModel model) {
        root = Fxml.load(this, "log.fxml");
        lines.setItems(model.lines());
        lines.setCellFactory(list -> new LogCell());
        lines.setAccessibleText(Messages.get("log.name"));
        lines.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        Clip.onCopy(lines, this::copy);
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
        Clip.put((selected.isEmpty() ? lines.getItems() : selected)
                .stream().map(LogView::text).collect(Collectors.joining("\n")));
    }

    static String time(LogModel.Line line) {
        return TIME.format(line.time());
    }

    private static String text(LogModel.Line line) {
        return time(line) + "  " + Messages.get("log.speaker." + line.speaker()) + "  " + line.text();
    }
}
