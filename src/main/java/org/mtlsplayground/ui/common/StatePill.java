package org.mtlsplayground.ui.common;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;

/** The rounded mark at the top of a card that says in a word how it stands. */
public final class StatePill extends Label {
    /** Its colour; the word says the same. */
    public enum Tone {
        NEUTRAL,
        LISTENING,
        CONNECTING,
        CONNECTED,
        REFUSED
    }

    public StatePill() {
        getStyleClass().add("pg-pill");
        setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        show(Tone.NEUTRAL, "");
    }

    /** Shows a word in a tone. */
    public void show(Tone tone, String text) {
        getStyleClass().removeIf(name -> name.startsWith("pg-pill-"));
        getStyleClass().add("pg-pill-" + tone.name().toLowerCase(Locale.ROOT));
        setText(text);
    }
}
