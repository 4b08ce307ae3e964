package org.mtlsplayground.ui.timeline;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.feather.Feather;
import org.mtlsplayground.diagnosis.Action;
import org.mtlsplayground.diagnosis.Custom;
import org.mtlsplayground.diagnosis.Evidence;
import org.mtlsplayground.diagnosis.Explanation;
import org.mtlsplayground.diagnosis.NotSent;
import org.mtlsplayground.diagnosis.Phrase;
import org.mtlsplayground.diagnosis.Remedy;
import org.mtlsplayground.diagnosis.Verdict;
import org.mtlsplayground.diagnosis.Views;
import org.mtlsplayground.pki.CertificateDescription;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Icon;

/**
 * What stands behind a verdict: the evidence, ways to mend it, the refusal as each side and the wire saw it, and what
 * others would have sent.
 */
final class VerdictDetails extends VBox {
    private Optional<Consumer<Evidence>> onEvidence = Optional.empty();
    private Optional<Consumer<Action>> onAction = Optional.empty();
    private boolean narrow;

    VerdictDetails() {
        getStyleClass().add("pg-verdict-details");
    }

    /** What shows the place of a piece of evidence, and what does what mends it; until then neither is offered. */
    void on(Consumer<Evidence> evidence, Consumer<Action> action) {
        onEvidence = Optional.of(evidence);
        onAction = Optional.of(action);
    }

    /** Whether there is anything to show of a verdict. */
    static boolean has(Verdict verdict) {
        Explanation all = verdict.explanation();
        return all.views().isPresent()
                || all.notSent().isPresent()
                || Stream.of(all.evidence(), all.remedies(), all.warnings()).anyMatch(list -> !list.isEmpty());
    }

    /** Whether there is room for words alone in a line, and what can be pressed stands below them; holds for what is shown next. */
    void setNarrow(boolean now) {
        narrow = now;
    }

    void show(Verdict verdict) {
        Explanation all = verdict.explanation();
        getChildren().clear();
        // The first one is said above already.
        section(
                Messages.get("verdict.section.warning"),
                all.warnings().stream()
                        .skip(1)
                        .map(warning -> flow(warning.words()))
                        .toList());
        section(
                Messages.get("verdict.section.evidence"),
                all.evidence().stream().map(this::evidence).toList());
        section(
                Messages.get("verdict.section.mend"),
                all.remedies().stream().map(this::remedy).toList());
        all.notSent().ifPresent(this::notSent);
        all.views().ifPresent(views -> section(Messages.get("verdict.section.views"), List.of(views(views))));
        if (!all.customs().isEmpty()) {
            section(
                    Messages.get("verdict.section.customs"),
                    all.customs().stream().map(VerdictDetails::custom).toList());
        }
    }

    private void section(String title, List<? extends Node> content) {
        if (!content.isEmpty()) {
            Label heading = new Label(title);
            heading.getStyleClass().add("pg-verdict-section");
            getChildren().add(heading);
            getChildren().addAll(content);
        }
    }

    private static TextFlow flow(Phrase words) {
        TextFlow flow = new TextFlow();
        flow.getChildren().setAll(PhraseText.of(words));
        // Clauses that also stand within a sentence stand alone here; names are left as they are.
        if (!words.pieces().isEmpty() && !words.pieces().get(0).strong()) {
            Text first = (Text) flow.getChildren().get(0);
            first.setText(Character.toTitleCase(first.getText().charAt(0))
                    + first.getText().substring(1));
        }
        return flow;
    }

    private Node evidence(Evidence evidence) {
        boolean leads = evidence.certificate().isPresent() || evidence.message().isPresent();
        TextFlow words = flow(evidence.words());
        if (leads && onEvidence.isPresent()) {
            Hyperlink show = new Hyperlink(Messages.get(
                    evidence.certificate().isPresent() ? "verdict.show.certificate" : "verdict.show.message"));
            show.setOnAction(event -> onEvidence.get().accept(evidence));
            show.setMinWidth(USE_PREF_SIZE);
            return line(Feather.CHEVRON_RIGHT, words, show);
        }
        return line(Feather.CHEVRON_RIGHT, words);
    }

    private Node remedy(Remedy remedy) {
        TextFlow words = flow(remedy.words());
        return remedy.action()
                .filter(action -> onAction.isPresent())
                .map(action -> line(Feather.TOOL, words, button(remedy, action)))
                .orElseGet(() -> line(Feather.TOOL, words));
    }

