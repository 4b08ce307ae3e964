package org.mtlsplayground.ui.server;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.mtlsplayground.diagnosis.StartProblem;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.peer.TlsServer;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Background;
import org.mtlsplayground.ui.common.FileSlot;
import org.mtlsplayground.ui.common.FxUpdates;
import org.mtlsplayground.ui.common.Hint;

/** The server as the window sees it: inputs, state, address, counts. For use on the FX thread. */
public final class ServerViewModel {
    private final Connections connections;
    private final Background background;
    private final ServerInputs inputs;
    private final ReadOnlyObjectWrapper<ServerState> state =
            new ReadOnlyObjectWrapper<>(this, "state", ServerState.STOPPED);
    private final ReadOnlyObjectWrapper<InetSocketAddress> address = new ReadOnlyObjectWrapper<>(this, "address");
    private final ReadOnlyObjectWrapper<ServerTally.Counts> counts =
            new ReadOnlyObjectWrapper<>(this, "counts", new ServerTally.Counts(0, 0, 0));
    private final ReadOnlyBooleanWrapper outdated = new ReadOnlyBooleanWrapper(this, "outdated");
    private final ObjectProperty<Hint> note = new SimpleObjectProperty<>(this, "note", Hint.NONE);
    private final ServerTally tally;
    private Optional<ServerSettings> running = Optional.empty();
    private ServerSettings asked;
    private String allowedAddress = "";
    private TlsServer server;

    public ServerViewModel(Connections connections, FxUpdates updates, Background background) {
        this.connections = connections;
        this.background = background;
        this.inputs = new ServerInputs(background);
        this.tally = new ServerTally(() -> updates.latest(this, this::recount));
        connections.addListener(tally);
        InvalidationListener compare = changed -> compare();
        for (Observable input : inputs.all()) {
            input.addListener(compare);
        }
    }

    /** What the user has put in. */
    public ServerInputs inputs() {
        return inputs;
    }

    /** How the server stands. */
    public ReadOnlyObjectProperty<ServerState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Where it listens, with the port that was picked; null while it does not. */
    public ReadOnlyObjectProperty<InetSocketAddress> addressProperty() {
        return address.getReadOnlyProperty();
    }

    /** Whether the running server was started with other values than those in the card now. */
    public ReadOnlyBooleanProperty outdatedProperty() {
        return outdated.getReadOnlyProperty();
    }

    /** What there is to say that belongs to no field. */
    public ReadOnlyObjectProperty<Hint> noteProperty() {
        return note;
    }

    ReadOnlyObjectProperty<ServerTally.Counts> countsProperty() {
        return counts.getReadOnlyProperty();
    }

    /** Starts the server, or stops it where it runs. */
    public void startOrStop() {
        switch (state.get()) {
            case STOPPED, ASKING -> start();
            case LISTENING -> stop(() -> {});
            case STARTING, STOPPING -> {
                // One thing at a time; the button is off meanwhile.
            }
        }
    }

    /** Ends the running server and starts it with the values in the card; where those are wrong it is left running. */
    public void restart() {
        if (state.get() == ServerState.LISTENING && inputs.settings().isPresent()) {
            stop(this::start);
        }
    }

    /** Begins to listen, once all files are read. Asks first where others could reach it. */
    public void start() {
        note.set(Hint.NONE);
        state.set(ServerState.STARTING);
        FileSlot.whenAllSettled(inputs.files(), () -> {
            if (state.get() == ServerState.STARTING) {
                lookUp();
            }
        });
    }

    private void lookUp() {
        ServerSettings settings = inputs.settings().orElse(null);
        if (settings == null) {
            state.set(ServerState.STOPPED);
            note.set(Hint.error(Messages.get("server.note.fields")));
            return;
        }
        background.run(
                "look-up-address",
                () -> InetAddress.getByName(settings.address()).isLoopbackAddress(),
                local -> {
                    if (local || settings.address().equals(allowedAddress)) {
                        listen(settings);
                    } else {
                        asked = settings;
                        state.set(ServerState.ASKING);
                    }
                },
                failure -> failed(settings, failure));
    }

    /** The user's word that others may reach the server. */
    public void allow() {
        if (state.get() == ServerState.ASKING) {
            allowedAddress = asked.address();
            listen(asked);
        }
    }

    /** The user would rather not. */
    public void decline() {
        if (state.get() == ServerState.ASKING) {
            state.set(ServerState.STOPPED);
        }
    }

    private void listen(ServerSettings settings) {
        state.set(ServerState.STARTING);
        background.run(
                "start-server",
                () -> TlsServer.start(settings, connections),
                started -> {
                    server = started;
                    running = Optional.of(settings);
                    address.set(started.address());
                    state.set(ServerState.LISTENING);
                    compare();
                },
                failure -> failed(settings, failure));
    }

    private void failed(ServerSettings settings, Throwable failure) {
        state.set(ServerState.STOPPED);
        StartProblem problem = StartProblem.of(settings, failure);
        (problem.atPort() ? inputs.portHint : inputs.addressHint).set(Hint.error(problem.sentence()));
    }

    private void stop(Runnable then) {
        TlsServer ending = server;
        server = null;
        running = Optional.empty();
        state.set(ServerState.STOPPING);
        background.run(
                "stop-server",
                () -> {
                    ending.close();
                    return ending;
                },
                done -> stopped(then),
                failure -> stopped(then));
    }

    private void stopped(Runnable then) {
        address.set(null);
        state.set(ServerState.STOPPED);
        compare();
        then.run();
    }

    /** Ends the server, and forgets passwords. Blocks until the port is free: for the end of the program. */
    public void close() {
        inputs.files().forEach(FileSlot::forgetPassword);
        if (server != null) {
            server.close();
            server = null;
        }
    }

    private void compare() {
        boolean loading = inputs.files().stream().anyMatch(FileSlot::isLoading);
        outdated.set(running.isPresent() && !loading && !running.equals(inputs.draft()));
    }

    private void recount() {
        counts.set(tally.counts());
    }
}
