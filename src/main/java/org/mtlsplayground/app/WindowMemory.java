package org.mtlsplayground.app;

import javafx.geometry.Rectangle2D;
import javafx.scene.control.SplitPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.mtlsplayground.ui.common.Setting;
import org.mtlsplayground.ui.common.SettingsStore;

/** Remembers where the window stands, how large it is and how it is divided. */
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

    /** Divides a pane as it was. */
    void divide(SplitPane pane, String name, double... usual) {
        for (int i = 0; i < usual.length; i++) {
            pane.getDividers().get(i).setPosition(store.get(divider(name, i, usual[i])));
        }
    }

    /** Remembers each change of a pane's division from now on. To be called when the window has its size. */
    void watch(SplitPane pane, String name, double... usual) {
        for (int i = 0; i < usual.length; i++) {
            Setting<Double> setting = divider(name, i, usual[i]);
            pane.getDividers()
                    .get(i)
                    .positionProperty()
                    .addListener((property, before, now) -> store.put(setting, now.doubleValue()));
        }
    }

    private static Setting<Double> divider(String name, int index, double usual) {
        return Setting.decimal("window.divider." + name + "." + index, usual, 0, 1);
    }
}
