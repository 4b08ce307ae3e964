package org.mtlsplayground.ui.common;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.text.Text;

/** The rounded mark at the top of a card that says in a word how it stands; in fewer words where it is narrow. */
public final class StatePill extends Label {
    /** Its colour; the word says the same. */
    public enum Tone {
        NEUTRAL,
        LISTENING,
        CONNECTING,
        CONNECTED,
        REFUSED
    }

    private final Label brief = new Label();
    private final Text measured = new Text();

    public StatePill() {
        getStyleClass().add("pg-pill");
        setAlignment(Pos.CENTER);
        setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        brief.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        brief.textFillProperty().bind(textFillProperty());
        setContentDisplay(ContentDisplay.TEXT_ONLY);
        widthProperty().addListener((property, before, now) -> fit());
        fontProperty().addListener((property, before, now) -> fit());
        show(Tone.NEUTRAL, "");
    }

    /** Shows a word in a tone. */
    public void show(Tone tone, String text) {
        show(tone, text, "");
    }

    /**
     * Shows words in a tone.
     *
     * @param fewer what is shown where there is no room for all of them; the tool tip has them then
     */
    public void show(Tone tone, String text, String fewer) {
        getStyleClass().removeIf(name -> name.startsWith("pg-pill-"));
        getStyleClass().add("pg-pill-" + tone.name().toLowerCase(Locale.ROOT));
        brief.setText(fewer);
        setGraphic(fewer.isEmpty() ? null : brief);
        setText(text);
        fit();
    }

    private void fit() {
        boolean narrow = getGraphic() != null && getWidth() > 0 && getWidth() < wanted() - 0.5;
        setContentDisplay(narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.TEXT_ONLY);
        LazyTip.on(this).set(narrow ? getText() : "");
    }

    private double wanted() {
        measured.setFont(getFont());
        measured.setText(getText());
        return Math.ceil(measured.getLayoutBounds().getWidth()) + snappedLeftInset() + snappedRightInset();
    }

    /** As wide as all its words, whichever of them it shows. */
    @Override
    protected double computePrefWidth(double height) {
        return wanted();
    }
}
