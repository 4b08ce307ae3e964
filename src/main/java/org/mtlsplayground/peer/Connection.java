package org.mtlsplayground.peer;

import java.net.InetSocketAddress;
import java.security.interfaces.RSAPrivateKey;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.mtlsplayground.capture.Alteration;
import org.mtlsplayground.capture.Capture;
import org.mtlsplayground.capture.CaptureLimits;
import org.mtlsplayground.capture.Tap;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.secrets.Draws;

/**
 * One connection with what is known of it: its bytes, and the outcome of each side that is ours; neither is, where it was
 * recorded elsewhere. Thread-safe.
 */
public final class Connection {
    private final int number;
    private final Consumer<Connection> onChange;
    private final Capture capture;
    private final String origin;
    private final Set<Side> ours = EnumSet.noneOf(Side.class);
    private final Set<Side> gone = EnumSet.noneOf(Side.class);
    private final Map<Side, Outcome> outcomes = new EnumMap<>(Side.class);
    private ClientSettings clientSettings;
    private ServerSettings serverSettings;
    private Side middle;
    private Connection other;

    /** One of our own sides. */
    Connection(int number, CaptureLimits limits, Consumer<Connection> onChange) {
        this.number = number;
        this.onChange = onChange;
        this.capture = new Capture(limits, this::changed);
        this.origin = null;
    }

    /** One that was recorded elsewhere. */
    Connection(int number, Capture capture, String origin) {
        this.number = number;
        this.onChange = connection -> {};
        this.capture = capture;
        this.origin = origin;
    }

    /** 1 for the first, counted up. */
    public int number() {
        return number;
    }

    /** When it began, by the wall clock. */
    public Instant startedAt() {
        return capture.startedAt();
    }

    /** Where it was recorded, usually a file's name; empty for one that our own sides have, or had. */
    public Optional<String> origin() {
        return Optional.ofNullable(origin);
    }

    /** When TCP connected, by {@link System#nanoTime()}: timelines count from here. */
    public long startNanos() {
        return capture.startNanos();
    }

    /** When TCP ended what a side sends, in nanoseconds since the connection began; empty if that was not seen. */
    public OptionalLong endNanos(Side by) {
        OptionalLong ended = capture.ended(by.sends());
        return ended.isEmpty() ? ended : OptionalLong.of(ended.getAsLong() - capture.startNanos());
    }

    /** Where its server is; empty if TCP has not connected. */
    public Optional<InetSocketAddress> server() {
        return capture.server();
    }

    /** Whether bytes arrived otherwise than they were sent, because somebody meddled with them. */
    public boolean isAltered() {
        return !capture.alterations().isEmpty();
    }

    /** Whether somebody on the way put in an alert with that code, as if that side had said so. */
    public boolean isAlertForged(Side side, int code) {
        return capture.alterations().stream()
                .anyMatch(alteration -> alteration.direction() == side.sends() && alteration.addsAlert(code));
    }

    /** Whether somebody on the way ended it. */
    public boolean isCutOff() {
        return isCutOffFrom(Side.CLIENT) || isCutOffFrom(Side.SERVER);
    }

    /** Whether somebody on the way ended it at a record that this side sent. */
    public boolean isCutOffFrom(Side sender) {
        return capture.alterations().stream()
                .anyMatch(alteration ->
                        alteration.direction() == sender.sends() && alteration.ending() != Alteration.Ending.NONE);
    }

    /** Its bytes. */
    public Capture capture() {
        return capture;
    }

    /** The outcome of one side; empty while it is open, and always if that side is not ours. */
    public synchronized Optional<Outcome> outcome(Side side) {
        return Optional.ofNullable(outcomes.get(side));
    }

    /** Whether this side is played by us. */
    public synchronized boolean isOurs(Side side) {
        return ours.contains(side);
    }

    /** Whether each side of ours has its outcome; always, if neither is ours. */
    public synchronized boolean isOver() {
        return outcomes.keySet().containsAll(ours);
    }

    /**
     * Whether each side of ours has taken its leave of the other and closed its socket: nothing more will come. An outcome
     * is known sooner, by up to a second.
     */
    public synchronized boolean isClosed() {
        return gone.containsAll(ours);
    }

    /** The settings of our client; empty if the client is not ours. */
    public synchronized Optional<ClientSettings> clientSettings() {
        return Optional.ofNullable(clientSettings);
    }

    /** The settings of our server; empty if the server is not ours, or has not joined yet. */
    public synchronized Optional<ServerSettings> serverSettings() {
        return Optional.ofNullable(serverSettings);
    }

    /** The side that somebody in the middle plays; empty if both ends are who they are for. See {@link Middle}. */
    public synchronized Optional<Side> middle() {
        return Optional.ofNullable(middle);
    }

    /** The connection of the one in the middle with the other end; empty if there is none, or none yet. */
    public synchronized Optional<Connection> otherOfMiddle() {
        return Optional.ofNullable(other);
    }

    synchronized void hasInTheMiddle(Side side) {
        middle = side;
    }

    /** It is the way from the middle to the server for what a client said in that one. */
    void goesOnFrom(Connection ofClient) {
        synchronized (this) {
            middle = Side.CLIENT;
            other = ofClient;
        }
        synchronized (ofClient) {
            ofClient.other = this;
        }
        changed();
        ofClient.changed();
    }

    synchronized void joinedBy(ClientSettings settings) {
        ours.add(Side.CLIENT);
        clientSettings = settings;
    }

    synchronized void joinedBy(ServerSettings settings) {
        ours.add(Side.SERVER);
        serverSettings = settings;
        settings.identity()
                .map(Identity::key)
                .filter(RSAPrivateKey.class::isInstance)
                .ifPresent(capture.keys()::serverKey);
    }

    Tap tap(Side side) {
        return capture.tap(side.sends());
    }

    /** A side of ours has finished its handshake. */
    void talks(Side side) {
        capture.talks(side.sends());
    }

    /** What that side draws belongs there, if it is ours. */
    Draws draws(Side side) {
        return capture.keys().draws(side == Side.CLIENT);
    }

    /** The first outcome of a side stands. */
    void report(Outcome outcome) {
        synchronized (this) {
            outcomes.putIfAbsent(outcome.side(), outcome);
        }
        changed();
    }

    /** A side of ours has closed its socket, or never had one. */
    void left(Side side) {
        synchronized (this) {
            gone.add(side);
        }
        changed();
    }

    private void changed() {
        onChange.accept(this);
    }
}
