package org.mtlsplayground.app;

import javafx.collections.ObservableMap;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.mtlsplayground.ui.client.ClientViewModel;
import org.mtlsplayground.ui.common.TextScale;
import org.mtlsplayground.ui.server.ServerViewModel;

/** The keyboard shortcuts of the window; the help lists them. */
final class Keys {
    private Keys() {}

    static void install(
            Scene scene,
            MainWindow window,
            ClientViewModel client,
            ServerViewModel server,
            Runnable certificates,
            TextScale scale) {
        ObservableMap<KeyCombination, Runnable> keys = scene.getAccelerators();
        keys.put(new KeyCodeCombination(KeyCode.F5), client::connect);
        keys.put(new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN), client::connect);
        keys.put(new KeyCodeCombination(KeyCode.ESCAPE), client::cancel);
        keys.put(new KeyCodeCombination(KeyCode.F6), server::startOrStop);
        keys.put(new KeyCodeCombination(KeyCode.F7), certificates);
        keys.put(new KeyCodeCombination(KeyCode.F1), window::showHelp);
        installTextSize(scene, scale);
    }

    /** Those that every window has. */
    static void installTextSize(Scene scene, TextScale scale) {
        ObservableMap<KeyCombination, Runnable> keys = scene.getAccelerators();
        for (KeyCode plus : new KeyCode[] {KeyCode.PLUS, KeyCode.ADD, KeyCode.EQUALS}) {
            keys.put(shortcut(plus), scale::larger);
        }
        for (KeyCode minus : new KeyCode[] {KeyCode.MINUS, KeyCode.SUBTRACT}) {
            keys.put(shortcut(minus), scale::smaller);
        }
        for (KeyCode zero : new KeyCode[] {KeyCode.DIGIT0, KeyCode.NUMPAD0}) {
            keys.put(shortcut(zero), scale::reset);
        }
    }

    /** With or without Shift: on many keyboards the plus sign needs it. */
    private static KeyCombination shortcut(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_ANY);
    }
}
