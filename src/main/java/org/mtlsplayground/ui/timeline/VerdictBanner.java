package org.mtlsplayground.ui.timeline;

import javafx.scene.AccessibleRole;
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
    private static final String GAP = "\u2003";

    private final Icon icon = new Icon();
    private final Text headline = new Text();
    private final Text facts = new Text();
    private final TextFlow detail = new TextFlow();
    private String toneClass = "";

    VerdictBanner() {
        getStyleClass().add("pg-verdict");
        headline.getStyleClass().add("pg-verdict-headline");
        facts.getStyleClass().add("pg-verdict-facts");
        detail.getStyleClass().add("pg-verdict-detail");
        VBox words = new VBox(new TextFlow(headline, facts), detail);
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
        facts.setText(verdict.facts().isEmpty() ? "" : GAP + verdict.facts());
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
