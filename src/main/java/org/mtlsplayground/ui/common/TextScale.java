package org.mtlsplayground.ui.common;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Parent;

/** How large all text is, in percent of the usual size; everything else is measured in em and follows. */
public final class TextScale {
    public static final int SMALLEST = 80;
    public static final int USUAL = 100;
    public static final int LARGEST = 200;

    private static final int[] STEPS = {80, 90, 100, 110, 125, 150, 175, 200};
    private static final double BASE_PIXELS = 13;

    private final IntegerProperty percent = new SimpleIntegerProperty(this, "percent", USUAL);

    /** The size in percent, {@value #SMALLEST} to {@value #LARGEST}; other values are brought into that range. */
    public IntegerProperty percentProperty() {
        return percent;
    }

    /** The next step up; stays at the largest. */
    public void larger() {
        for (int step : STEPS) {
            if (step > percent.get()) {
                percent.set(step);
                return;
            }
        }
    }

    /** The next step down; stays at the smallest. */
    public void smaller() {
        for (int i = STEPS.length - 1; i >= 0; i--) {
            if (STEPS[i] < percent.get()) {
                percent.set(STEPS[i]);
                return;
            }
        }
    }

    /** Back to the usual size. */
    public void reset() {
        percent.set(USUAL);
    }

    /** Keeps the font size of a window's root at this scale from now on. */
    public void bind(Parent root) {
        percent.addListener((property, before, now) -> apply(root));
        apply(root);
    }

    /** The size of the root's font, in pixels. */
    public double em() {
        return BASE_PIXELS * Math.max(SMALLEST, Math.min(LARGEST, percent.get())) / 100;
    }

    private void apply(Parent root) {
        root.setStyle("-fx-font-size: " + em() + "px;");
    }
}
