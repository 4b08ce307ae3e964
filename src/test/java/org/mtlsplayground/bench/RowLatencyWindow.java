package org.mtlsplayground.bench;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.collections.ListChangeListener;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.stage.Stage;
import org.mtlsplayground.app.Appearance;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.peer.TlsClient;
import org.mtlsplayground.peer.TlsServer;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.recorded.Play;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.transcript.Transcripts;
import org.mtlsplayground.ui.common.FxUpdates;
import org.mtlsplayground.ui.common.SettingsStore;
import org.mtlsplayground.ui.inspector.RecordsModel;
import org.mtlsplayground.ui.inspector.RecordsView;
import org.mtlsplayground.ui.timeline.TimelineModel;
import org.mtlsplayground.ui.timeline.TimelineView;

/**
 * The timeline and the records of a window, at 100 handshakes a second; see {@link RowLatency}. Public for JavaFX, which makes
 * it.
 */
public final class RowLatencyWindow extends Application {
    private static final int PER_SECOND = 100;
    private static final int WARM_UP = 3000;
    private static final int MEASURED = 1500;
    private static final double NANOS_PER_MILLI = 1e6;

    private final Connections connections = new Connections();
    private final FxUpdates updates = new FxUpdates();
    private final ExecutorService reader = Executors.newSingleThreadExecutor();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger made = new AtomicInteger();

    /** When the records passed whose messages came in this pulse. */
    private final List<Long> arrived = new ArrayList<>();

    private final List<Double> rows = new ArrayList<>();
    private final List<Double> pulses = new ArrayList<>();
    private TimelineModel timeline;
    private TlsServer server;
    private long pulseBegan;

    @Override
    public void start(Stage stage) throws Exception {
        Transcripts transcripts = new Transcripts(
                () -> connections.all().stream().map(Connection::capture).toList());
        timeline = new TimelineModel(connections, transcripts, updates, reader);
        RecordsView records = new RecordsView(
                new RecordsModel(timeline.events(), timeline.records()), timeline.messageProperty(), event -> {});
        SplitPane root = new SplitPane(new TimelineView(timeline).root(), records.root());
        Scene scene = new Scene(root, 1440, 900);
        new Appearance(new SettingsStore(Files.createTempDirectory("mtls-playground-bench"))).dress(scene);
        timeline.events().addListener((ListChangeListener<Event>) change -> {
            while (change.next()) {
                long began = timeline.connections()
                        .selectedProperty()
                        .get()
                        .connection()
                        .startNanos();
                change.getAddedSubList().forEach(event -> arrived.add(began + event.nanos()));
            }
        });
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                pulseBegan = System.nanoTime();
            }
        }.start();
        scene.addPostLayoutPulseListener(this::laidOut);
        stage.setScene(scene);
        stage.show();
        begin();
    }

    private void begin() throws Exception {
        server = TlsServer.start(Play.server("server", TlsVersion.TLS_1_3).build(), connections);
        TlsClient client = new TlsClient(connections);
        ClientSettings settings =
                Play.client("client").port(server.address().getPort()).build();
        clock.execute(() -> warmUp(client, settings));
    }

    /** One after the other, as fast as they go: a cold JVM is slower than they would come. */
    private void warmUp(TlsClient client, ClientSettings settings) {
        while (made.incrementAndGet() < WARM_UP) {
            client.connect(settings).outcome().join();
        }
        var unused = clock.scheduleAtFixedRate(
                () -> {
                    if (made.incrementAndGet() <= WARM_UP + MEASURED) {
                        client.connect(settings);
                    }
                },
                1_000_000,
                1_000_000 / PER_SECOND,
                TimeUnit.MICROSECONDS);
    }

    /** The end of a pulse, for our code: what comes after is the renderer's. */
    private void laidOut() {
        long now = System.nanoTime();
        if (made.get() > WARM_UP && made.get() <= WARM_UP + MEASURED) {
            pulses.add((now - pulseBegan) / NANOS_PER_MILLI);
            arrived.forEach(passed -> rows.add((now - passed) / NANOS_PER_MILLI));
        }
        arrived.clear();
        if (made.get() > WARM_UP + MEASURED && !clock.isShutdown()) {
            clock.shutdown();
            finish();
        }
    }

    private void finish() {
        System.out.printf(
                Locale.ROOT,
                "latency %.2f %.2f %.2f %.2f %d%n",
                part(rows, 0.5),
                part(rows, 0.99),
                part(pulses, 0.99),
                part(pulses, 1),
                rows.size());
        server.close();
        System.exit(0);
    }

    private static double part(List<Double> numbers, double share) {
        List<Double> sorted = numbers.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1, Math.round(share * sorted.size())));
    }
}
