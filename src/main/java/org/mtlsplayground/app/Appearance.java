package org.mtlsplayground.app;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import org.mtlsplayground.ui.common.Setting;
import org.mtlsplayground.ui.common.SettingsStore;
import org.mtlsplayground.ui.common.TextScale;
import org.mtlsplayground.ui.common.Theme;

/** How the window looks: theme and size of text, both remembered. For use on the FX thread. */
public final class Appearance {
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(this, "theme", Theme.LIGHT);
    private final TextScale textScale = new TextScale();

    public Appearance(SettingsStore store) {
        store.bind(Setting.choice("window.theme", Theme.LIGHT), theme);
        store.bind(
                Setting.number("window.text-percent", TextScale.USUAL, TextScale.SMALLEST, TextScale.LARGEST),
                textScale.percentProperty().asObject());
    }

    /** The theme. */
    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /** The size of text. */
    public TextScale textScale() {
        return textScale;
    }

    /** Dresses a scene, now and at each change. */
    public void dress(Scene scene) {
        theme.addListener((property, before, now) -> now.apply(scene));
        theme.get().apply(scene);
        textScale.bind(scene.getRoot());
    }
}
