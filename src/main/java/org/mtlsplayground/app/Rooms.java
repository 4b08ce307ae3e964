package org.mtlsplayground.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.mtlsplayground.diagnosis.Action;
import org.mtlsplayground.diagnosis.EventText;
import org.mtlsplayground.diagnosis.Evidence;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.peer.Where;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.transcript.Transcripts;
import org.mtlsplayground.ui.certificates.CertificatesPanel;
import org.mtlsplayground.ui.certificates.Desk;
import org.mtlsplayground.ui.client.ClientViewModel;
import org.mtlsplayground.ui.common.Background;
import org.mtlsplayground.ui.common.FxUpdates;
import org.mtlsplayground.ui.common.SavePicker;
import org.mtlsplayground.ui.common.Setting;
import org.mtlsplayground.ui.common.SettingsFolder;
import org.mtlsplayground.ui.common.SettingsStore;
import org.mtlsplayground.ui.files.FilesFeature;
import org.mtlsplayground.ui.inspector.ConnectionLog;
import org.mtlsplayground.ui.inspector.InspectorView;
import org.mtlsplayground.ui.inspector.LogModel;
import org.mtlsplayground.ui.inspector.LogView;
import org.mtlsplayground.ui.inspector.MessageModel;
import org.mtlsplayground.ui.inspector.MessageView;
import org.mtlsplayground.ui.inspector.RecordsModel;
import org.mtlsplayground.ui.inspector.RecordsView;
import org.mtlsplayground.ui.server.ServerState;
import org.mtlsplayground.ui.server.ServerViewModel;
import org.mtlsplayground.ui.timeline.MiddleView;
import org.mtlsplayground.ui.timeline.SideBySide;
import org.mtlsplayground.ui.timeline.TimelineModel;
import org.mtlsplayground.ui.timeline.TimelineView;

