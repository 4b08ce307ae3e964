package org.mtlsplayground.ui.common;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import javafx.application.Application;
import javafx.scene.Scene;

/** The light and the dark look of the whole window. */
public enum Theme {
    LIGHT,
    DARK;

    private static final String DARK_CLASS = "theme-dark";

    /** The style sheet of our own tokens and classes, to be added to every scene. */
    public static String styleSheet() {
        return Theme.class.getResource("playground.css").toExternalForm();
    }

    /** The style classes that make a pop-up look like the window it belongs to. */
    public static List<String> classesOf(Scene window) {
        return window.getRoot().getStyleClass().contains(DARK_CLASS) ? List.of(DARK_CLASS) : List.of();
    }

    /** The other one. */
    public Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }

    /** Dresses a scene in this theme. To be called on the FX thread, or before the scene is shown. */
    public void apply(Scene scene) {
        var root = scene.getRoot();
        root.getStyleClass().remove(DARK_CLASS);
        if (this == DARK) {
            root.getStyleClass().add(DARK_CLASS);
        }
        if (!scene.getStylesheets().contains(styleSheet())) {
            scene.getStylesheets().add(styleSheet());
        }
        applyControls();
    }

    /** Sets the look of the controls alone; cheap when it is set already. */
    public void applyControls() {
        String sheet = this == DARK
                ? new PrimerDark().getUserAgentStylesheetBSS()
                : new PrimerLight().getUserAgentStylesheetBSS();
        Application.setUserAgentStylesheet(sheet);
    }
}
