package org.mtlsplayground.app;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.FxUpdates;
import org.mtlsplayground.ui.inspector.ConnectionLog;
import org.mtlsplayground.ui.inspector.InspectorView;
import org.mtlsplayground.ui.inspector.LogModel;
import org.mtlsplayground.ui.inspector.LogView;
import org.mtlsplayground.ui.timeline.TimelineModel;
import org.mtlsplayground.ui.timeline.TimelineView;

/** What stands between and below the cards. The models listen from the start; the views are built after the first frame. */
final class Rooms implements AutoCloseable {
    private final ExecutorService reader = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "mtls-reader");
        thread.setDaemon(true);
        return thread;
    });
    private final TimelineModel timeline;
    private final LogModel log;

    Rooms(Connections connections, FxUpdates updates) {
        timeline = new TimelineModel(connections, updates, reader);
        log = new LogModel(updates);
        connections.addListener(new ConnectionLog(log));
    }

    TimelineModel timeline() {
        return timeline;
    }

    LogModel log() {
        return log;
    }

    /** Builds the views into the window. */
    void furnish(MainWindow window) {
        window.setCentre(new TimelineView(timeline).root());
        InspectorView inspector = new InspectorView();
        inspector.add(Messages.get("inspector.log"), () -> new LogView(log).root());
        window.setInspector(inspector.root());
    }

    @Override
    public void close() {
        reader.shutdownNow();
    }
}
