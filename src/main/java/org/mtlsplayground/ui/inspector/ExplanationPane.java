package org.mtlsplayground.ui.inspector;

import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.mtlsplayground.ui.common.Emphasis;
import org.mtlsplayground.ui.common.HintLine;

/** Says what the selected part of a message means. */
public final class ExplanationPane extends ScrollPane {
    private final Label title = new Label();
    private final HintLine trouble = new HintLine();
    private final TextFlow text = new TextFlow();
    private final Label see = new Label();
    private final Label place = new Label();

    public ExplanationPane() {
        getStyleClass().add("pg-explanation");
        VBox box = new VBox(title, trouble, text, see, place);
        box.getStyleClass().add("pg-explanation-box");
        title.getStyleClass().add("pg-explanation-title");
        title.setWrapText(true);
        text.getStyleClass().add("pg-explanation-text");
        see.getStyleClass().add("pg-muted");
        see.setWrapText(true);
        place.getStyleClass().add("pg-explanation-place");
        place.setWrapText(true);
        setContent(box);
        setFitToWidth(true);
        setFocusTraversable(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
    }

    /** Shows this in place of what was there. */
    void show(Explained now) {
        title.setText(now.title());
        trouble.hintProperty().set(now.trouble());
        text.getChildren()
                .setAll(Emphasis.runs(now.text()).stream()
                        .map(ExplanationPane::text)
                        .toList());
        show(see, now.see());
        show(place, now.place());
        setVvalue(0);
        setAccessibleText(String.join("\n", now.title(), now.trouble().text(), now.text(), now.see()));
    }

    private static Text text(Emphasis.Run run) {
        Text text = new Text(run.text());
        text.getStyleClass().add(run.isEmphasised() ? "pg-explanation-emphasis" : "pg-explanation-run");
        return text;
    }

    private static void show(Label label, String words) {
        label.setText(words);
        label.setVisible(!words.isEmpty());
        label.setManaged(!words.isEmpty());
    }
}
