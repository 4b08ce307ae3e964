package org.mtlsplayground.ui.timeline;

import org.mtlsplayground.ui.common.Ink;

/** A row in which nothing happens here: the lifelines go through. */
final class LifelinesPane extends RowPane {
    LifelinesPane(Ink ink) {
        super(ink);
        ink();
    }

    @Override
    void ink(Ink from) {
        // The lifelines are all there is.
    }

    @Override
    protected double computePrefHeight(double width) {
        return 0;
    }
}
