package org.mtlsplayground.ui.scenarios;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.mtlsplayground.scenario.Scenario;

/**
 * Some scenarios in a row, each to be predicted. Immutable.
 *
 * @param scenarios all of them
 * @param marks for each that was played, whether it was predicted rightly
 */
record Series(List<Scenario> scenarios, List<Boolean> marks) {
    static final int LENGTH = 10;

    Series {
        scenarios = List.copyOf(scenarios);
        marks = List.copyOf(marks);
    }

    /** Draws {@value #LENGTH} different ones, or all if there are fewer. */
    static Series draw(List<Scenario> from, Random random) {
        List<Scenario> mixed = new ArrayList<>(from);
        Collections.shuffle(mixed, random);
        return new Series(mixed.subList(0, Math.min(LENGTH, mixed.size())), List.of());
    }

    int size() {
        return scenarios.size();
    }

    int right() {
        return (int) marks.stream().filter(Boolean::booleanValue).count();
    }

    boolean isOver() {
        return marks.size() == scenarios.size();
    }

    /** Which is to be played next, counted from 1; not to be asked when it is over. */
    int number() {
        return marks.size() + 1;
    }

    /** The one to be played next; not to be asked when it is over. */
    Scenario current() {
        return scenarios.get(marks.size());
    }

    /** The same after the current one was played. */
    Series marked(boolean right) {
        List<Boolean> more = new ArrayList<>(marks);
        more.add(right);
        return new Series(scenarios, more);
    }
}
