package org.mtlsplayground.ui.paste;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.mtlsplayground.diagnosis.paste.ErrorTexts;
import org.mtlsplayground.diagnosis.paste.Fact;
import org.mtlsplayground.diagnosis.paste.Reading;
import org.mtlsplayground.diagnosis.paste.ReadingText;
import org.mtlsplayground.scenario.Scenario;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Background;
import org.mtlsplayground.ui.common.IconButton;
import org.mtlsplayground.ui.common.LatestWork;

/**
 * A box for an error text of another program; below it, as it is typed or pasted, what it is likely to mean, the likeliest
 * first, each with the scenario that shows it. For use on the FX thread.
 */
public final class ErrorBox {
    private static final int MOST_CAUSES = 6;
    private static final int MOST_FACTS = 4;

    private final BorderPane root = new BorderPane();
    private final TextArea text = new TextArea();
    private final VBox results = new VBox();
    private final LatestWork work;
    private final Consumer<Scenario> onPlay;

    /**
     * @param onPlay called with the scenario that the user wants to see
     * @param onClose called when the user has seen enough
     */
    public ErrorBox(Background background, Consumer<Scenario> onPlay, Runnable onClose) {
        this.onPlay = onPlay;
        work = new LatestWork(background, "mtls-error-text");
        root.setId("error-box");
        root.getStyleClass().add("pg-paste");
        root.getStylesheets().add(ErrorBox.class.getResource("paste.css").toExternalForm());
        text.setId("error-text");
        text.setPromptText(Messages.get("paste.prompt"));
        text.setAccessibleText(Messages.get("paste.title"));
        text.getStyleClass().addAll("pg-mono", "pg-paste-text");
        text.setWrapText(true);
        results.getStyleClass().add("pg-paste-results");
        results.setId("error-results");
        ScrollPane below = new ScrollPane(results);
        below.setFitToWidth(true);
        below.getStyleClass().add("pg-paste-scroll");
        VBox top = new VBox(bar(onClose), text);
        top.getStyleClass().add("pg-paste-top");
        root.setTop(top);
        root.setCenter(below);
        text.textProperty().addListener((property, before, now) -> read(now));
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                onClose.run();
                event.consume();
            }
        });
        read("");
    }

    private static HBox bar(Runnable onClose) {
        Label title = new Label(Messages.get("paste.title"));
        title.getStyleClass().add("pg-title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button close = new IconButton(Feather.X, Messages.get("paste.close"));
        close.setId("error-close");
        close.setOnAction(event -> onClose.run());
        HBox bar = new HBox(title, space, close);
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    /** All of it. */
    public Parent root() {
        return root;
    }

    /** Puts the cursor into the box. */
    public void focus() {
        text.requestFocus();
    }

    /** Shows a text in place of the one before. */
    public void show(String pasted) {
        text.setText(pasted);
        text.positionCaret(0);
        focus();
    }

    private void read(String pasted) {
        if (pasted.isBlank()) {
            work.forget();
            Label hint = wrapped(Messages.get("paste.hint"));
            hint.getStyleClass().add("pg-muted");
            results.getChildren().setAll(hint);
            return;
        }
        work.run(
                () -> ErrorTexts.read(pasted),
                this::show,
                failure -> results.getChildren().clear());
    }

    private void show(Reading reading) {
        results.getChildren().clear();
        ReadingText.speakers(reading).stream()
                .filter(sentence -> reading.isRecognised())
                .map(ErrorBox::wrapped)
                .forEach(results.getChildren()::add);
        facts(reading.facts()).ifPresent(results.getChildren()::add);
        ReadingText.caveat(reading).ifPresent(caveat -> {
            Label label = wrapped(caveat);
            label.getStyleClass().add("pg-muted");
            results.getChildren().add(label);
        });
        reading.causes().stream()
                .limit(MOST_CAUSES)
                .map(likely -> new CauseCard(likely, onPlay))
                .forEach(results.getChildren()::add);
        int more = reading.causes().size() - MOST_CAUSES;
        if (more > 0) {
            Label label = wrapped(Messages.get("paste.more", more));
            label.getStyleClass().add("pg-muted");
            results.getChildren().add(label);
        }
    }

    private static Optional<Label> facts(List<Fact> facts) {
        if (facts.isEmpty()) {
            return Optional.empty();
        }
        List<String> words =
                facts.stream().limit(MOST_FACTS).map(ReadingText::of).toList();
        Label label = wrapped(String.join("  ·  ", words));
        label.getStyleClass().addAll("pg-small", "pg-muted");
        return Optional.of(label);
    }

    static Label wrapped(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
