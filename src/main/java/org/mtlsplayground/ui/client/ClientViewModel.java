package org.mtlsplayground.ui.client;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.mtlsplayground.peer.ClientRun;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.peer.Outcome;
import org.mtlsplayground.peer.TlsClient;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Background;
import org.mtlsplayground.ui.common.FileSlot;
import org.mtlsplayground.ui.common.FxUpdates;
import org.mtlsplayground.ui.common.Hint;

/** The client as the window sees it: inputs, state, newest connection. For use on the FX thread. */
public final class ClientViewModel {
    private final TlsClient client;
    private final FxUpdates updates;
    private final ClientInputs inputs;
    private final ReadOnlyObjectWrapper<ClientState> state =
            new ReadOnlyObjectWrapper<>(this, "state", ClientState.IDLE);
    private final ReadOnlyObjectWrapper<Connection> connection = new ReadOnlyObjectWrapper<>(this, "connection");
    private final ObjectProperty<Hint> note = new SimpleObjectProperty<>(this, "note", Hint.NONE);
    private ClientRun run;
    private int attempt;

    public ClientViewModel(Connections connections, FxUpdates updates, Background background) {
        this.client = new TlsClient(connections);
        this.updates = updates;
        this.inputs = new ClientInputs(background);
    }

    /** What the user has put in. */
    public ClientInputs inputs() {
        return inputs;
    }

    /** How the client stands. */
    public ReadOnlyObjectProperty<ClientState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The newest connection, there from its beginning; null before the first. */
    public ReadOnlyObjectProperty<Connection> connectionProperty() {
        return connection.getReadOnlyProperty();
    }

    /** What there is to say about the newest attempt that belongs to no field. */
    public ReadOnlyObjectProperty<Hint> noteProperty() {
        return note;
    }

    /** Connects, or cancels where a connection is being made. */
    public void connectOrCancel() {
        if (state.get() == ClientState.CONNECTING) {
            cancel();
        } else {
            connect();
        }
    }

    /** Begins a connection, once all files are read; does nothing while one is being made. */
    public void connect() {
        connect(false);
    }

    /** The same, with the session of the last connection, if that left one and the server still takes it. */
    public void connectAgain() {
        connect(true);
    }

    private void connect(boolean again) {
        if (state.get() == ClientState.CONNECTING) {
            return;
        }
        ClientState before = state.get();
        int mine = ++attempt;
        note.set(Hint.NONE);
        state.set(ClientState.CONNECTING);
        FileSlot.whenAllSettled(inputs.files(), () -> {
            if (mine == attempt) {
                begin(mine, before, again);
            }
        });
    }

    private void begin(int mine, ClientState before, boolean again) {
        ClientSettings settings = inputs.settings().orElse(null);
        if (settings == null) {
            state.set(before);
            note.set(Hint.error(Messages.get("client.note.fields")));
            return;
        }
        run = client.connect(again ? settings.toBuilder().resume(true).build() : settings);
        connection.set(run.connection());
        var unused = run.outcome().thenAccept(outcome -> updates.run(() -> over(mine, outcome)));
    }

    /** Gives up the connection that is being made, at once. */
    public void cancel() {
        if (state.get() != ClientState.CONNECTING) {
            return;
        }
        attempt++;
        if (run != null) {
            run.cancel();
        }
        state.set(ClientState.CANCELLED);
    }

    /** Gives up whatever is under way, and forgets passwords. */
    public void close() {
        cancel();
        inputs.files().forEach(FileSlot::forgetPassword);
    }

    private void over(int mine, Outcome outcome) {
        if (mine != attempt) {
            return;
        }
        if (outcome instanceof Outcome.Failure failure) {
            failed(failure);
        } else {
            state.set(ClientState.CONNECTED);
        }
    }

    private void failed(Outcome.Failure failure) {
        String where = inputs.target();
        switch (failure.reason()) {
            case TLS -> state.set(ClientState.REFUSED);
            case NOT_TLS -> failedAtHost("client.host.notls", where);
            case CANCELLED -> state.set(ClientState.CANCELLED);
            case UNKNOWN_HOST -> failedAtHost("client.host.unknown", inputs.host.get());
            case CONNECTION_REFUSED -> failedAtHost("client.host.nobody", where);
            case TIMEOUT -> failedAtHost("client.host.silent", where, inputs.seconds.get());
            case NETWORK ->
                failedAtHost("client.host.network", where, failure.exception().message());
            case SETTINGS -> {
                state.set(ClientState.FAILED);
                note.set(Hint.error(
                        Messages.get("client.note.settings", failure.exception().message())));
            }
        }
    }

    private void failedAtHost(String key, Object... arguments) {
        state.set(ClientState.FAILED);
        inputs.hostHint.set(Hint.error(Messages.get(key, arguments)));
    }
}
