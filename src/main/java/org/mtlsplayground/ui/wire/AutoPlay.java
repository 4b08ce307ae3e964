package org.mtlsplayground.ui.wire;

import java.time.Duration;

/** After how long what waits passes by itself. */
public enum AutoPlay {
    /** Never. */
    OFF(Duration.ZERO),
    /** One second. */
    QUICK(Duration.ofSeconds(1)),
    /** Three seconds. */
    STEADY(Duration.ofSeconds(3)),
    /** Eight seconds. */
    SLOW(Duration.ofSeconds(8));

    private final Duration pause;

    AutoPlay(Duration pause) {
        this.pause = pause;
    }

    /** How long it waits; zero for until it is told. */
    public Duration pause() {
        return pause;
    }
}
