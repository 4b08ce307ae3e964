package org.mtlsplayground.app;

import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import org.mtlsplayground.ui.common.FxUpdates;
import org.mtlsplayground.ui.common.Setting;
import org.mtlsplayground.ui.common.SettingsStore;

/**
 * How a pane is divided: as the user dragged it, remembered between starts; until then as is usual for its size. For use
 * on the FX thread.
 */
final class Dividers {
    private static final double UNSET = -1;

    private final SplitPane pane;
    private final String name;
    private final SettingsStore store;
    private final FxUpdates updates;
    private final Supplier<double[]> usual;
    private boolean dragged;

    /** @param usual the positions while the user has not chosen any, 0 to 1 */
    Dividers(SplitPane pane, String name, SettingsStore store, FxUpdates updates, Supplier<double[]> usual) {
        this.pane = pane;
        this.name = name;
        this.store = store;
        this.updates = updates;
        this.usual = usual;
    }

    /** Divides the pane as it was. */
    void restore() {
        double[] positions = usual.get();
        for (int i = 0; i < positions.length; i++) {
            double remembered = store.get(setting(i));
            if (remembered != UNSET) {
                dragged = true;
                positions[i] = remembered;
            }
        }
        pane.setDividerPositions(positions);
    }

    /**
     * Follows the user from now on. To be called when the window has its size.
     *
     * @param causes what the usual positions depend on
     */
    void watch(Observable... causes) {
        for (SplitPane.Divider divider : pane.getDividers()) {
            divider.positionProperty().addListener((property, before, now) -> {
                if (isPressed()) {
                    dragged = true;
                    note();
                }
            });
        }
        for (Observable cause : causes) {
            // After the pane itself has followed, which it does by keeping some of its parts as they are.
            cause.addListener(changed -> updates.latest(this, this::divideAsUsual));
        }
    }

    private void divideAsUsual() {
        if (!dragged) {
            pane.setDividerPositions(usual.get());
        }
    }

    private boolean isPressed() {
        return pane.lookupAll(".split-pane-divider").stream()
                .filter(divider -> divider.getParent() == pane)
                .anyMatch(Node::isPressed);
    }

    /** Notes where the dividers are now, if the user ever moved one. */
    void note() {
        double[] positions = pane.getDividerPositions();
        for (int i = 0; dragged && i < positions.length; i++) {
            store.put(setting(i), positions[i]);
        }
    }

    private Setting<Double> setting(int index) {
        return Setting.decimal("window.divider." + name + "." + index, UNSET, 0, 1);
    }
}
