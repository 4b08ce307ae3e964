package org.mtlsplayground.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import org.mtlsplayground.capture.WireRule;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.peer.Middle;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.scenario.CardFiles;
import org.mtlsplayground.scenario.Setup;
import org.mtlsplayground.scenario.Slot;
import org.mtlsplayground.ui.client.ClientState;
import org.mtlsplayground.ui.client.ClientViewModel;
import org.mtlsplayground.ui.common.Background;
import org.mtlsplayground.ui.common.FileSlot;
import org.mtlsplayground.ui.common.IdentityFiles;
import org.mtlsplayground.ui.common.RevocationInputs;
import org.mtlsplayground.ui.common.TrustFile;
import org.mtlsplayground.ui.common.TypedPath;
import org.mtlsplayground.ui.scenarios.Desk;
import org.mtlsplayground.ui.server.ServerState;
import org.mtlsplayground.ui.server.ServerViewModel;

/** Plays scenarios with the window’s own client and server. For use on the FX thread. */
final class ScenarioDesk implements Desk {
    private final ClientViewModel client;
    private final ServerViewModel server;
    private final Consumer<List<WireRule>> wire;
    private final MiddleSeat middle;

    /** @param wire told what is to happen to the bytes of the connections that come */
    ScenarioDesk(
            Connections connections,
            Consumer<List<WireRule>> wire,
            ClientViewModel client,
            ServerViewModel server,
            Background background) {
        this.wire = wire;
        this.client = client;
        this.server = server;
        this.middle = new MiddleSeat(connections, background);
    }

    @Override
    public Runnable keep() {
        Runnable ofClient = client.inputs().keep();
        Runnable ofServer = server.inputs().keep();
        return () -> {
            ofClient.run();
            ofServer.run();
        };
    }

    @Override
    public void show(Setup setup, Map<Side, CardFiles> files) {
        String ofClient = client.inputs().portProperty().get();
        String ofServer = server.inputs().portProperty().get();
        client.inputs().show(setup.client());
        server.inputs().show(setup.server());
        client.inputs().portProperty().set(ofClient);
        server.inputs().portProperty().set(ofServer);
        fill(
                client.inputs().identity(),
                client.inputs().trust(),
                client.inputs().revocation(),
                files.get(Side.CLIENT));
        fill(
                server.inputs().identity(),
                server.inputs().trust(),
                server.inputs().revocation(),
                files.get(Side.SERVER));
        // What a file is about is to be read from it; elsewhere even a certificate that is none can be sent.
        boolean unread = !setup.fromFiles();
        client.inputs().identity().useUnread(setup.client().identity().filter(any -> unread));
        server.inputs().identity().useUnread(setup.server().identity().filter(any -> unread));
    }

    private static void fill(IdentityFiles identity, TrustFile trust, RevocationInputs revocation, CardFiles files) {
        put(identity.chain(), files, Slot.CHAIN);
        put(identity.key(), files, Slot.KEY);
        put(trust.slot(), files, Slot.TRUSTED);
        put(revocation.lists(), files, Slot.REVOCATION_LISTS);
    }

    private static void put(FileSlot<?> field, CardFiles files, Slot slot) {
        field.pathProperty().set(files.file(slot).map(Path::toString).orElse(""));
        files.password(slot).ifPresent(password -> field.supplyPassword(password.toCharArray()));
    }

    @Override
    public void disturb(List<WireRule> now) {
        wire.accept(now);
    }

    @Override
    public void putInTheMiddle(Optional<Middle.Faces> faces) {
        boolean taken = middle.isTaken();
        middle.give(faces);
        if (taken && faces.isEmpty() && server.stateProperty().get() == ServerState.LISTENING) {
            pointAt(server.addressProperty().get().getPort());
        }
    }

    private void pointAt(int port) {
        client.inputs().portProperty().set(String.valueOf(port));
    }

    @Override
    public void serve(Consumer<Boolean> then) {
        serve(then, true);
    }

    private void serve(Consumer<Boolean> then, boolean mayMove) {
        ServerState state = server.stateProperty().get();
        if (state == ServerState.STARTING || state == ServerState.STOPPING) {
            when(server.stateProperty(), (before, now) -> true, now -> serve(then, mayMove));
            return;
        }
        // A server that runs is left running where the card’s values are wrong, so they are to be known before.
        FileSlot.whenAllSettled(server.inputs().files(), () -> {
            if (state == ServerState.LISTENING && server.inputs().draft().isEmpty()) {
                then.accept(false);
                return;
            }
            when(server.stateProperty(), ScenarioDesk::hasStarted, now -> started(now, then, mayMove));
            if (state == ServerState.LISTENING) {
                server.restart();
            } else {
                server.start();
            }
        });
    }

    private static boolean hasStarted(ServerState before, ServerState now) {
        return now == ServerState.LISTENING || (now == ServerState.STOPPED && before == ServerState.STARTING);
    }

    private void started(ServerState state, Consumer<Boolean> then, boolean mayMove) {
        if (state == ServerState.LISTENING) {
            int port = server.addressProperty().get().getPort();
            middle.before(
                    port,
                    led -> {
                        pointAt(led);
                        then.accept(true);
                    },
                    failure -> then.accept(false));
        } else if (mayMove && server.inputs().draft().isPresent()) {
            // Somebody else may have the port.
            server.inputs().portProperty().set("0");
            serve(then, false);
        } else {
            then.accept(false);
        }
    }

    @Override
    public void connect(Consumer<Connection> then) {
        client.cancel();
        Connection before = client.connectionProperty().get();
        when(client.stateProperty(), (was, now) -> now != ClientState.CONNECTING, now -> {
            if (before == client.connectionProperty().get()) {
                then.accept(null);
            }
        });
        when(client.connectionProperty(), (was, now) -> true, then);
        client.connect();
    }

    /** Does something once, when a value has changed so. */
    private static <T> void when(ObservableValue<T> value, BiPredicate<T, T> so, Consumer<T> then) {
        value.addListener(new ChangeListener<>() {
            @Override
            public void changed(ObservableValue<? extends T> property, T before, T now) {
                if (so.test(before, now)) {
                    value.removeListener(this);
                    then.accept(now);
                }
            }
        });
    }

    @Override
    public void cancel() {
        client.cancel();
    }

    @Override
    public ObservableValue<Connection> newest() {
        return client.connectionProperty();
    }

    @Override
    public boolean refersTo(Path folder) {
        return List.of(
                        client.inputs().identity().chain(),
                        client.inputs().identity().key(),
                        client.inputs().trust().slot(),
                        client.inputs().revocation().lists(),
                        server.inputs().identity().chain(),
                        server.inputs().identity().key(),
                        server.inputs().trust().slot(),
                        server.inputs().revocation().lists())
                .stream()
                .map(field -> TypedPath.parse(field.pathProperty().get()))
                .flatMap(Optional::stream)
                .anyMatch(path -> path.startsWith(folder));
    }
}
