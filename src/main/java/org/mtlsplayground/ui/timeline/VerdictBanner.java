package org.mtlsplayground.ui.timeline;

import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.feather.Feather;
import org.mtlsplayground.diagnosis.Action;
import org.mtlsplayground.diagnosis.Evidence;
import org.mtlsplayground.diagnosis.Phrase;
import org.mtlsplayground.diagnosis.Verdict;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Icon;

/**
 * The verdict on the selected connection: what happened in one sentence, who is who in another, and on request what stands
 * behind it.
 */
final class VerdictBanner extends VBox {
    private static final String WARNED = "partial";
    private static final String GAP = "\u2003";

    private final Icon icon = new Icon();
    private final Text headline = new Text();
    private final Text facts = new Text();
    private final TextFlow detail = new TextFlow();
    private final VerdictDetails details = new VerdictDetails();
    private final ScrollPane detailsRoom = new ScrollPane(details);
    private final ToggleButton more = new ToggleButton(Messages.get("verdict.more"), new Icon(Feather.CHEVRON_DOWN));
    private Verdict shown;
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
        more.setId("verdict-more");
        more.getStyleClass().add("pg-verdict-more");
        more.setMnemonicParsing(false);
        more.setMinWidth(USE_PREF_SIZE);
        more.selectedProperty().addListener((property, before, now) -> showDetails());
        detailsRoom.getStyleClass().add("pg-verdict-room");
        detailsRoom.setFitToWidth(true);
        HBox line = new HBox(icon, words, more);
        line.getStyleClass().add("pg-verdict-line-main");
        getChildren().addAll(line, detailsRoom);
        setAccessibleRole(AccessibleRole.TEXT);
        setFocusTraversable(true);
        show(null);
    }

    /** Whether what stands behind a verdict is shown, too. */
    BooleanProperty detailedProperty() {
        return more.selectedProperty();
    }

    /** What shows the place of a piece of evidence, and what does what mends it. */
    void on(Consumer<Evidence> evidence, Consumer<Action> action) {
        details.on(evidence, action);
    }

    private void showDetails() {
        boolean any = shown != null && VerdictDetails.has(shown);
        boolean open = any && more.isSelected();
        more.setVisible(any);
        more.setManaged(any);
        more.setText(Messages.get(open ? "verdict.less" : "verdict.more"));
        ((Icon) more.getGraphic()).setFeather(open ? Feather.CHEVRON_UP : Feather.CHEVRON_DOWN);
        detailsRoom.setVisible(open);
        detailsRoom.setManaged(open);
        if (open) {
            details.show(shown);
        }
    }

    /** Shows a verdict; null shows nothing and takes no room. */
    void show(Verdict verdict) {
        setVisible(verdict != null);
        setManaged(verdict != null);
        boolean same = Objects.equals(shown, verdict);
        shown = verdict;
        if (verdict == null || same) {
            return;
        }
        getStyleClass().remove(toneClass);
        toneClass = "pg-verdict-" + (isWarned(verdict) ? WARNED : tone(verdict.kind()));
        getStyleClass().add(toneClass);
        icon.setFeather(icon(isWarned(verdict) ? Verdict.Kind.SERVER_ONLY : verdict.kind()));
        headline.setText(verdict.headline());
        facts.setText(verdict.facts().isEmpty() ? "" : GAP + verdict.facts());
        detail.getChildren()
                .setAll(verdict.detail().pieces().stream()
                        .map(VerdictBanner::text)
                        .toList());
        setAccessibleText(plain(verdict));
        showDetails();
    }

    /** The verdict as plain text. */
    static String plain(Verdict verdict) {
        return String.join(
                "\n", verdict.headline(), verdict.facts(), verdict.detail().plain());
    }

    static Text text(Phrase.Piece piece) {
        Text text = new Text(piece.text());
        text.getStyleClass().add(piece.strong() ? "pg-verdict-strong" : "pg-verdict-plain");
        return text;
    }

    /** Whether something is to be said against a success. */
    private static boolean isWarned(Verdict verdict) {
        return !verdict.explanation().warnings().isEmpty();
    }

    private static String tone(Verdict.Kind kind) {
        return switch (kind) {
            case MUTUAL -> "good";
            case SERVER_ONLY -> WARNED;
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
