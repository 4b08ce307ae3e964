package org.mtlsplayground.ui.timeline;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.feather.Feather;
import org.mtlsplayground.diagnosis.Phrase;
import org.mtlsplayground.diagnosis.Verdict;
import org.mtlsplayground.ui.common.Icon;

/** The verdict on the selected connection: what happened in one sentence, who is who in another. */
final class VerdictBanner extends HBox {
    private final Icon icon = new Icon();
    private final Label headline = new Label();
    private final Label facts = new Label();
    private final TextFlow detail = new TextFlow();
    private String toneClass = "";

    VerdictBanner() {
        getStyleClass().add("pg-verdict");
        headline.getStyleClass().add("pg-verdict-headline");
        headline.setWrapText(true);
        facts.getStyleClass().add("pg-verdict-facts");
        facts.setWrapText(true);
        detail.getStyleClass().add("pg-verdict-detail");
        FlowPane first = new FlowPane(headline, facts);
        first.getStyleClass().add("pg-verdict-first");
        first.prefWrapLengthProperty().bind(widthProperty());
        VBox words = new VBox(first, detail);
        words.getStyleClass().add("pg-verdict-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(icon, words);
        setAccessibleRole(AccessibleRole.TEXT);
        setFocusTraversable(true);
        show(null);
    }

    /** Shows a verdict; null shows nothing and takes no room. */
    void show(Verdict verdict) {
        setVisible(verdict != null);
        setManaged(verdict != null);
        if (verdict == null) {
            return;
        }
        getStyleClass().remove(toneClass);
        toneClass = "pg-verdict-" + tone(verdict.kind());
        getStyleClass().add(toneClass);
        icon.setFeather(icon(verdict.kind()));
        headline.setText(verdict.headline());
        facts.setText(verdict.facts());
        facts.setManaged(!verdict.facts().isEmpty());
        detail.getChildren()
                .setAll(verdict.detail().pieces().stream()
                        .map(VerdictBanner::text)
                        .toList());
        setAccessibleText(plain(verdict));
    }

    /** The verdict as plain text. */
    static String plain(Verdict verdict) {
        return String.join(
                "\n", verdict.headline(), verdict.facts(), verdict.detail().plain());
    }

    private static Text text(Phrase.Piece piece) {
        Text text = new Text(piece.text());
        text.getStyleClass().add(piece.strong() ? "pg-verdict-strong" : "pg-verdict-plain");
        return text;
    }

    private static String tone(Verdict.Kind kind) {
        return switch (kind) {
            case MUTUAL -> "good";
            case SERVER_ONLY -> "partial";
            case REFUSED, FAILED -> "bad";
            case OPEN, CANCELLED -> "neutral";
        };
    }

    static Feather icon(Verdict.Kind kind) {
        return switch (kind) {
            case MUTUAL -> Feather.CHECK_CIRCLE;
            case SERVER_ONLY -> Feather.ALERT_CIRCLE;
            case REFUSED -> Feather.X_CIRCLE;
            case FAILED -> Feather.ALERT_TRIANGLE;
            case CANCELLED -> Feather.MINUS_CIRCLE;
            case OPEN -> Feather.MORE_HORIZONTAL;
        };
    }
}
