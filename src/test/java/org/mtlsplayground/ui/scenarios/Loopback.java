package org.mtlsplayground.ui.scenarios;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.mtlsplayground.capture.Interceptor;
import org.mtlsplayground.capture.WireRule;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.peer.Middle;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.peer.TlsClient;
import org.mtlsplayground.peer.TlsServer;
import org.mtlsplayground.scenario.CardFiles;
import org.mtlsplayground.scenario.Setup;

/** A real client and a real server on this machine, without cards; all on the thread that calls. */
final class Loopback implements Desk, AutoCloseable {
    final Connections connections = new Connections();
    final SimpleObjectProperty<Connection> newest = new SimpleObjectProperty<>();

    /** What the cards would hold; null for the user's own. */
    Setup shown;

    Map<Side, CardFiles> files;

    /** How often the user's own was put back. */
    int restored;

    private TlsServer server;

    @Override
    public Runnable keep() {
        return () -> {
            shown = null;
            files = null;
            restored++;
        };
    }

    @Override
    public void show(Setup setup, Map<Side, CardFiles> its) {
        shown = setup;
        files = its;
    }

    @Override
    public void disturb(List<WireRule> rules) {
        connections.interceptWith(any -> rules.isEmpty() ? Optional.empty() : Optional.of(Interceptor.of(rules)));
    }

    @Override
    public void putInTheMiddle(Optional<Middle.Faces> faces) {
        assertTrue(faces.isEmpty(), "this desk has no place for one");
    }

    @Override
    public void serve(Consumer<Boolean> then) {
        try {
            close();
            server = TlsServer.start(shown.server(), connections);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        then.accept(true);
    }

    @Override
    public void connect(Consumer<Connection> then) {
        connect(shown);
        then.accept(newest.get());
    }

    /** As if the user had changed the client's card and pressed Connect. */
    void connect(Setup setup) {
        newest.set(new TlsClient(connections)
                .connect(setup.client().at(server.address().getPort()))
                .connection());
    }

    @Override
    public void cancel() {}

    @Override
    public ObservableValue<Connection> newest() {
        return newest;
    }

    @Override
    public boolean refersTo(Path folder) {
        return files != null
                && files.values().stream()
                        .flatMap(card -> card.files().values().stream())
                        .anyMatch(file -> file.startsWith(folder));
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
