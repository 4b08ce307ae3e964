package org.mtlsplayground.ui.scenarios;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.mtlsplayground.capture.WireRule;
import org.mtlsplayground.diagnosis.Verdict;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Middle;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.scenario.Scenario;
import org.mtlsplayground.scenario.Setup;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Background;
import org.mtlsplayground.ui.common.Hint;

/** Fills the cards with scenarios and plays them there. For use on the FX thread. */
final class Player {
    /** How far it has come. */
    enum State {
        /** The cards hold what the user put in. */
        IDLE,
        /** Certificates are being issued; the cards are as they were. */
        PREPARING,
        /** The cards hold a scenario that was not played yet. */
        SHOWN,
        /** It is being played. */
        PLAYING,
        /** It was played. */
        OVER
    }

    private final Desk desk;
    private final Background background;
    private final Verdicts verdicts;
    private final Preparing preparing;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.IDLE);
    private final ReadOnlyObjectWrapper<Prepared> shown = new ReadOnlyObjectWrapper<>(this, "shown");
    private final ReadOnlyObjectWrapper<Hint> problem = new ReadOnlyObjectWrapper<>(this, "problem", Hint.NONE);
    private final ReadOnlyBooleanWrapper disturbing = new ReadOnlyBooleanWrapper(this, "disturbing");
    private Runnable own;
    private boolean unplayed;
    private int work;

    Player(Desk desk, Background background, Verdicts verdicts, Folders folders) {
        this.desk = desk;
        this.background = background;
        this.verdicts = verdicts;
        this.preparing = new Preparing(background, folders);
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What the cards were filled with; null for what the user put in. */
    ReadOnlyObjectProperty<Prepared> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Why the last thing asked for could not be done. */
    ReadOnlyObjectProperty<Hint> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Fills both cards, unless they were filled with it and it was not played since. */
    void show(Scenario scenario, TlsVersion version) {
        show(scenario, version, () -> {});
    }

    private void show(Scenario scenario, TlsVersion version, Runnable then) {
        int mine = begin();
        Prepared there = shown.get();
        if (unplayed && there.isOf(scenario, version)) {
            fill(there);
            then.run();
            return;
        }
        state.set(State.PREPARING);
        preparing.begin(
                scenario,
                version,
                prepared -> {
                    if (mine == work) {
                        fill(prepared);
                        then.run();
                    }
                },
                failure -> fail(Messages.get("scenarios.problem.prepare", failure.getMessage())));
    }

    /** Gives up what is under way; the cards keep what they hold. */
    private int begin() {
        preparing.forget();
        problem.set(Hint.NONE);
        int next = ++work;
        if (state.get() == State.PLAYING) {
            desk.cancel();
        }
        state.set(atRest());
        return next;
    }

    private State atRest() {
        if (shown.get() == null) {
            return State.IDLE;
        }
        return unplayed ? State.SHOWN : State.OVER;
    }

    private void fill(Prepared prepared) {
        if (own == null) {
            own = desk.keep();
        }
        Prepared before = shown.get();
        desk.show(prepared.setup(), prepared.files());
        disturb(prepared.setup().rules(), prepared.setup().middle());
        unplayed = true;
        shown.set(prepared);
        state.set(State.SHOWN);
        if (before != null && !before.equals(prepared)) {
            clear(before);
        }
    }

    private void clear(Prepared prepared) {
        preparing.clear(prepared, !desk.refersTo(prepared.folder()));
    }

    /**
     * Fills the cards, starts the server and connects.
     *
     * @param then told what came of it, unless it is given up
     */
    void play(Scenario scenario, TlsVersion version, Consumer<Played> then) {
        show(scenario, version, () -> serve(work, then));
    }

    private void serve(int mine, Consumer<Played> then) {
        unplayed = false;
        state.set(State.PLAYING);
        Prepared prepared = shown.get();
        desk.serve(listening -> {
            if (mine != work) {
                return;
            }
            if (listening) {
                connect(mine, new ArrayList<>(), then);
            } else if (prepared.setup().fromFiles()) {
                over(then, Played.beforeTheWire(prepared));
            } else {
                fail(Messages.get("scenarios.problem.serve"));
            }
        });
    }

    private void connect(int mine, List<Connection> connections, Consumer<Played> then) {
        Prepared prepared = shown.get();
        desk.connect(connection -> {
            if (mine != work) {
                return;
            }
            if (connection == null && prepared.setup().fromFiles()) {
                over(then, Played.beforeTheWire(prepared));
            } else if (connection == null) {
                fail(Messages.get("scenarios.problem.connect"));
            } else {
                follow(mine, connections, connection, then);
            }
        });
    }

    private void follow(int mine, List<Connection> connections, Connection next, Consumer<Played> then) {
        connections.add(next);
        verdicts.whenOver(next, verdict -> {
            if (mine == work) {
                goOn(mine, connections, verdict, then);
            }
        });
    }

    private void goOn(int mine, List<Connection> connections, Verdict verdict, Consumer<Played> then) {
        Setup setup = shown.get().setup();
        Optional<Connection> behind =
                connections.get(connections.size() - 1).otherOfMiddle().filter(other -> !connections.contains(other));
        if (behind.isPresent()) {
            follow(mine, connections, behind.get(), then);
            return;
        }
        if (connections.size() >= setup.connections()) {
            over(then, Played.of(shown.get(), connections, verdict));
            return;
        }
        background.run(
                "between-connections",
                () -> {
                    setup.between().orElseThrow().run();
                    return setup;
                },
                done -> {
                    if (mine == work) {
                        connect(mine, connections, then);
                    }
                },
                failure -> {
                    if (mine == work) {
                        fail(Messages.get("scenarios.problem.connect"));
                    }
                });
    }

    private void over(Consumer<Played> then, Played played) {
        state.set(State.OVER);
        then.accept(played);
    }

    private void fail(String sentence) {
        state.set(atRest());
        problem.set(Hint.error(sentence));
    }

    private void disturb(List<WireRule> rules, Optional<Middle.Faces> middle) {
        desk.disturb(rules);
        desk.putInTheMiddle(middle);
        disturbing.set(!rules.isEmpty() || middle.isPresent());
    }

    /** Whether something happens to the bytes on their way. */
    ReadOnlyBooleanProperty disturbingProperty() {
        return disturbing.getReadOnlyProperty();
    }

    /** Lets all bytes pass as they were sent, until a scenario is shown. */
    void leaveWireAlone() {
        disturb(List.of(), Optional.empty());
    }

    /** Gives up what is under way. */
    void cancel() {
        begin();
    }

    /** Puts back what the cards held before the first scenario. */
    void restoreOwn() {
        begin();
        if (own != null) {
            own.run();
            own = null;
        }
        disturb(List.of(), Optional.empty());
        Prepared before = shown.get();
        unplayed = false;
        shown.set(null);
        state.set(State.IDLE);
        if (before != null) {
            clear(before);
        }
    }

    /** At the end of the program. Cards that refer to files which will be gone get back what they held before. Blocks. */
    void close() {
        begin();
        leaveWireAlone();
        Prepared last = shown.get();
        if (last != null) {
            if (own != null && desk.refersTo(last.folder())) {
                own.run();
            }
            last.setup().close();
        }
    }
}
