package org.mtlsplayground.ui.common;

import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;

/** The line under a field that shows a {@link Hint}; takes no room while there is nothing to say. */
public final class HintLine extends Label {
    private final ObjectProperty<Hint> hint = new SimpleObjectProperty<>(this, "hint", Hint.NONE);

    public HintLine() {
        getStyleClass().add("pg-hint");
        setWrapText(true);
        setMaxWidth(Double.MAX_VALUE);
        setMinHeight(USE_PREF_SIZE);
        hint.addListener((property, before, now) -> update(now));
        update(Hint.NONE);
    }

    /** What it shows. */
    public ObjectProperty<Hint> hintProperty() {
        return hint;
    }

    private void update(Hint now) {
        getStyleClass().removeIf(name -> name.startsWith("pg-hint-"));
        getStyleClass().add("pg-hint-" + now.kind().name().toLowerCase(Locale.ROOT));
        setText(now.text());
        setGraphic(now.isEmpty() ? null : icon(now.kind()));
        setVisible(!now.isEmpty());
        setManaged(!now.isEmpty());
    }

    private static Icon icon(Hint.Kind kind) {
        return switch (kind) {
            case INFO -> null;
            case OK -> new Icon(Feather.CHECK);
            case WARN -> new Icon(Feather.ALERT_TRIANGLE);
            case ERROR -> new Icon(Feather.ALERT_CIRCLE);
        };
    }
}
