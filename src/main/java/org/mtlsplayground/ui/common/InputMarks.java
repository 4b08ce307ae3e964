package org.mtlsplayground.ui.common;

import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/** Marks that a card's layout takes from its state. */
public final class InputMarks {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");
    private static final PseudoClass COVERING = PseudoClass.getPseudoClass("covering");

    private InputMarks() {}

    /** Draws a field in the colour of errors while its hint is one. */
    public static void markErrors(Node field, ObservableValue<Hint> hint) {
        hint.addListener((property, before, now) -> field.pseudoClassStateChanged(DANGER, now.isError()));
        field.pseudoClassStateChanged(DANGER, hint.getValue().isError());
    }

    /** Lets a footer show that there is more above it than can be seen. */
    public static void markCovered(ScrollPane scroll, Node footer) {
        InvalidationListener update = changed -> {
            double hidden = scroll.getContent().getLayoutBounds().getHeight()
                    - scroll.getViewportBounds().getHeight();
            footer.pseudoClassStateChanged(COVERING, hidden > 1 && scroll.getVvalue() < scroll.getVmax());
        };
        scroll.vvalueProperty().addListener(update);
        scroll.viewportBoundsProperty().addListener(update);
        scroll.getContent().layoutBoundsProperty().addListener(update);
    }
}
