package org.mtlsplayground.ui.common;

import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** The line under a field that shows a {@link Hint}; takes no room while there is nothing to say. */
public final class HintLine extends HBox {
    private final ObjectProperty<Hint> hint = new SimpleObjectProperty<>(this, "hint", Hint.NONE);
    private final Label words = new Label();

    public HintLine() {
        getStyleClass().add("pg-hint");
        words.getStyleClass().add("pg-hint-words");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        hint.addListener((property, before, now) -> update(now));
        update(Hint.NONE);
    }

    /** What it shows. */
    public ObjectProperty<Hint> hintProperty() {
        return hint;
    }

    /** The words it shows, for tests. */
    public String getText() {
        return words.getText();
    }

    private void update(Hint now) {
        getStyleClass().removeIf(name -> name.startsWith("pg-hint-"));
        getStyleClass().add("pg-hint-" + now.kind().name().toLowerCase(Locale.ROOT));
        // What is wrong is said in full; a name may be as long as it likes elsewhere.
        String shown = now.isError() ? now.text() : LongWords.shorten(now.text());
        words.setText(shown);
        if (!shown.equals(now.text()) || words.getTooltip() != null) {
            LazyTip.on(words).set(shown.equals(now.text()) ? "" : now.text());
        }
        if (now.isEmpty()) {
            // What is not there need not be styled: that counts at the start.
            getChildren().clear();
        } else {
            getChildren().setAll(words);
        }
        if (!now.isEmpty() && now.kind() != Hint.Kind.INFO) {
            getChildren().add(0, icon(now.kind()));
        }
        setVisible(!now.isEmpty());
        setManaged(!now.isEmpty());
    }

    private static Icon icon(Hint.Kind kind) {
        return new Icon(
                switch (kind) {
                    case INFO -> Feather.INFO;
                    case OK -> Feather.CHECK;
                    case WARN -> Feather.ALERT_TRIANGLE;
                    case ERROR -> Feather.ALERT_CIRCLE;
                });
    }
}
