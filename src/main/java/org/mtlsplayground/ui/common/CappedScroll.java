package org.mtlsplayground.ui.common;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/**
 * Content that is as wide as there is room, and as high as it needs to be at that width, up to a limit; what is higher
 * scrolls. The usual scroll pane takes wrapped text for a single line.
 */
public final class CappedScroll extends ScrollPane {
    private final DoubleProperty limit = new SimpleDoubleProperty(this, "limit", Double.MAX_VALUE);
    private final Region content;

    public CappedScroll(Region content) {
        super(content);
        this.content = content;
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        limit.addListener((property, before, now) -> requestLayout());
    }

    /** How high it may be, in pixels. */
    public DoubleProperty limitProperty() {
        return limit;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    /** It gives way to nobody: what shares the room with it is to. */
    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double room = (width < 0 ? getWidth() : width) - snappedLeftInset() - snappedRightInset();
        double needed = snappedTopInset() + content.prefHeight(room) + snappedBottomInset();
        return Math.min(limit.get(), Math.ceil(needed));
    }
}
