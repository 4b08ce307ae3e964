package org.mtlsplayground.ui.scenarios;

import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.util.Duration;

/** Whether what is under way takes longer than a moment: most of it is over before anyone could read that it began. */
final class Slowness {
    private static final Duration MOMENT = Duration.millis(500);

    private final ReadOnlyBooleanWrapper slow = new ReadOnlyBooleanWrapper(this, "slow");
    private final PauseTransition moment = new PauseTransition(MOMENT);
    private boolean busy;

    Slowness(Player player) {
        moment.setOnFinished(event -> slow.set(true));
        player.stateProperty().addListener((property, before, now) -> follow(now));
    }

    private void follow(Player.State now) {
        boolean wasBusy = busy;
        busy = now == Player.State.PREPARING || now == Player.State.PLAYING;
        if (busy && !wasBusy) {
            moment.playFromStart();
        } else if (!busy) {
            moment.stop();
            slow.set(false);
        }
    }

    /** Whether something is under way, for a moment or longer. */
    boolean isBusy() {
        return busy;
    }

    ReadOnlyBooleanProperty slowProperty() {
        return slow.getReadOnlyProperty();
    }
}
