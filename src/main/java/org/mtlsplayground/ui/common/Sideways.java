package org.mtlsplayground.ui.common;

import javafx.beans.DefaultProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.Bounds;
import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * Gives its content all the room there is, and never less width than it needs: where the window is too narrow for that, as
 * with large text, it scrolls sideways, and follows the keyboard. Where there is room it has no scroll bar and no clip.
 */
@DefaultProperty("content")
public final class Sideways extends Region {
    /** So far from the edge what has the focus is brought. */
    private static final double MARGIN = 8;

    private final ObjectProperty<Node> content = new SimpleObjectProperty<>(this, "content");
    private final ChangeListener<Node> onFocus = (property, before, now) -> reveal(now);
    private final WeakChangeListener<Node> weakOnFocus = new WeakChangeListener<>(onFocus);

    /** Made when it is first needed. */
    private ScrollBar bar;

    /** Without content. */
    public Sideways() {
        getStyleClass().add("pg-sideways");
        content.addListener((property, before, now) -> getChildren().setAll(now));
        sceneProperty().addListener((property, before, now) -> follow(before, now));
        addEventFilter(ScrollEvent.SCROLL, this::scroll);
    }

    /** What it shows; set once. */
    public ObjectProperty<Node> contentProperty() {
        return content;
    }

    public Node getContent() {
        return content.get();
    }

    public void setContent(Node node) {
        content.set(node);
    }

    private void follow(Scene before, Scene now) {
        if (before != null) {
            before.focusOwnerProperty().removeListener(weakOnFocus);
        }
        if (now != null) {
            now.focusOwnerProperty().addListener(weakOnFocus);
        }
    }

    private boolean scrolls() {
        return bar != null && bar.isVisible();
    }

    /** Up and down is left to what is inside. */
    private void scroll(ScrollEvent event) {
        if (scrolls() && event.getDeltaX() != 0) {
            scrollTo(bar.getValue() - event.getDeltaX());
        }
    }

    private void scrollTo(double left) {
        bar.setValue(Math.max(0, Math.min(bar.getMax(), left)));
    }

    private void reveal(Node focused) {
        boolean inside = false;
        for (Node node = focused; node != null && !inside; node = node.getParent()) {
            inside = node == content.get();
        }
        if (inside && scrolls()) {
            Bounds bounds = sceneToLocal(focused.localToScene(focused.getLayoutBounds()));
            double right = bounds.getMaxX() + MARGIN - getWidth();
            double left = bounds.getMinX() - MARGIN;
            // What is wider than the window is seen from its beginning.
            scrollTo(bar.getValue()
                    + (left < 0 || left < right ? Math.min(left, Math.max(0, right)) : Math.max(0, right)));
        }
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private double needed() {
        return Math.ceil(content.get().minWidth(-1));
    }

    private double barHeight(double width) {
        return width >= 0 && width < needed() && bar != null ? bar.prefHeight(-1) : 0;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return content.get().prefWidth(height);
    }

    @Override
    protected double computeMinHeight(double width) {
        return content.get().minHeight(Math.max(width, needed())) + barHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        return content.get().prefHeight(Math.max(width, needed())) + barHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double needed = needed();
        boolean narrow = getWidth() < needed;
        if (narrow && bar == null) {
            addBar();
        }
        double below = narrow ? bar.prefHeight(-1) : 0;
        if (bar != null) {
            bar.setVisible(narrow);
            bar.setMax(Math.max(0, needed - getWidth()));
            bar.setVisibleAmount(bar.getMax() * getWidth() / needed);
            scrollTo(narrow ? bar.getValue() : 0);
            bar.resizeRelocate(0, getHeight() - below, getWidth(), below);
        }
        setClip(narrow ? new Rectangle(getWidth(), getHeight()) : null);
        double left = narrow ? -Math.round(bar.getValue()) : 0;
        layoutInArea(content.get(), left, 0, Math.max(needed, getWidth()), getHeight() - below, 0, HPos.LEFT, VPos.TOP);
    }

    private void addBar() {
        bar = new ScrollBar();
        bar.getStyleClass().add("pg-sideways-bar");
        bar.valueProperty().addListener((property, before, now) -> requestLayout());
        getChildren().add(bar);
        bar.applyCss();
    }
}
