package org.mtlsplayground.app;

import javafx.animation.AnimationTimer;

/** Does something once the window has been drawn. */
final class FirstFrame {
    private static final int PULSES = 2;

    private FirstFrame() {}

    /** Runs an action on the FX thread after two pulses, when the first frame has been rendered. */
    static void after(Runnable action) {
        new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
                if (++pulses > PULSES) {
                    stop();
                    action.run();
                }
            }
        }.start();
    }
}
