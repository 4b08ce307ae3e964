package org.mtlsplayground.ui.inspector;

import java.util.Locale;
import java.util.concurrent.Callable;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.mtlsplayground.ui.common.Screenshots;
import org.mtlsplayground.ui.common.Theme;
import org.testfx.util.WaitForAsyncUtils;

/** A part of the window on a stage of its own, in the sizes that it has in the window. */
final class Shown {
    private final StackPane frame;
    private final Region part;
    private final Stage stage;

    /** On the FX thread. */
    Shown(Stage stage, Parent part) {
        this.stage = stage;
        this.part = (Region) part;
        frame = new StackPane(part);
        frame.setStyle("-fx-font-size: 13px;");
        StackPane.setAlignment(part, Pos.TOP_LEFT);
        // The tests of one JVM share the stage, and another one may have left it small.
        stage.setMaximized(false);
        stage.setWidth(1440);
        stage.setHeight(900);
        stage.setScene(new Scene(frame, 1440, 900));
        this.part.setMaxSize(1440, 300);
        Theme.LIGHT.apply(stage.getScene());
        stage.show();
    }

    void size(double width, double height) {
        onFx(() -> {
            part.setMaxSize(width, height);
            frame.applyCss();
            frame.layout();
        });
    }

    /** Dark in a small window, light in a larger one; it stays like that. */
    void picture(String name) throws Exception {
        picture(name, Theme.DARK, 1024, 230);
        picture(name, Theme.LIGHT, 1440, 300);
    }

    private void picture(String name, Theme theme, int width, int height) throws Exception {
        onFx(() -> theme.apply(stage.getScene()));
        size(width, height);
        Screenshots.take(stage.getScene(), name + "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width);
    }

    /** Runs it there, and fails with it. */
    static void onFx(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, action);
        WaitForAsyncUtils.waitForFxEvents();
    }

    static <T> T fromFx(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, question);
    }

    static String clipboard() {
        return fromFx(() -> Clipboard.getSystemClipboard().getString());
    }
}
