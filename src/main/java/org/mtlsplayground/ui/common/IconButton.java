package org.mtlsplayground.ui.common;

import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import org.kordamp.ikonli.feather.Feather;

/** A small button that shows an icon; its words are in the tool tip and in the accessible name. */
public final class IconButton extends Button {
    public IconButton(Feather icon, String words) {
        getStyleClass().addAll("pg-icon-button");
        setMnemonicParsing(false);
        setGraphic(new Icon(icon));
        setWords(words);
    }

    /** Changes what it is called. */
    public void setWords(String words) {
        name(this, words);
    }

    /** Gives a button that shows no words a tool tip and an accessible name. */
    public static void name(ButtonBase button, String words) {
        button.setAccessibleText(words);
        LazyTip.on(button).set(words);
    }
}
