package org.mtlsplayground.ui.inspector;

import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Clip;
import org.mtlsplayground.ui.common.Icon;
import org.mtlsplayground.ui.common.IconButton;
import org.mtlsplayground.ui.inspector.KeySchedule.Box;
import org.mtlsplayground.ui.inspector.KeySchedule.Kind;
import org.mtlsplayground.wire.Hex;

/** A secret in the picture: what it is, what it opened, and its value when the user asks for it. */
final class KeyBox extends VBox {
    private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final int GROUP = 8;

    private final Label title = new Label();
    private final Label label = new Label();
    private final IconButton eye = new IconButton(Feather.EYE, "");
    private final IconButton copy = new IconButton(Feather.COPY, "");
    private final Label remark = new Label();
    private final VBox uses = new VBox();
    private final Label value = new Label();
    private final HBox line = new HBox();
    private final Label dots = new Label(Messages.get("keys.hidden"));
    private final IntConsumer onRecord;
    private String kindClass = "";
    private List<KeyWords.Use> shownUses = List.of();
    private String hex = "";
    private boolean open;

    /** @param onRecord goes to a record */
    KeyBox(IntConsumer onRecord) {
        this.onRecord = onRecord;
        getStyleClass().add("pg-key-box");
        title.getStyleClass().add("pg-key-title");
        title.setWrapText(true);
        title.setMinWidth(0);
        title.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add("pg-key-label");
        remark.getStyleClass().add("pg-key-remark");
        remark.setWrapText(true);
        remark.setMinHeight(USE_PREF_SIZE);
        value.getStyleClass().add("pg-key-value");
        value.setWrapText(true);
        value.setMinHeight(USE_PREF_SIZE);
        dots.getStyleClass().add("pg-key-value");
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        line.getChildren().setAll(label, between, dots, copy, eye);
        line.getStyleClass().add("pg-key-secret");
        eye.setOnAction(event -> open(!open));
        copy.setOnAction(event -> Clip.put(hex));
        getChildren().addAll(title, line, remark, uses, value);
    }

    /** Shows a box in place of what was there; whether its value is shown stays. */
    void show(Box box, KeyWords words) {
        getStyleClass().remove(kindClass);
        kindClass = "pg-key-" + box.kind().name().toLowerCase(Locale.ROOT);
        getStyleClass().add(kindClass);
        boolean known = box.secret().isPresent();
        pseudoClassStateChanged(MISSING, !known && box.kind() != Kind.NOTHING);
        title.setText(KeyWords.title(box));
        label.setText(words.label(box));
        line.setManaged(known);
        line.setVisible(known);
        text(remark, words.remark(box));
        show(words.uses(box));
        hex = box.secret().map(secret -> Hex.of(secret.value())).orElse("");
        // What has no button can have the focus itself, so that its meaning can be read without a mouse.
        setFocusTraversable(!known);
        setAccessibleText(title.getText() + ", " + remark.getText());
        open(open && known);
    }

    private void show(List<KeyWords.Use> now) {
        if (now.equals(shownUses)) {
            return;
        }
        shownUses = now;
        uses.getChildren().setAll(now.stream().map(this::link).collect(Collectors.toList()));
        uses.setManaged(!now.isEmpty());
    }

    private Hyperlink link(KeyWords.Use use) {
        Hyperlink link = new Hyperlink(use.words());
        link.getStyleClass().add("pg-key-use");
        link.setOnAction(event -> {
            link.setVisited(false);
            onRecord.accept(use.record());
        });
        return link;
    }

    private static void text(Label label, String words) {
        label.setText(words);
        label.setVisible(!words.isEmpty());
        label.setManaged(!words.isEmpty());
    }

    /** Shows the value, or hides it. */
    void open(boolean now) {
        open = now;
        text(value, now ? hex.replaceAll("(.{" + GROUP + "})(?=.)", "$1 ") : "");
        dots.setVisible(!now);
        dots.setManaged(!now);
        eye.setGraphic(new Icon(now ? Feather.EYE_OFF : Feather.EYE));
        eye.setWords(Messages.get(now ? "keys.hide" : "keys.show", title.getText()));
        copy.setWords(Messages.get("keys.copy", title.getText()));
        copy.setVisible(now);
        copy.setManaged(now);
    }

    /** Marks it as the one that is explained. */
    void choose(boolean now) {
        pseudoClassStateChanged(CHOSEN, now);
    }
}
