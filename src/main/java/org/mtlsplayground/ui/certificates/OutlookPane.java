package org.mtlsplayground.ui.certificates;

import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.mtlsplayground.pki.path.Step.Status;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Icon;
import org.mtlsplayground.ui.common.LazyTip;

/** The column “Would it work?”: one sentence, and below it each check. A check says more when it is clicked. */
public final class OutlookPane extends ScrollPane {
    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");

    private final VBox box = new VBox();
    private Outlook shown;

    public OutlookPane() {
        getStyleClass().add("pg-outlook");
        box.getStyleClass().add("pg-outlook-box");
        setContent(box);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        box.getChildren().setAll(title(), label(Messages.get("certificates.outlook.wait"), "pg-outlook-more"));
    }

    /** Shows this in place of what was there. */
    void show(Outlook outlook) {
        if (outlook.equals(shown)) {
            return;
        }
        shown = outlook;
        box.getChildren().setAll(title(), headline(outlook));
        if (!outlook.more().isEmpty()) {
            box.getChildren().add(label(outlook.more(), "pg-outlook-more"));
        }
        outlook.unlooked().forEach(each -> box.getChildren().add(unlooked(each)));
        for (Outlook.Section section : outlook.sections()) {
            box.getChildren().add(label(section.title(), "pg-outlook-section"));
            section.lines().forEach(line -> box.getChildren().add(line(line)));
        }
        if (outlook.unlooked().isEmpty()) {
            box.getChildren().add(label(Messages.get("certificates.outlook.same"), "pg-outlook-more"));
        }
        setAccessibleText(outlook.sentence());
    }

    private static Node title() {
        return label(Messages.get("certificates.outlook.title"), "pg-outlook-title");
    }

    private static Node headline(Outlook outlook) {
        HBox row = row(outlook.status(), label(outlook.sentence(), "pg-outlook-sentence"));
        row.getStyleClass().add("pg-outlook-headline");
        row.setAccessibleRole(AccessibleRole.TEXT);
        row.setAccessibleText(Messages.get("certificates.status." + outlook.status()) + ": " + outlook.sentence());
        return row;
    }

    private static Node unlooked(String sentence) {
        Label words = label(sentence, "pg-outlook-unlooked-words");
        HBox row = new HBox(new Icon(Feather.INFO), words);
        HBox.setHgrow(words, Priority.ALWAYS);
        row.getStyleClass().addAll("pg-outlook-line", "pg-outlook-unlooked");
        return row;
    }

    private static Node line(Outlook.Line line) {
        Label what = label(line.what(), "pg-outlook-what");
        VBox words = new VBox(what);
        if (!line.reason().isEmpty()) {
            words.getChildren().add(label(line.reason(), "pg-outlook-reason"));
        }
        HBox row = row(line.status(), words);
        String status = Messages.get("certificates.status." + line.status());
        String spoken = status + ": " + line.what() + (line.reason().isEmpty() ? "" : ". " + line.reason());
        row.setAccessibleRole(AccessibleRole.BUTTON);
        row.setAccessibleText(spoken);
        if (!line.details().isEmpty()) {
            unfolds(row, words, line.details());
            LazyTip.on(what).set(status + "\n" + String.join("\n", line.details()));
        }
        return row;
    }

    private static void unfolds(HBox row, VBox words, List<String> details) {
        VBox more = new VBox();
        details.forEach(detail -> more.getChildren().add(label(detail, "pg-outlook-detail")));
        Runnable toggle = () -> {
            boolean opens = !words.getChildren().remove(more);
            if (opens) {
                words.getChildren().add(more);
            }
            row.pseudoClassStateChanged(OPEN, opens);
        };
        row.getStyleClass().add("pg-outlook-unfolds");
        row.setFocusTraversable(true);
        row.setOnMouseClicked(event -> toggle.run());
        row.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                toggle.run();
                event.consume();
            }
        });
    }

    private static HBox row(Status status, Node words) {
        Icon icon = new Icon(
                switch (status) {
                    case OK -> Feather.CHECK;
                    case FAILS -> Feather.X_CIRCLE;
                    case NOT_REACHED -> Feather.HELP_CIRCLE;
                    case NOT_APPLICABLE -> Feather.MINUS;
                });
        HBox row = new HBox(icon, words);
        HBox.setHgrow(words, Priority.ALWAYS);
        row.getStyleClass()
                .addAll("pg-outlook-line", "pg-outlook-" + status.name().toLowerCase(Locale.ROOT));
        return row;
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
