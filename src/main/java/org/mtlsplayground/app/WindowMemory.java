package org.mtlsplayground.app;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.mtlsplayground.ui.common.Setting;
import org.mtlsplayground.ui.common.SettingsStore;

/** Remembers where the window stands and how large it is. */
final class WindowMemory {
    static final double LEAST_WIDTH = 1024;
    static final double LEAST_HEIGHT = 700;
    private static final double USUAL_WIDTH = 1440;
    private static final double USUAL_HEIGHT = 900;
    private static final double FAR = 100_000;

    private static final double WORKSHOP_WIDTH = 1180;
    private static final double WORKSHOP_HEIGHT = 780;
    private static final double WORKSHOP_LEAST_WIDTH = 860;
    private static final double WORKSHOP_LEAST_HEIGHT = 600;

    private final Setting<Double> x;
    private final Setting<Double> y;
    private final Setting<Double> width;
    private final Setting<Double> height;
    private final Setting<Boolean> maximised;
    private final double leastWidth;
    private final double leastHeight;
    private final SettingsStore store;

    /** The main window. */
    WindowMemory(SettingsStore store) {
        this(store, "window", LEAST_WIDTH, LEAST_HEIGHT, USUAL_WIDTH, USUAL_HEIGHT);
    }

    private WindowMemory(
            SettingsStore store,
            String name,
            double leastWidth,
            double leastHeight,
            double usualWidth,
            double usualHeight) {
        this.store = store;
        this.leastWidth = leastWidth;
        this.leastHeight = leastHeight;
        x = Setting.decimal(name + ".x", Double.NaN, -FAR, FAR);
        y = Setting.decimal(name + ".y", Double.NaN, -FAR, FAR);
        width = Setting.decimal(name + ".width", usualWidth, leastWidth, FAR);
        height = Setting.decimal(name + ".height", usualHeight, leastHeight, FAR);
        maximised = Setting.flag(name + ".maximised", false);
    }

    /** The window of the workshop. */
    static WindowMemory ofWorkshop(SettingsStore store) {
        return new WindowMemory(
                store, "workshop", WORKSHOP_LEAST_WIDTH, WORKSHOP_LEAST_HEIGHT, WORKSHOP_WIDTH, WORKSHOP_HEIGHT);
    }

    /** Places the window as it was, if that place is on a screen still. */
    void restore(Stage stage) {
        stage.setMinWidth(leastWidth);
        stage.setMinHeight(leastHeight);
        double left = store.get(x);
        double top = store.get(y);
        boolean onScreen = !Screen.getScreensForRectangle(left, top, leastWidth / 4, leastHeight / 4)
                .isEmpty();
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setWidth(onScreen ? store.get(width) : Math.min(store.get(width), screen.getWidth()));
        stage.setHeight(onScreen ? store.get(height) : Math.min(store.get(height), screen.getHeight()));
        stage.setX(onScreen ? left : screen.getMinX() + Math.max(0, (screen.getWidth() - stage.getWidth()) / 2));
        stage.setY(onScreen ? top : screen.getMinY() + Math.max(0, (screen.getHeight() - stage.getHeight()) / 2));
        stage.setMaximized(store.get(maximised));
    }

    /** Notes how the window stands now. */
    void note(Stage stage) {
        store.put(maximised, stage.isMaximized());
        if (!stage.isMaximized() && !stage.isIconified()) {
            store.put(x, stage.getX());
            store.put(y, stage.getY());
            store.put(width, stage.getWidth());
            store.put(height, stage.getHeight());
        }
    }
}