    private Button button(Remedy remedy, Action action) {
        Button apply = new Button(Messages.get(does(action)));
        apply.getStyleClass().addAll("small", "pg-verdict-mend");
        apply.setMnemonicParsing(false);
        apply.setMinWidth(USE_PREF_SIZE);
        apply.setAccessibleText(remedy.words().plain());
        apply.setOnAction(event -> onAction.get().accept(action));
        return apply;
    }

    private static String does(Action action) {
        if (action instanceof Action.Reissue) {
            return "app.certificates";
        }
        return action instanceof Action.TryAgain ? "verdict.again" : "verdict.mend";
    }

    private HBox line(Feather feather, TextFlow words, Node... pressed) {
        words.setMinWidth(0);
        Pane column = narrow ? new VBox(words) : new HBox(words);
        column.getStyleClass().add("pg-verdict-line");
        column.getChildren().addAll(pressed);
        column.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox.setHgrow(column, Priority.ALWAYS);
        HBox line = new HBox(new Icon(feather), column);
        line.getStyleClass().add("pg-verdict-line");
        return line;
    }

    private void notSent(NotSent conditions) {
        section(
                Messages.get("verdict.section.notSent"),
                List.of(
                        condition(conditions.sameKind(), "verdict.notSent.kind"),
                        condition(conditions.keyTypeTaken(), "verdict.notSent.type"),
                        condition(
                                !conditions.fittingSchemes().isEmpty(),
                                "verdict.notSent.schemes",
                                list(conditions.fittingSchemes()),
                                list(conditions.acceptedSchemes())),
                        condition(
                                conditions.issuerNamed(),
                                conditions.acceptedAuthorities().isEmpty()
                                        ? "verdict.notSent.anyIssuer"
                                        : "verdict.notSent.issuer",
                                list(conditions.acceptedAuthorities()))));
        section(
                Messages.get("verdict.section.others"),
                conditions.others().stream().map(VerdictDetails::other).toList());
    }

    private static Node other(NotSent conditions) {
        String name = CertificateDescription.of(conditions.identity().leaf()).name();
        return condition(conditions.isMet(), "verdict.notSent.other." + firstUnmet(conditions), name);
    }

    private static String firstUnmet(NotSent conditions) {
        if (!conditions.sameKind()) {
            return "kind";
        }
        if (!conditions.keyTypeTaken()) {
            return "type";
        }
        if (conditions.fittingSchemes().isEmpty()) {
            return "schemes";
        }
        return conditions.issuerNamed() ? "fits" : "issuer";
    }

    private static String list(List<String> names) {
        return names.isEmpty() ? "–" : String.join(", ", names);
    }

    private static Node condition(boolean met, String key, Object... arguments) {
        Label words = new Label(Messages.get(key, arguments), new Icon(met ? Feather.CHECK : Feather.X));
        words.setWrapText(true);
        words.setAccessibleText(Messages.get(met ? "verdict.notSent.met" : "verdict.notSent.unmet", words.getText()));
        words.getStyleClass().addAll("pg-verdict-condition", met ? "pg-met" : "pg-unmet");
        return words;
    }

    private static Node views(Views views) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("pg-verdict-views");
        ColumnConstraints third = new ColumnConstraints();
        third.setPercentWidth(100.0 / 3);
        grid.getColumnConstraints().setAll(third, third, third);
        RowConstraints top = new RowConstraints();
        top.setValignment(VPos.TOP);
        grid.getRowConstraints().setAll(top, top);
        column(grid, 0, Messages.get("verdict.views.knew." + views.knowing()), views.knew());
        column(grid, 1, Messages.get("verdict.views.wire"), views.wire());
        column(grid, 2, Messages.get("verdict.views.told." + views.knowing().other()), views.told());
        return grid;
    }

    private static void column(GridPane grid, int column, String title, Optional<String> words) {
        Label heading = new Label(title);
        heading.getStyleClass().add("pg-verdict-view-title");
        heading.setWrapText(true);
        Label said = new Label(words.orElseGet(() -> Messages.get("verdict.views.nothing")));
        said.getStyleClass().add(words.isPresent() ? "pg-verdict-view" : "pg-verdict-view-empty");
        said.setWrapText(true);
        said.setMinHeight(Region.USE_PREF_SIZE);
        grid.addColumn(column, heading, said);
    }

    private static Node custom(Custom custom) {
        Label words = new Label(Messages.get("verdict.custom", custom.who(), custom.alert()));
        words.setWrapText(true);
        words.getStyleClass().add("pg-verdict-custom");
        return words;
    }
}
