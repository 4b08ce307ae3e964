package org.mtlsplayground.ui.timeline;

import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.feather.Feather;
import org.mtlsplayground.diagnosis.Action;
import org.mtlsplayground.diagnosis.Evidence;
import org.mtlsplayground.diagnosis.Verdict;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.ByWidth;
import org.mtlsplayground.ui.common.CappedScroll;
import org.mtlsplayground.ui.common.Icon;

/**
 * The verdict on the selected connection: what happened in one sentence, who is who in another, and on request what stands
 * behind it.
 */
final class VerdictBanner extends ByWidth {
    private static final String WARNED = "partial";
    private static final String GAP = "\u2003";
    /** Below so many times the size of its text it is too narrow for the bare facts to stand beside the headline. */
    private static final double NARROW_EM = 32;

    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    private final Icon icon = new Icon();
    private final Text headline = new Text();
    private final Text facts = new Text();
    private final TextFlow detail = new TextFlow();
    private final TextFlow below = new TextFlow();
    private final VerdictDetails details = new VerdictDetails();
    private final TextFlow words = new TextFlow();
    private final HBox head = new HBox();
    private final VBox about = new VBox();
    private final CappedScroll room = new CappedScroll(about);
    private final ToggleButton more = new ToggleButton(Messages.get("verdict.more"), new Icon(Feather.CHEVRON_DOWN));
    private Verdict shown;

    /** What waits for the user, in a sentence; empty for nothing. */
    private String waiting = "";

    private String toneClass = "";

    VerdictBanner() {
        getStyleClass().add("pg-verdict");
        headline.getStyleClass().add("pg-verdict-headline");
        facts.getStyleClass().add("pg-verdict-facts");
        detail.getStyleClass().add("pg-verdict-detail");
        below.getStyleClass().add("pg-verdict-detail");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        more.setId("verdict-more");
        more.getStyleClass().add("pg-verdict-more");
        more.setMnemonicParsing(false);
        more.setMinWidth(USE_PREF_SIZE);
        more.selectedProperty().addListener((property, before, now) -> showDetails());
        about.getStyleClass().add("pg-verdict-about");
        room.getStyleClass().add("pg-verdict-room");
        head.getChildren().setAll(icon, words, more);
        head.getStyleClass().add("pg-verdict-line-main");
        getChildren().addAll(head, room);
        follow(headline.fontProperty());
        arrange(0);
        setAccessibleRole(AccessibleRole.TEXT);
        setFocusTraversable(true);
        show(null);
    }

    /** Whether what stands behind a verdict is shown, too. */
    BooleanProperty detailedProperty() {
        return more.selectedProperty();
    }

    /** The headline's line. */
    Region head() {
        return head;
    }

    /** How high what stands below the headline may be, in pixels; more of it scrolls. */
    DoubleProperty limitProperty() {
        return room.limitProperty();
    }

    /** What shows the place of a piece of evidence, and what does what mends it. */
    void on(Consumer<Evidence> evidence, Consumer<Action> action) {
        details.on(evidence, action);
    }

    @Override
    protected void arrange(double width) {
        boolean first = about.getChildren().isEmpty();
        boolean narrow = width > 0 && width < NARROW_EM * headline.getFont().getSize();
        if (!first && (width <= 0 || narrow == below.getChildren().contains(facts))) {
            return;
        }
        words.getChildren().setAll(headline);
        below.getChildren().clear();
        (narrow ? below : words).getChildren().add(facts);
        // Where there is little room, who is who comes first.
        about.getChildren().setAll(detail, below, details);
        more.setContentDisplay(narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
        pseudoClassStateChanged(NARROW, narrow);
        details.setNarrow(narrow);
        showFacts();
        showDetails();
    }

    private void showFacts() {
        boolean waits = isWaiting();
        String now = shown == null ? "" : waits ? waiting : shown.facts();
        boolean narrow = below.getChildren().contains(facts);
        facts.setText(narrow || now.isEmpty() ? now : GAP + now);
        show(detail, !waits);
        show(below, narrow && !now.isEmpty());
        // Where there is little room, it leaves that to the bar that lets it pass.
        show(this, shown != null && !(narrow && waits));
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    /** While something waits the two sides don't talk: it is the user's turn. */
    private boolean isWaiting() {
        return shown != null && shown.kind() == Verdict.Kind.OPEN && !waiting.isEmpty();
    }

    /** Says what waits for the user, as long as the connection is not over; empty for nothing. */
    void await(String words) {
        if (!waiting.equals(words)) {
            waiting = words;
            showFacts();
            speak();
        }
    }

    private void speak() {
        setAccessibleText(
                shown == null ? null : isWaiting() ? String.join("\n", shown.headline(), waiting) : plain(shown));
    }

    private void showDetails() {
        boolean any = shown != null && VerdictDetails.has(shown);
        boolean open = any && more.isSelected();
        show(more, any);
        more.setText(Messages.get(open ? "verdict.less" : "verdict.more"));
        more.setAccessibleText(more.getText());
        ((Icon) more.getGraphic()).setFeather(open ? Feather.CHEVRON_UP : Feather.CHEVRON_DOWN);
        show(details, open);
        if (open) {
            details.show(shown);
        }
    }

    /** Shows a verdict; null shows nothing and takes no room. */
    void show(Verdict verdict) {
        boolean same = Objects.equals(shown, verdict);
        shown = verdict;
        if (verdict == null || same) {
            showFacts();
            return;
        }
        getStyleClass().remove(toneClass);
        toneClass = "pg-verdict-" + (isWarned(verdict) ? WARNED : tone(verdict.kind()));
        getStyleClass().add(toneClass);
        icon.setFeather(icon(isWarned(verdict) ? Verdict.Kind.SERVER_ONLY : verdict.kind()));
        headline.setText(verdict.headline());
        showFacts();
        detail.getChildren().setAll(PhraseText.of(verdict.detail()));
        room.setVvalue(0);
        speak();
        showDetails();
    }

    /** The verdict as plain text. */
    static String plain(Verdict verdict) {
        return String.join(
                "\n", verdict.headline(), verdict.facts(), verdict.detail().plain());
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
