package org.mtlsplayground.ui.certificates;

import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Hint;
import org.mtlsplayground.ui.common.HintLine;
import org.mtlsplayground.ui.common.PasswordLine;

/** An opened file as a whole: what it is, what is wrong with it, what else is in it; or that it needs a password. */
public final class FilePane extends ScrollPane {
    private final VBox box = new VBox();
    private final VBox content = new VBox();
    private final Label title = new Label();
    private PasswordLine password = new PasswordLine();
    private OpenFile shown;

    public FilePane() {
        getStyleClass().add("pg-cert-file");
        box.getStyleClass().add("pg-cert-file-box");
        content.getStyleClass().add("pg-cert-file-content");
        title.getStyleClass().add("pg-cert-name");
        setContent(box);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
    }

    /** Shows a file as it is now. */
    void show(OpenFile file) {
        if (shown != file) {
            shown = file;
            password = new PasswordLine();
            password.attach(file.slot(), file.name());
            box.getChildren().setAll(title, content, password);
        }
        title.setText(file.name());
        content.getChildren().clear();
        if (file.slot().isLoading()) {
            ProgressIndicator wheel = new ProgressIndicator();
            wheel.getStyleClass().add("pg-cert-file-wheel");
            Label words = label(file.note());
            words.setGraphic(wheel);
            content.getChildren().add(words);
            return;
        }
        Consumer<String> line = text -> content.getChildren().add(label(text));
        if (!file.slot().content().isFailed()) {
            line.accept(file.format()
                    .map(format -> Messages.get("certificates.open.format", format, file.note()))
                    .orElse(file.note()));
        }
        file.troubles().forEach(this::addHint);
        file.others().forEach(line);
    }

    private void addHint(Hint hint) {
        HintLine line = new HintLine();
        line.hintProperty().set(hint);
        content.getChildren().add(line);
    }

    private static Label label(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("pg-cert-file-line");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
