package org.mtlsplayground.ui.scenarios;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.mtlsplayground.diagnosis.Verdict;

/** The user’s tries to mend what was played. For use on the FX thread. */
final class Mending {
    /** How far it has come. */
    enum State {
        /** There is nothing to mend. */
        OFF,
        /** It still fails. */
        TRYING,
        /** Both sides prove who they are, but the verdict has something to say against it. */
        WARNED,
        /** It works. */
        MENDED
    }

    /**
     * @param tries how many connections were made since it was played
     * @param last how the last of them ended, in a sentence without a full stop; empty before the first
     */
    record Progress(State state, int tries, String last) {
        static final Progress OFF = new Progress(State.OFF, 0, "");
    }

    private final ReadOnlyObjectWrapper<Progress> progress =
            new ReadOnlyObjectWrapper<>(this, "progress", Progress.OFF);

    ReadOnlyObjectProperty<Progress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    boolean isUnderWay() {
        State state = progress.get().state();
        return state == State.TRYING || state == State.WARNED;
    }

    void begin() {
        progress.set(new Progress(State.TRYING, 0, ""));
    }

    void end() {
        progress.set(Progress.OFF);
    }

    /** A connection that the user made is over. */
    void tried(Verdict verdict) {
        if (!isUnderWay() || verdict.kind() == Verdict.Kind.CANCELLED) {
            return;
        }
        progress.set(new Progress(state(verdict), progress.get().tries() + 1, verdict.headline()));
    }

    private static State state(Verdict verdict) {
        if (Played.isSound(verdict.kind(), verdict.why().cause())) {
            return State.MENDED;
        }
        return verdict.kind() == Verdict.Kind.MUTUAL ? State.WARNED : State.TRYING;
    }
}
