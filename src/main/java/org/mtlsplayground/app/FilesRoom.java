package org.mtlsplayground.app;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.ui.common.FxUpdates;
import org.mtlsplayground.ui.common.Notice;
import org.mtlsplayground.ui.common.Setting;
import org.mtlsplayground.ui.common.SettingsStore;
import org.mtlsplayground.ui.files.Desk;
import org.mtlsplayground.ui.files.FilesFeature;
import org.mtlsplayground.ui.files.Traffic;
import org.mtlsplayground.ui.inspector.LogModel;
import org.mtlsplayground.ui.timeline.ConnectionItem;
import org.mtlsplayground.ui.timeline.TimelineModel;

/** Joins the feature of files to the window. */
final class FilesRoom {
    private FilesRoom() {}

    /**
     * Makes the feature.
     *
     * @param browser opens an address with the desktop's own program
     */
    static FilesFeature of(
            Connections connections,
            Rooms rooms,
            Notices notices,
            FxUpdates updates,
            SettingsStore store,
            Surroundings surroundings,
            Consumer<String> browser) {
        TimelineModel timeline = rooms.timeline();
        Traffic traffic = new Traffic(
                connections,
                rooms.transcripts(),
                timeline.connections().selectedProperty().map(ConnectionItem::connection),
                timeline.connections()::select,
                timeline::readAgain);
        StringProperty folder = new SimpleStringProperty();
        store.bind(Setting.text("files.capture-folder", System.getProperty("user.home")), folder);
        return new FilesFeature(
                traffic,
                desk(rooms.log(), notices, browser),
                updates,
                store,
                surroundings.pickers().apply(folder),
                surroundings.environment());
    }

    private static Desk desk(LogModel log, Notices notices, Consumer<String> browser) {
        return new Desk() {
            @Override
            public void tell(Notice notice) {
                notices.show(notice);
            }

            @Override
            public void log(String line) {
                log.add(LogModel.Speaker.PROGRAM, line);
            }

            @Override
            public void show(Path folder) {
                browser.accept(folder.toUri().toString());
            }
        };
    }
}
