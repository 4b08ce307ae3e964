package org.mtlsplayground.ui.timeline;

import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
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
import org.mtlsplayground.ui.common.CappedScroll;
import org.mtlsplayground.ui.common.Icon;

/**
 * The verdict on the selected connection: what happened in one sentence, who is who in another, and on request what stands
 * behind it.
 */
final class VerdictBanner extends VBox {
    private static final String WARNED = "partial";
    private static final String GAP = "\u2003";
    /** Below so many times the size of its text it is too narrow for the bare facts to stand beside the headline. */
    private static final double NARROW_EM = 32;

    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    private final Icon icon = new Icon();
    private final Text headline = new Text();
    private final Text facts = new Text();
    private final TextFlow detail = new TextFlow();
    private final VerdictDetails details = new VerdictDetails();
    private final TextFlow words = new TextFlow();
    private final VBox about = new VBox();
    private final CappedScroll room = new CappedScroll(about);
    private final ToggleButton more = new ToggleButton(Messages.get("verdict.more"), new Icon(Feather.CHEVRON_DOWN));
    private Verdict shown;
    private String toneClass = "";

    VerdictBanner() {
        getStyleClass().add("pg-verdict");
        headline.getStyleClass().add("pg-verdict-headline");
        facts.getStyleClass().add("pg-verdict-facts");
        detail.getStyleClass().add("pg-verdict-detail");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        more.setId("verdict-more");
        more.getStyleClass().add("pg-verdict-more");
        more.setMnemonicParsing(false);
        more.setMinWidth(USE_PREF_SIZE);
        more.selectedProperty().addListener((property, before, now) -> showDetails());
        about.getStyleClass().add("pg-verdict-about");
        room.getStyleClass().add("pg-verdict-room");
        HBox line = new HBox(icon, words, more);
        line.getStyleClass().add("pg-verdict-line-main");
        getChildren().addAll(line, room);
        widthProperty().addListener((property, before, now) -> arrange());
        headline.fontProperty().addListener((property, before, now) -> arrange());
        arrange();
        setAccessibleRole(AccessibleRole.TEXT);
        setFocusTraversable(true);
        show(null);
    }

    /** Whether what stands behind a verdict is shown, too. */
    BooleanProperty detailedProperty() {
        return more.selectedProperty();
    }

    /** How high what stands below the headline may be, in pixels; more of it scrolls. */
    DoubleProperty limitProperty() {
        return room.limitProperty();
    }

    /** What shows the place of a piece of evidence, and what does what mends it. */
    void on(Consumer<Evidence> evidence, Consumer<Action> action) {
        details.on(evidence, action);
    }

    private void arrange() {
        boolean narrow =
                getWidth() > 0 && getWidth() < NARROW_EM * headline.getFont().getSize();
        boolean below = !about.getChildren().isEmpty() && about.getChildren().get(0) != detail;
        if (!about.getChildren().isEmpty() && narrow == below) {
            return;
        }
        about.getChildren().clear();
        words.getChildren().setAll(headline);
        if (narrow) {
            TextFlow line = new TextFlow(facts);
            line.getStyleClass().add("pg-verdict-detail");
            about.getChildren().add(line);
        } else {
            words.getChildren().add(facts);
        }
        about.getChildren().addAll(detail, details);
        pseudoClassStateChanged(NARROW, narrow);
        details.setNarrow(narrow);
        showFacts();
        showDetails();
    }

    private void showFacts() {
        boolean any = shown != null && !shown.facts().isEmpty();
        String gap = words.getChildren().contains(facts) ? GAP : "";
        facts.setText(any ? gap + shown.facts() : "");
    }

    private void showDetails() {
        boolean any = shown != null && VerdictDetails.has(shown);
        boolean open = any && more.isSelected();
        more.setVisible(any);
        more.setManaged(any);
        more.setText(Messages.get(open ? "verdict.less" : "verdict.more"));
        ((Icon) more.getGraphic()).setFeather(open ? Feather.CHEVRON_UP : Feather.CHEVRON_DOWN);
        details.setVisible(open);
        details.setManaged(open);
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
        showFacts();
        detail.getChildren()
                .setAll(verdict.detail().pieces().stream()
                        .map(VerdictBanner::text)
                        .toList());
        room.setVvalue(0);
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
