package org.mtlsplayground.bench;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.stage.Stage;
import org.mtlsplayground.app.Appearance;
import org.mtlsplayground.app.Rehearsals;
import org.mtlsplayground.diagnosis.Verdict;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.peer.Outcome;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.peer.TlsClient;
import org.mtlsplayground.peer.TlsServer;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.recorded.Play;
import org.mtlsplayground.transcript.Transcripts;
import org.mtlsplayground.ui.common.Background;
import org.mtlsplayground.ui.common.FxUpdates;
import org.mtlsplayground.ui.common.SampleFiles;
import org.mtlsplayground.ui.common.SettingsStore;
import org.mtlsplayground.ui.inspector.RecordsModel;
import org.mtlsplayground.ui.inspector.RecordsView;
import org.mtlsplayground.ui.timeline.TimelineModel;
import org.mtlsplayground.ui.timeline.TimelineView;

/**
 * The timeline with the verdict above it, which rehearses as that of the program does, and one refusal after the other; see
 * {@link VerdictLatency}. Public for JavaFX, which makes it.
 */
public final class VerdictLatencyWindow extends Application {
    private static final int MEASURED = 50;
    private static final double NANOS_PER_MILLI = 1e6;
    /** Between one and the next: the list of connections keeps what comes faster waiting on purpose. */
    private static final long PAUSE_MILLIS = 500;

    /** Before the first one: nobody presses Connect sooner than that, having seen the window for the first time. */
    private static final long FIRST_MILLIS = 5000;

    /** Refused by the server, and by the client. */
    private static final List<String> CLIENTS = List.of("client-expired", "client-unknown-ca", "client-wrong-usage");

    private static final List<String> SERVERS = List.of("server-wrong-host", "server-unknown-ca");

    private final Connections connections = new Connections();
    private final FxUpdates updates = new FxUpdates(Platform::runLater);
    private final ExecutorService reader = Executors.newSingleThreadExecutor();
    private final SynchronousQueue<Double> shown = new SynchronousQueue<>();
    private TimelineModel timeline;
    private int lastShown;

    @Override
    public void start(Stage stage) throws Exception {
        Transcripts transcripts = new Transcripts(
                () -> connections.all().stream().map(Connection::capture).toList());
        timeline = new TimelineModel(connections, transcripts, updates, reader);
        RecordsView records = new RecordsView(
                new RecordsModel(timeline.events(), timeline.records()), timeline.messageProperty(), event -> {});
        SplitPane root = new SplitPane(new TimelineView(timeline).root(), records.root());
        root.setOrientation(Orientation.VERTICAL);
        root.setDividerPositions(0.65);
        Scene scene = new Scene(root, 1440, 900);
        new Appearance(new SettingsStore(Files.createTempDirectory("mtls-playground-bench"))).dress(scene);
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                // Keeps the pulses coming, as a window does in which something moves.
            }
        }.start();
        scene.addPostLayoutPulseListener(this::laidOut);
        stage.setScene(scene);
        stage.show();
        Rehearsals.begin(SampleFiles.locate(), timeline, scene, new Background());
        Thread player = new Thread(this::play, "refusals");
        player.setDaemon(true);
        player.start();
    }

    private void play() {
        try {
            Thread.sleep(FIRST_MILLIS);
            List<Double> times = new ArrayList<>();
            for (int i = 0; i <= MEASURED; i++) {
                times.add(refusal(i));
                Thread.sleep(PAUSE_MILLIS);
            }
            List<Double> later =
                    times.subList(1, times.size()).stream().sorted().toList();
            System.out.printf(
                    Locale.ROOT,
                    "verdicts %.1f %.1f %.1f %d%n",
                    times.get(0),
                    later.get(later.size() / 2),
                    later.get(later.size() - 1),
                    later.size());
            System.exit(0);
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private double refusal(int number) throws Exception {
        boolean byServer = number % 2 == 0;
        TlsVersion version = number / 2 % 2 == 0 ? TlsVersion.TLS_1_3 : TlsVersion.TLS_1_2;
        ServerSettings server = Play.server(byServer ? "server" : SERVERS.get(number % SERVERS.size()), version)
                .build();
        try (TlsServer listening = TlsServer.start(server, connections)) {
            new TlsClient(connections)
                    .connect(Play.client(byServer ? CLIENTS.get(number % CLIENTS.size()) : "client")
                            .port(listening.address().getPort())
                            .build());
            return shown.take();
        }
    }

    /** The end of a pulse: what comes after is the renderer's. */
    private void laidOut() {
        TimelineModel.Reading reading = timeline.readingProperty().get();
        if (reading == null || reading.connection() == null || reading.verdict() == null) {
            return;
        }
        Connection connection = reading.connection();
        boolean refused = reading.verdict().kind() == Verdict.Kind.REFUSED;
        if (!refused || connection.number() <= lastShown) {
            return;
        }
        long now = System.nanoTime();
        reading.verdict()
                .refusedBy()
                .flatMap(connection::outcome)
                .map(Outcome::nanos)
                .ifPresent(known -> {
                    if (shown.offer((now - known) / NANOS_PER_MILLI)) {
                        lastShown = connection.number();
                    }
                });
    }
}
