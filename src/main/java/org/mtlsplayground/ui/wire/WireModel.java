package org.mtlsplayground.ui.wire;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.mtlsplayground.capture.Capture;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.capture.Gate;
import org.mtlsplayground.capture.Interceptor;
import org.mtlsplayground.capture.Link;
import org.mtlsplayground.capture.Opener;
import org.mtlsplayground.capture.WireRule;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.ui.common.FxUpdates;

/**
 * What stands between the two sides: whether messages wait to be let pass, and which do. For use on the FX thread, but for
 * {@link #interceptor}.
 */
public final class WireModel {
    /**
     * A message that waits.
     *
     * @param connection whose it is
     */
    public record Waiting(Connection connection, Gate.Held held) {}

    /** What connections that begin now are given; read by threads of the peers. */
    private record Plan(
            boolean stepping,
            Gate.Grain grain,
            List<WireRule> ofScenario,
            List<WireRule> own,
            Map<Direction, Link> links) {
        Interceptor slowed(Interceptor inner) {
            return links.isEmpty() ? inner : Interceptor.over(links, inner);
        }
    }

    private final FxUpdates updates;
    private final BooleanProperty stepping = new SimpleBooleanProperty(this, "stepping");
    private final ObjectProperty<Gate.Grain> grain = new SimpleObjectProperty<>(this, "grain", Gate.Grain.RECORD);
    private final ObjectProperty<AutoPlay> autoPlay = new SimpleObjectProperty<>(this, "autoPlay", AutoPlay.OFF);
    private final ReadOnlyObjectWrapper<Waiting> waiting = new ReadOnlyObjectWrapper<>(this, "waiting");
    private final ObservableList<OwnRule> rules = FXCollections.observableArrayList();
    private final Map<Direction, ObjectProperty<Pace>> paces = new EnumMap<>(Direction.class);
    private final ObservableList<Edit> edits = FXCollections.observableArrayList();
    private final Map<Connection, Gate> gates = Collections.synchronizedMap(new WeakHashMap<>());
    private final Gate.Listener listener;
    private volatile Plan plan = new Plan(false, Gate.Grain.RECORD, List.of(), List.of(), Map.of());
    private final Function<Capture, Opener> openers;
    private List<WireRule> ofScenario = List.of();
    private Connection selected;

    /**
     * Nothing waits, and nothing is altered.
     *
     * @param openers opens records of a connection that are on their way, for rules that mean them by what is in them
     */
    public WireModel(FxUpdates updates, Function<Capture, Opener> openers) {
        this.updates = updates;
        this.openers = openers;
        listener = new Gate.Listener() {
            @Override
            public void waits(Gate.Held held) {
                refreshSoon();
            }

            @Override
            public void waitsNoMore(Gate.Held held) {
                refreshSoon();
            }
        };
        for (Direction direction : Direction.values()) {
            ObjectProperty<Pace> pace = new SimpleObjectProperty<>(this, "pace", Pace.INSTANT);
            pace.addListener((property, before, now) -> changed());
            paces.put(direction, pace);
        }
        rules.addListener((ListChangeListener<OwnRule>) change -> changed());
        stepping.addListener((property, before, now) -> {
            changed();
            everyGate().forEach(now ? Gate::shut : Gate::open);
        });
        grain.addListener((property, before, now) -> {
            changed();
            everyGate().forEach(gate -> gate.grain(now));
        });
    }

    private void changed() {
        Map<Direction, Link> links = new EnumMap<>(Direction.class);
        paces.forEach((direction, pace) -> {
            if (pace.get() != Pace.INSTANT) {
                links.put(direction, pace.get().link());
            }
        });
        List<WireRule> own = rules.stream().map(OwnRule::rule).toList();
        plan = new Plan(stepping.get(), grain.get(), List.copyOf(ofScenario), own, links);
    }

    private List<Gate> everyGate() {
        synchronized (gates) {
            return new ArrayList<>(gates.values());
        }
    }

    /** What stands in the way of a connection that begins; empty if nothing does. Any thread. */
    public Optional<Interceptor> interceptor(Connection connection) {
        Plan now = plan;
        // A scenario is played by our own client; a stranger who comes meanwhile has nothing to do with it.
        List<WireRule> rules = new ArrayList<>(connection.isOurs(Side.CLIENT) ? now.ofScenario() : List.of());
        rules.addAll(now.own());
        Opener opener = openers.apply(connection.capture());
        if (now.stepping()) {
            Gate gate = new Gate(now.grain(), rules, opener, listener);
            gates.put(connection, gate);
            return Optional.of(now.slowed(gate));
        }
        return rules.isEmpty() && now.links().isEmpty()
                ? Optional.empty()
                : Optional.of(now.slowed(Interceptor.of(rules, opener)));
    }

    /** What a scenario does to the bytes of our own client's connections that begin from now on; strangers' are left alone. */
    public void ofScenario(List<WireRule> rules) {
        ofScenario = List.copyOf(rules);
        changed();
    }

    /** The user's own rules, for connections that begin from now on. */
    ObservableList<OwnRule> rules() {
        return rules;
    }

    /** How quick the wire is in this direction, for connections that begin from now on. */
    ObjectProperty<Pace> paceProperty(Direction direction) {
        return paces.get(direction);
    }

    /** Whether each message of connections that begin now waits to be let pass. */
    public BooleanProperty steppingProperty() {
        return stepping;
    }

    /** What waits. */
    public ObjectProperty<Gate.Grain> grainProperty() {
        return grain;
    }

    /** Whether what waits passes by itself after a while. */
    public ObjectProperty<AutoPlay> autoPlayProperty() {
        return autoPlay;
    }

    /** What is the next to pass: of the connection that is looked at if it has any; null while nothing waits. */
    public ReadOnlyObjectProperty<Waiting> waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /** The connection that is looked at; null for none. */
    public void look(Connection at) {
        selected = at;
        refresh();
    }

    /** What is to be done to what waits first, before it passes. */
    ObservableList<Edit> edits() {
        return edits;
    }

    /** Lets pass what waits, with what is to be done to it; says whether anything waited. */
    public boolean next() {
        Waiting now = waiting.get();
        if (now == null) {
            return false;
        }
        now.held().pass(edits.stream().map(Edit::disturbance).toList());
        return true;
    }

    private void refreshSoon() {
        updates.latest(this, this::refresh);
    }

    private void refresh() {
        Waiting now = first(selected).orElseGet(() -> {
            List<Connection> all;
            synchronized (gates) {
                all = new ArrayList<>(gates.keySet());
            }
            return all.stream()
                    .flatMap(connection -> first(connection).stream())
                    .findFirst()
                    .orElse(null);
        });
        if (now == null || waiting.get() == null || now.held() != waiting.get().held()) {
            edits.clear();
            waiting.set(now);
        }
    }

    private Optional<Waiting> first(Connection connection) {
        return Optional.ofNullable(connection)
                .map(gates::get)
                .flatMap(gate -> gate.waiting().stream().findFirst())
                .map(held -> new Waiting(connection, held));
    }
}