/** What stands between and below the cards. The models listen from the start; the views are built after the first frame. */
final class Rooms implements AutoCloseable {
    private final ExecutorService reader = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "mtls-reader");
        thread.setDaemon(true);
        return thread;
    });
    private final FxUpdates updates;
    private final Background background;
    private final SavePicker picker;
    private final SettingsStore store;
    private final Connections connections;
    private final Transcripts transcripts;
    private final TimelineModel timeline;
    private final LogModel log;
    private CertificatesPanel certificates;
    private CompareRoom comparing;
    private InspectorView inspector;
    private TimelineView verdict;
    private final VBox aboveMessage = new VBox();
    private MessageModel message;

    Rooms(Connections connections, FxUpdates updates, Background background, SettingsStore store, SavePicker picker) {
        this.connections = connections;
        this.updates = updates;
        this.background = background;
        this.picker = picker;
        this.store = store;
        transcripts = new Transcripts(
                () -> connections.all().stream().map(Connection::capture).toList());
        timeline = new TimelineModel(connections, transcripts, updates, reader);
        log = new LogModel(updates);
        connections.addListener(new ConnectionLog(log));
    }

    Transcripts transcripts() {
        return transcripts;
    }

    TimelineModel timeline() {
        return timeline;
    }

    LogModel log() {
        return log;
    }

    /** Two connections side by side; there once the window is furnished. */
    CompareRoom comparing() {
        return comparing;
    }

    /** Builds the views into the window. */
    void furnish(MainWindow window, ClientViewModel client, ServerViewModel server, FilesFeature files) {
        TimelineView view = new TimelineView(timeline);
        window.setCentre(files.around(view.root()));
        files.furnish(window.fileTools(), view.chipTools());
        comparing = new CompareRoom(
                window,
                timeline.connections(),
                close -> new SideBySide(timeline, connections, transcripts, updates, reader, close));
        MiddleRoom middle = new MiddleRoom(
                window, timeline, close -> new MiddleView(timeline, connections, transcripts, updates, reader, close));
        AgainRoom again = new AgainRoom(client, comparing);
        again.listenTo(window.root().getScene());
        view.chipTools().getChildren().addAll(0, List.of(middle.button(), again.button(), comparing.button()));
        client.connectionProperty()
                .addListener((property, before, now) -> timeline.connections().select(now));
        inspector = new InspectorView();
        verdict = view;
        view.setOnOpen(() -> inspector.show(Messages.get("inspector.message")));
        message = new MessageModel(timeline.messageProperty(), timeline.events(), timeline.records());
        inspector.add(Messages.get("inspector.message"), message.aboutProperty(), () -> messageRoot(message));
        inspector.add(
                Messages.get("inspector.certificates"),
                CertificateSources.about(timeline),
                () -> certificatesRoot(new CertificateSources(timeline, client.inputs(), server.inputs())));
        inspector.add(
                Messages.get("inspector.keys"),
                KeySources.about(timeline),
                () -> divided("keys", new KeySources(timeline).view()));
        RecordsModel records = new RecordsModel(timeline.events(), timeline.records());
        inspector.add(
                Messages.get("inspector.records"),
                () -> recordsRoot(new RecordsView(records, timeline.messageProperty(), event -> {
                    timeline.messageProperty().set(event);
                    inspector.show(Messages.get("inspector.message"));
                })));
        inspector.add(Messages.get("inspector.log"), () -> new LogView(log).root());
        window.setInspector(inspector.root());
        logServer(server);
    }

    /** Where certificates lie that were dragged out of the panel or that a remedy wrote; those that no card refers to go at the end. */
    static Path draggedOut() {
        return SettingsFolder.data().resolve("certificates");
    }

    /** Joins the wire to the timeline. */
    void join(WireRoom wire, MainWindow window) {
        wire.furnish(window, timeline, verdict::setAbove);
        aboveMessage.getChildren().setAll(new AlterRoom(wire.model(), timeline, message).roots());
    }

    /** Has the verdict lead to what shows it, and mend what it can. */
    void joinVerdict(Consumer<Action> remedies) {
        verdict.setOnVerdict(this::showEvidence, remedies);
        store.bind(Setting.flag("verdict.detailed", false), verdict.verdictDetailedProperty());
    }

    private void showEvidence(Evidence evidence) {
        if (evidence.certificate().isPresent()) {
            inspector.show(Messages.get("inspector.certificates"));
            certificates.select(evidence.certificate().get(), evidence.field());
            return;
        }
        timeline.events().stream()
                .filter(event ->
                        EventText.of(event).name().equals(evidence.message().orElse("")))
                .filter(event -> evidence.side().isEmpty()
                        || event.fromClient() == (evidence.side().get() == Side.CLIENT))
                .findFirst()
                .ifPresent(event -> {
                    timeline.messageProperty().set(event);
                    inspector.show(Messages.get("inspector.message"));
                });
    }

    private Node certificatesRoot(CertificateSources sources) {
        certificates = new CertificatesPanel(new Desk(background, picker, draggedOut(), sources::load));
        sources.onChange(() -> certificates.show(sources.groups()));
        // Files settle one after the other: they are foretold together.
        sources.onCards(() -> updates.latest(sources, () -> certificates.foretell(sources.cards())));
        divide(certificates.parts(), "certificates", certificates::usualDividers, certificates.dividerCauses());
        return certificates.root();
    }

    private Node messageRoot(MessageModel message) {
        MessageView view = new MessageView(message);
        divide(view.parts(), "message", view::usualDividers, view.dividerCauses());
        VBox.setVgrow(view.root(), Priority.ALWAYS);
        return new VBox(aboveMessage, view.root());
    }

    private Node recordsRoot(RecordsView view) {
        divide(view.parts(), "records", view::usualDividers, view.dividerCauses());
        return view.root();
    }

    /** A tab of two parts, divided as its layout says until the user does otherwise. */
    private Parent divided(String name, Parent tab) {
        if (tab.lookup(".split-pane") instanceof SplitPane parts) {
            divide(parts, name, parts::getDividerPositions);
        }
        return tab;
    }

    private void divide(SplitPane parts, String name, Supplier<double[]> usual, Observable... causes) {
        Dividers dividers = new Dividers(parts, name, store, updates, usual);
        dividers.restore();
        dividers.watch(causes);
    }

    private void logServer(ServerViewModel server) {
        server.stateProperty().addListener((property, before, now) -> {
            if (now == ServerState.LISTENING) {
                String address = Where.of(server.addressProperty().get());
                log.add(LogModel.Speaker.SERVER, Messages.get("log.server.LISTENING", address));
            } else if (now == ServerState.STOPPED && before != ServerState.STARTING) {
                log.add(LogModel.Speaker.SERVER, Messages.get("log.server.STOPPED"));
            }
        });
    }

    @Override
    public void close() {
        if (certificates != null) {
            certificates.close();
        }
        reader.shutdownNow();
    }
}
