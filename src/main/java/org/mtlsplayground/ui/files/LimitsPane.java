package org.mtlsplayground.ui.files;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Hint;
import org.mtlsplayground.ui.common.HintLine;
import org.mtlsplayground.ui.common.InputMarks;

/** How much of the connections is kept, to read and to change, and a way to let go of them all. */
final class LimitsPane extends VBox {
    private static final String[] EACH = {"64 KiB", "256 KiB", "1 MiB", "8 MiB", "32 MiB"};
    private static final String[] ALL = {"16 MiB", "64 MiB", "256 MiB", "1 GiB"};
    private static final Duration REFRESH = Duration.millis(500);

    private final Limits limits;
    private final Label state = new Label();
    private final HBox buttons = new HBox();
    private Runnable cleared = () -> {};
    private final Timeline refresh = new Timeline(new KeyFrame(REFRESH, event -> showState()));

    LimitsPane(Limits limits) {
        this.limits = limits;
        setId("limits");
        getStyleClass().add("pg-limits");
        getStylesheets().add(FilesFeature.styleSheet());
        Label title = new Label(Messages.get("files.limits.title"));
        title.getStyleClass().add("pg-title");
        Label why = new Label(Messages.get("files.limits.why"));
        wrap(why);
        why.getStyleClass().add("pg-muted");
        state.setId("limitsState");
        wrap(state);
        buttons.getStyleClass().add("pg-buttons");
        getChildren()
                .addAll(
                        title,
                        why,
                        field("files.limits.each", "limitEach", EACH, limits.eachProperty(), limits.eachHintProperty()),
                        field("files.limits.all", "limitAll", ALL, limits.allProperty(), limits.allHintProperty()),
                        state,
                        buttons);
        showClear();
        showState();
        refresh.setCycleCount(Animation.INDEFINITE);
        sceneProperty().addListener((property, before, now) -> {
            if (now == null) {
                refresh.stop();
            } else {
                refresh.play();
            }
        });
    }

    /** Run when the connections have been let go of. */
    void setOnCleared(Runnable action) {
        cleared = action;
    }

    /** Ends what follows the state of things. */
    void close() {
        refresh.stop();
    }

    private static VBox field(
            String key, String id, String[] choices, StringProperty value, ObjectProperty<Hint> hint) {
        Label label = new Label(Messages.get(key));
        label.getStyleClass().add("pg-label");
        ComboBox<String> box = new ComboBox<>();
        box.setId(id);
        box.setEditable(true);
        box.getItems().setAll(choices);
        box.setMaxWidth(Double.MAX_VALUE);
        box.getEditor().textProperty().bindBidirectional(value);
        label.setLabelFor(box);
        HintLine line = new HintLine();
        line.hintProperty().bind(hint);
        InputMarks.markErrors(box, hint);
        VBox field = new VBox(label, box, line);
        field.getStyleClass().add("pg-field");
        return field;
    }

    /** Of a known width, since a pop-over takes its height before it has one. */
    private static void wrap(Label label) {
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add("pg-limits-words");
    }

    private void showState() {
        state.setText(limits.state());
        buttons.setDisable(limits.over() == 0);
    }

    private void showClear() {
        Button clear = new Button(Messages.get("files.clear"));
        clear.setId("clear");
        clear.setOnAction(event -> ask());
        buttons.getChildren().setAll(clear);
    }

    private void ask() {
        Label question = new Label(Messages.get("files.clear.ask", FileSentences.connections(limits.over())));
        wrap(question);
        Button yes = new Button(Messages.get("files.clear.yes"));
        yes.setId("clearYes");
        yes.getStyleClass().add("pg-stop");
        yes.setOnAction(event -> {
            limits.clear();
            showClear();
            showState();
            cleared.run();
        });
        Button no = new Button(Messages.get("files.clear.no"));
        no.setOnAction(event -> showClear());
        HBox answers = new HBox(yes, no);
        answers.getStyleClass().add("pg-buttons");
        VBox asked = new VBox(question, answers);
        asked.getStyleClass().add("pg-clear-question");
        buttons.getChildren().setAll(asked);
    }
}
