package org.mtlsplayground.ui.scenarios;

import java.util.Locale;
import javafx.scene.layout.StackPane;
import org.mtlsplayground.ui.common.Icon;

/** A small mark with a shape and a colour of its own for each tone. */
final class Mark extends StackPane {
    private final Icon icon = new Icon();

    Mark() {
        icon.getStyleClass().add("pg-scenario-mark");
        getChildren().add(icon);
        setMinWidth(USE_PREF_SIZE);
    }

    static Mark of(Entry.Tone tone) {
        Mark mark = new Mark();
        mark.show(tone);
        return mark;
    }

    void show(Entry.Tone tone) {
        icon.getStyleClass()
                .setAll(
                        "pg-icon",
                        "pg-scenario-mark",
                        "pg-scenario-" + tone.name().toLowerCase(Locale.ROOT));
        icon.setFeather(tone.icon());
    }
}
