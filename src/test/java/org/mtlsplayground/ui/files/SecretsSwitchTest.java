package org.mtlsplayground.ui.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlsplayground.capture.KeyLogFile;
import org.mtlsplayground.peer.ClientRun;
import org.mtlsplayground.peer.TlsClient;
import org.mtlsplayground.peer.TlsServer;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.recorded.Play;
import org.testfx.util.WaitForAsyncUtils;

/** The secrets of all connections in the file that SSLKEYLOGFILE names. */
class SecretsSwitchTest {
    @TempDir
    Path folder;

    private Room room;
    private Path file;
    private final Deque<Runnable> work = new ConcurrentLinkedDeque<>();

    @BeforeEach
    void open() {
        room = new Room(folder.resolve("settings"));
        file = folder.resolve("keys.log");
    }

    @AfterEach
    void close() {
        room.close();
    }

    private SecretsSwitch secrets(Path named) {
        return SecretsSwitch.of(
                        Map.of("SSLKEYLOGFILE", named.toString()),
                        room.traffic,
                        room,
                        room.updates,
                        work::add,
                        room.store)
                .orElseThrow();
    }

    @Test
    void withoutTheVariableThereIsNone() {
        assertTrue(SecretsSwitch.of(Map.of(), room.traffic, room, room.updates, work::add, room.store)
                .isEmpty());
        assertTrue(
                SecretsSwitch.of(Map.of("SSLKEYLOGFILE", " "), room.traffic, room, room.updates, work::add, room.store)
                        .isEmpty());
    }

    @Test
    void nothingBeforeItIsAnnounced() throws Exception {
        SecretsSwitch secrets = secrets(file);
        connect();
        runWork();
        assertFalse(Files.exists(file));
        secrets.begin();
        assertTrue(room.log.get(0).startsWith("SSLKEYLOGFILE is set: the secrets"), "" + room.log);
        assertTrue(room.log.get(0).contains(file.toString()), "" + room.log);
        connect();
        runWork();
        assertEquals(1, connectionsIn(file));
        connect();
        runWork();
        assertEquals(2, connectionsIn(file));
    }

    @Test
    void switchedOffItWritesNothing() throws Exception {
        SecretsSwitch secrets = secrets(file);
        secrets.begin();
        secrets.onProperty().set(false);
        assertTrue(room.log.get(1).contains("switched off"), "" + room.log);
        connect();
        runWork();
        assertFalse(Files.exists(file));
        secrets.onProperty().set(true);
        connect();
        runWork();
        assertEquals(1, connectionsIn(file), "not what ended while it was off");
        secrets.onProperty().set(false);
        room.close();
        room = new Room(folder.resolve("settings"));
        assertFalse(secrets(file).onProperty().get(), "remembered");
    }

    @Test
    void openedConnectionsAreLeftOut() throws Exception {
        secrets(file).begin();
        room.play();
        runWork();
        assertFalse(Files.exists(file));
    }

    @Test
    void whatWasDroppedMeanwhileIsLeftOut() throws Exception {
        secrets(file).begin();
        connect();
        room.connections.clear();
        runWork();
        assertFalse(Files.exists(file));
    }

    @Test
    void failureIsToldOnceInARow() throws Exception {
        Path unreachable = folder.resolve("missing/keys.log");
        secrets(unreachable).begin();
        connect();
        connect();
        runWork();
        assertEquals(
                "“keys.log” could not be written: there is no " + folder.resolve("missing") + ".",
                room.told().text());
        Files.createDirectories(unreachable.getParent());
        connect();
        runWork();
        assertEquals(1, connectionsIn(unreachable));
        assertEquals(0, room.notices.size());
    }

    private void runWork() {
        Deque<Runnable> now = new ArrayDeque<>(work);
        work.removeAll(now);
        now.forEach(Runnable::run);
    }

    private static long connectionsIn(Path log) throws Exception {
        return KeyLogFile.read(log).entries().stream()
                .filter(entry -> entry.label().equals("SERVER_TRAFFIC_SECRET_0"))
                .count();
    }

    /** A whole connection of our two sides. */
    private void connect() throws Exception {
        try (TlsServer server =
                TlsServer.start(Play.server("server", TlsVersion.TLS_1_3).build(), room.connections)) {
            ClientRun run = new TlsClient(room.connections)
                    .connect(Play.client("client")
                            .port(server.address().getPort())
                            .build());
            run.outcome().get(30, TimeUnit.SECONDS);
            WaitForAsyncUtils.waitFor(
                    30, TimeUnit.SECONDS, () -> run.connection().isOver());
        }
    }
}
