package org.mtlsplayground.ui.scenarios;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.scenario.Category;
import org.mtlsplayground.scenario.Scenario;

/** The library: what is looked for, chosen, predicted, played and mended. For use on the FX thread. */
final class Library {
    private final List<Scenario> all;
    private final Player player;
    private final Verdicts verdicts;
    private final Score score;
    private final Prediction prediction;
    private final Mending mending = new Mending();
    private final Random random;
    private final StringProperty search = new SimpleStringProperty(this, "search", "");
    private final ObservableList<Entry> entries = FXCollections.observableArrayList();
    private final ObjectProperty<Scenario> selected = new SimpleObjectProperty<>(this, "selected");
    private final ReadOnlyObjectWrapper<Played> played = new ReadOnlyObjectWrapper<>(this, "played");
    private final ReadOnlyObjectWrapper<Optional<Grade>> grade =
            new ReadOnlyObjectWrapper<>(this, "grade", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Series>> series =
            new ReadOnlyObjectWrapper<>(this, "series", Optional.empty());
    private BiConsumer<Connection, Connection> onBoth = (first, second) -> {};

    /** @param random draws the series */
    Library(List<Scenario> all, Player player, Verdicts verdicts, Desk desk, Score score, Random random) {
        this.all = List.copyOf(all);
        this.player = player;
        this.verdicts = verdicts;
        this.score = score;
        this.random = random;
        prediction = new Prediction(this.all);
        search.addListener((property, before, now) -> list());
        series.addListener((property, before, now) -> list());
        selected.addListener((property, before, now) -> prediction.clear());
        desk.newest().addListener((property, before, now) -> tried(now));
        player.shownProperty().addListener((property, before, now) -> {
            if (now == null || !now.equals(before)) {
                mending.end();
                grade.set(Optional.empty());
                played.set(null);
            }
        });
        list();
    }

    /** All scenarios. */
    List<Scenario> all() {
        return all;
    }

    Player player() {
        return player;
    }

    Score score() {
        return score;
    }

    Prediction prediction() {
        return prediction;
    }

    Mending mending() {
        return mending;
    }

    StringProperty searchProperty() {
        return search;
    }

    /** What is listed: all that fits what is looked for; of a series what has come of it. */
    ObservableList<Entry> entries() {
        return entries;
    }

    /** The scenario that is looked at; null for none. */
    ObjectProperty<Scenario> selectedProperty() {
        return selected;
    }

    /** What was played last, of what is in the cards; null for nothing. */
    ReadOnlyObjectProperty<Played> playedProperty() {
        return played.getReadOnlyProperty();
    }

    /** How the prediction for it compares; empty where there was none. */
    ReadOnlyObjectProperty<Optional<Grade>> gradeProperty() {
        return grade.getReadOnlyProperty();
    }

    /** The series that is played. */
    ReadOnlyObjectProperty<Optional<Series>> seriesProperty() {
        return series.getReadOnlyProperty();
    }

    /** Given both connections when a scenario was run with TLS 1.2 and then with TLS 1.3. */
    void setOnBoth(BiConsumer<Connection, Connection> action) {
        onBoth = action;
    }

    private void list() {
        List<Entry> now = series.get().map(Library::listed).orElseGet(this::found);
        if (!now.equals(entries)) {
            entries.setAll(now);
        }
    }

    private List<Entry> found() {
        Set<Category> seen = new HashSet<>();
        List<Entry> found = new ArrayList<>();
        for (Scenario scenario : all) {
            if (Entry.matches(scenario, search.get())) {
                found.add(Entry.of(scenario, seen.add(scenario.category())));
            }
        }
        return found;
    }

    /** Those that were played, and the one whose turn it is. */
    private static List<Entry> listed(Series series) {
        return IntStream.range(0, Math.min(series.number(), series.size()))
                .mapToObj(place -> Entry.inSeries(series, place))
                .toList();
    }

    /** The version with which a scenario is run unless both are asked for. */
    static TlsVersion version(Scenario scenario) {
        return scenario.versions().contains(TlsVersion.TLS_1_3) ? TlsVersion.TLS_1_3 : TlsVersion.TLS_1_2;
    }

    /** Whether it may be run now: in a series it has to be predicted first. */
    boolean mayRun() {
        return selected.get() != null && (!isTurn() || prediction.guess().isPresent());
    }

    /** Whether it is the selected scenario’s turn in a series. */
    boolean isTurn() {
        return series.get()
                .filter(its -> !its.isOver() && its.current().equals(selected.get()))
                .isPresent();
    }

    /** Fills the cards with the selected scenario. */
    void fill() {
        if (selected.get() != null) {
            player.show(selected.get(), version(selected.get()));
        }
    }

    /** Plays the selected scenario. */
    void run() {
        if (mayRun()) {
            Optional<Guess> guess = takeGuess();
            player.play(selected.get(), version(selected.get()), result -> over(result, guess));
        }
    }

    /** Plays a scenario at once, without a prediction; a series ends. */
    void play(Scenario scenario) {
        endSeries();
        search.set("");
        prediction.clear();
        selected.set(scenario);
        run();
    }

    /** Plays the selected scenario with TLS 1.2, then with TLS 1.3; the prediction is for the latter. */
    void runBoth() {
        Scenario scenario = selected.get();
        if (!mayRun() || scenario.versions().size() < 2) {
            return;
        }
        Optional<Guess> guess = takeGuess();
        player.play(
                scenario,
                TlsVersion.TLS_1_2,
                first -> player.play(scenario, TlsVersion.TLS_1_3, second -> {
                    over(second, guess);
                    if (!first.connections().isEmpty() && !second.connections().isEmpty()) {
                        onBoth.accept(last(first.connections()), last(second.connections()));
                    }
                }));
    }

    private static Connection last(List<Connection> connections) {
        return connections.get(connections.size() - 1);
    }

    private Optional<Guess> takeGuess() {
        Optional<Guess> guess = prediction.guess();
        prediction.clear();
        grade.set(Optional.empty());
        mending.end();
        return guess;
    }

    private void over(Played result, Optional<Guess> guess) {
        grade.set(guess.map(its -> new Grade(its, result.result())));
        grade.get().ifPresent(its -> score.add(its.isRight()));
        played.set(result);
        series.get()
                .filter(its -> !its.isOver() && its.current().equals(result.scenario()))
                .ifPresent(its -> series.set(Optional.of(
                        its.marked(grade.get().filter(Grade::isRight).isPresent()))));
        if (result.scenario().category() != Category.SOUND && !result.isSound()) {
            mending.begin();
        }
    }

    private void tried(Connection connection) {
        Played what = played.get();
        if (connection != null && mending.isUnderWay() && player.stateProperty().get() != Player.State.PLAYING) {
            verdicts.whenOver(connection, verdict -> {
                if (what.equals(played.get())) {
                    mending.tried(verdict);
                }
            });
        }
    }

    /** Draws a series, and selects its first scenario. */
    void beginSeries() {
        series.set(Optional.of(Series.draw(all, random)));
        next();
    }

    /** Selects the next scenario of the series. */
    void next() {
        series.get().filter(its -> !its.isOver()).ifPresent(its -> {
            search.set("");
            prediction.clear();
            selected.set(its.current());
        });
    }

    /** Leaves the series. */
    void endSeries() {
        series.set(Optional.empty());
    }

    /** Puts back what the cards held before the first scenario. */
    void restoreOwn() {
        player.restoreOwn();
    }
}
