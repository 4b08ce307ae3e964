package org.mtlsplayground.ui.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.recorded.Play;
import org.mtlsplayground.transcript.Transcripts;
import org.mtlsplayground.ui.common.FxUpdates;
import org.mtlsplayground.ui.common.Notice;
import org.mtlsplayground.ui.common.SettingsStore;

/** What the models of files need, without a window: all work is done at once, and what the user is told is kept. */
final class Room implements Desk, AutoCloseable {
    final Connections connections = new Connections();
    final Transcripts transcripts = new Transcripts(
            () -> connections.all().stream().map(Connection::capture).toList());
    final SimpleObjectProperty<Connection> selected = new SimpleObjectProperty<>();
    final FxUpdates updates = new FxUpdates(Runnable::run);
    final Jobs jobs = new Jobs(Runnable::run, updates);
    final SettingsStore store;
    final List<Notice> notices = new ArrayList<>();
    final List<String> log = new ArrayList<>();

    /** How often the selected connection was read again. */
    int readAgain;

    /** How often the user was asked for a key log. */
    int askedForKeyLog;

    final Traffic traffic = new Traffic(connections, transcripts, selected, selected::set, () -> readAgain++);

    Room(Path settings) {
        store = new SettingsStore(settings);
    }

    Exports exports() {
        return new Exports(traffic, jobs, this, store);
    }

    Openings openings() {
        return new Openings(traffic, jobs, this, updates, () -> askedForKeyLog++);
    }

    /** A connection of our two sides, selected; its secrets are known. */
    Connection play() throws Exception {
        Connection played = Play.between(Play.client("client"), Play.server("server", TlsVersion.TLS_1_3));
        Connection added = connections.addRecorded(played.capture(), "played");
        selected.set(added);
        return added;
    }

    /** The only thing that the user was told since the last call. */
    Notice told() {
        if (notices.size() != 1) {
            throw new AssertionError("one notice wanted: " + notices);
        }
        return notices.remove(0);
    }

    @Override
    public void tell(Notice notice) {
        notices.add(notice);
    }

    @Override
    public void log(String line) {
        log.add(line);
    }

    @Override
    public void show(Path folder) {
        log.add("shown " + folder);
    }

    @Override
    public void close() {
        store.close();
    }
}
