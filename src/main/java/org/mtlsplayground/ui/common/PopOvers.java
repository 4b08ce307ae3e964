package org.mtlsplayground.ui.common;

import javafx.scene.Node;
import org.controlsfx.control.PopOver;

/** What opens beside a button. A class of its own, so that ControlsFX is loaded when it is first needed. */
public final class PopOvers {
    private PopOvers() {}

    /** Shows something below a node, dressed as the node's window is, until the user does something else. */
    public static PopOver show(Node owner, Node content) {
        PopOver popOver = new PopOver(content);
        popOver.setArrowLocation(PopOver.ArrowLocation.TOP_RIGHT);
        popOver.setDetachable(false);
        popOver.setAnimated(false);
        popOver.getStyleClass().add("pg-popover");
        popOver.getRoot().getStyleClass().addAll(Theme.classesOf(owner.getScene()));
        popOver.getRoot().getStylesheets().add(Theme.styleSheet());
        popOver.getRoot().setStyle(owner.getScene().getRoot().getStyle());
        popOver.show(owner);
        return popOver;
    }
}
