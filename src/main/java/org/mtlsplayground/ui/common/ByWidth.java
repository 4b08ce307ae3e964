package org.mtlsplayground.ui.common;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;

/** A column that arranges its parts by its width, before anybody is told how high it is. */
public abstract class ByWidth extends VBox {
    /**
     * To be called when all parts are there.
     *
     * @param font in which its text is written: by that it is known what is narrow
     */
    protected final void follow(ObservableValue<Font> font) {
        widthProperty().addListener((property, before, now) -> arrange(now.doubleValue()));
        // Not at once: while styles are applied nothing may move.
        font.addListener((property, before, now) -> requestLayout());
    }

    /**
     * Arranges the parts, if they have to be arranged otherwise than they are.
     *
     * @param width not positive where it is not known
     */
    protected abstract void arrange(double width);

    /** Its height is that of its width. */
    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinHeight(double width) {
        arrange(width);
        return super.computeMinHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        arrange(width);
        return super.computePrefHeight(width);
    }
}
