package org.mtlsplayground.bench;

import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** The least that JavaFX can show: a window with one label. Says "first-frame" when it stands. */
public final class BareWindow {
    private BareWindow() {}

    /** The entry point. */
    public static void main(String[] arguments) {
        Application.launch(App.class);
    }

    /** The window. */
    public static final class App extends Application {
        @Override
        public void start(Stage stage) {
            stage.setScene(new Scene(new StackPane(new Label("Hello")), 1280, 800));
            stage.show();
            new AnimationTimer() {
                private int pulses;

                @Override
                public void handle(long now) {
                    // What the first pulse laid out and handed over has been drawn when the third begins.
                    if (++pulses == 3) {
                        stop();
                        System.out.println("first-frame");
                    }
                }
            }.start();
        }
    }
}
