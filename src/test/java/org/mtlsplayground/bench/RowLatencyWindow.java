package org.mtlsplayground.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
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
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
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
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Connections connections = new Connections();
    private final FxUpdates updates = new FxUpdates(batch -> Platform.runLater(() -> held(batch)));
    private final ExecutorService reader = Executors.newSingleThreadExecutor();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger made = new AtomicInteger();

    /** When the records passed whose messages came in this pulse. */
    private final List<Long> arrived = new ArrayList<>();

    private final List<Double> rows = new ArrayList<>();
    private final List<Double> pulses = new ArrayList<>();

    /** The same in processor time: two processors do the handshakes as well, and whose turn it is is not up to us. */
    private final List<Double> work = new ArrayList<>();

    private TimelineModel timeline;
    private TlsServer server;
    private long pulseBegan;
    private long pulseWorked;
    private long heldBefore;
    private long workedBefore;
    private boolean inPulse;

    @Override
    public void start(Stage stage) throws Exception {
        Transcripts transcripts = new Transcripts(
                () -> connections.all().stream().map(Connection::capture).toList());
        timeline = new TimelineModel(connections, transcripts, updates, reader);
        RecordsView records = new RecordsView(
                new RecordsModel(timeline.events(), timeline.records()), timeline.messageProperty(), event -> {});
        SplitPane root = new SplitPane(new TimelineView(timeline).root(), records.root());
        // As in the window: the messages above, the inspector below.
        root.setOrientation(Orientation.VERTICAL);
        root.setDividerPositions(0.65);
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
                pulseWorked = THREADS.getCurrentThreadCpuTime();
                inPulse = true;
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

    /** News that is handed over between two pulses holds the FX thread as well, and so the next pulse. */
    private void held(Runnable batch) {
        long began = System.nanoTime();
        long worked = THREADS.getCurrentThreadCpuTime();
        batch.run();
        heldBefore += inPulse ? 0 : System.nanoTime() - began;
        workedBefore += inPulse ? 0 : THREADS.getCurrentThreadCpuTime() - worked;
    }

    /** The end of a pulse, for our code: what comes after is the renderer's. */
    private void laidOut() {
        long now = System.nanoTime();
        if (made.get() > WARM_UP && made.get() <= WARM_UP + MEASURED) {
            pulses.add((now - pulseBegan + heldBefore) / NANOS_PER_MILLI);
            long worked = THREADS.getCurrentThreadCpuTime() - pulseWorked + workedBefore;
            work.add(worked / NANOS_PER_MILLI);
            arrived.forEach(passed -> rows.add((now - passed) / NANOS_PER_MILLI));
        }
        arrived.clear();
        heldBefore = 0;
        workedBefore = 0;
        inPulse = false;
        if (made.get() > WARM_UP + MEASURED && !clock.isShutdown()) {
            clock.shutdown();
            finish();
        }
    }

    private void finish() {
        System.out.printf(
                Locale.ROOT,
                "latency %.2f %.2f %.2f %.2f %.2f %d%n",
                part(rows, 0.5),
                part(rows, 0.99),
                part(pulses, 0.99),
                part(pulses, 1),
                part(work, 1),
                rows.size());
        server.close();
        System.exit(0);
    }

    private static double part(List<Double> numbers, double share) {
        List<Double> sorted = numbers.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1, Math.round(share * sorted.size())));
    }
}
