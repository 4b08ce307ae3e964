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

    private final Setting<Double> x = Setting.decimal("window.x", Double.NaN, -FAR, FAR);
    private final Setting<Double> y = Setting.decimal("window.y", Double.NaN, -FAR, FAR);
    private final Setting<Double> width = Setting.decimal("window.width", USUAL_WIDTH, LEAST_WIDTH, FAR);
    private final Setting<Double> height = Setting.decimal("window.height", USUAL_HEIGHT, LEAST_HEIGHT, FAR);
    private final Setting<Boolean> maximised = Setting.flag("window.maximised", false);
    private final SettingsStore store;

    WindowMemory(SettingsStore store) {
        this.store = store;
    }

    /** Places the window as it was, if that place is on a screen still. */
    void restore(Stage stage) {
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        double left = store.get(x);
        double top = store.get(y);
        boolean onScreen = !Screen.getScreensForRectangle(left, top, LEAST_WIDTH / 4, LEAST_HEIGHT / 4)
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
