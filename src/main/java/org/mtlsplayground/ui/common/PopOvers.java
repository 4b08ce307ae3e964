package org.mtlsplayground.ui.common;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.controlsfx.control.PopOver;

/** What opens beside a button. A class of its own, so that ControlsFX is loaded when it is first needed. */
public final class PopOvers {
    /** What the arrow, the frame and the button that it belongs to need of the window, in pixels. */
    private static final double AROUND = 90;

    private static final double LEAST = 200;

    private PopOvers() {}

    /** Shows something below a node, dressed as the node's window is, until the user does something else. */
    public static PopOver show(Node owner, Node content) {
        PopOver popOver = new PopOver(room(content, owner.getScene()));
        popOver.setArrowLocation(isLeft(owner) ? PopOver.ArrowLocation.TOP_LEFT : PopOver.ArrowLocation.TOP_RIGHT);
        popOver.setDetachable(false);
        popOver.setAnimated(false);
        popOver.getStyleClass().add("pg-popover");
        popOver.getRoot().getStyleClass().addAll(Theme.classesOf(owner.getScene()));
        popOver.getRoot().getStylesheets().add(Theme.styleSheet());
        popOver.getRoot().setStyle(owner.getScene().getRoot().getStyle());
        // Choices keep the key to themselves even where they have nothing open that it could close.
        content.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            boolean open = event.getTarget() instanceof ComboBoxBase<?> choice && choice.isShowing();
            if (event.getCode() == KeyCode.ESCAPE && !open) {
                popOver.hide();
                event.consume();
            }
        });
        popOver.show(owner);
        return popOver;
    }

    /** No larger than the window: what is more, as with large text, scrolls. */
    private static Node room(Node content, Scene window) {
        CappedScroll room = new CappedScroll(content instanceof Region region ? region : new StackPane(content));
        room.getStyleClass().add("pg-popover-room");
        room.setHbarPolicy(ScrollPane.ScrollBarPolicy.AS_NEEDED);
        room.limitProperty().set(Math.max(LEAST, window.getHeight() - AROUND));
        room.setMaxWidth(Math.max(LEAST, window.getWidth() - AROUND));
        room.setFocusTraversable(false);
        return room;
    }

    /** Near the left edge of the window there is no room to the left of it. */
    private static boolean isLeft(Node owner) {
        return owner.localToScene(owner.getLayoutBounds()).getCenterX()
                < owner.getScene().getWidth() / 2;
    }
}
