package org.mtlsplayground.ui.common;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** A bar of one line; where it is narrow, its last parts stand in a line of their own. */
public final class FoldingBar extends ByWidth {
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    private final double narrowEm;
    private final Label measure;
    private final List<Node> first;
    private final List<Node> last;
    private final HBox upper = line();
    private final HBox lower = line();
    private final ReadOnlyBooleanWrapper narrow = new ReadOnlyBooleanWrapper(this, "narrow");

    /**
     * @param narrowEm below so many times the size of its text it is narrow
     * @param measure one of its parts, which has the size of its text
     * @param first what stands in the first line always
     * @param last what stands behind that where there is room
     */
    public FoldingBar(double narrowEm, Label measure, List<Node> first, List<Node> last) {
        this.narrowEm = narrowEm;
        this.measure = measure;
        this.first = List.copyOf(first);
        this.last = List.copyOf(last);
        getStyleClass().add("pg-folding-bar");
        setMinWidth(0);
        follow(measure.fontProperty());
        fill();
    }

    /** Whether it has two lines. */
    public ReadOnlyBooleanProperty narrowProperty() {
        return narrow.getReadOnlyProperty();
    }

    private static HBox line() {
        HBox line = new HBox();
        line.getStyleClass().add("pg-folding-bar-line");
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinWidth(0);
        return line;
    }

    @Override
    protected void arrange(double width) {
        boolean now = width < narrowEm * measure.getFont().getSize();
        if (width > 0 && now != narrow.get()) {
            narrow.set(now);
            pseudoClassStateChanged(NARROW, now);
            fill();
        }
    }

    private void fill() {
        Node focused = getScene() == null ? null : getScene().getFocusOwner();
        lower.getChildren().clear();
        upper.getChildren().setAll(first);
        (narrow.get() ? lower : upper).getChildren().addAll(last);
        getChildren().setAll(narrow.get() ? List.of(upper, lower) : List.of(upper));
        if (focused != null && (first.contains(focused) || last.contains(focused))) {
            focused.requestFocus();
        }
    }
}
