package org.mtlsplayground.ui.files;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import org.mtlsplayground.ui.common.FxUpdates;
import org.mtlsplayground.ui.common.SavePicker;
import org.mtlsplayground.ui.common.SettingsStore;

/**
 * Connections into files and out of them: the buttons for the toolbar, and a frame for the centre that takes dropped files.
 * For use on the FX thread.
 */
public final class FilesFeature implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 1000;

    private final ExecutorService worker = worker("files", Thread.NORM_PRIORITY);
    private final ExecutorService secretsWorker = worker("secrets", Thread.MIN_PRIORITY);
    private final Jobs jobs;
    private final Openings openings;
    private final Limits limits;
    private final Optional<SecretsSwitch> secrets;
    private final OpenButton open;
    private final ExportButton export;

    /**
     * How files are picked.
     *
     * @param captures those with connections
     * @param keyLogs those with secrets alone
     * @param reports pages and pictures
     */
    public record Pickers(SavePicker captures, SavePicker keyLogs, SavePicker reports) {}

    /** @param environment the variables among which is looked for {@code SSLKEYLOGFILE} */
    public FilesFeature(
            Traffic traffic,
            Desk desk,
            FxUpdates updates,
            SettingsStore store,
            Pickers pickers,
            Map<String, String> environment) {
        jobs = new Jobs(worker, updates);
        limits = new Limits(traffic.connections(), store, Runtime.getRuntime().maxMemory());
        secrets = SecretsSwitch.of(environment, traffic, desk, updates, secretsWorker, store);
        openings = new Openings(traffic, jobs, desk, updates, this::pickKeyLog);
        open = new OpenButton(openings, pickers);
        export = new ExportButton(
                new Exports(traffic, jobs, desk, store),
                desk,
                pickers,
                Bindings.createBooleanBinding(() -> traffic.selected().getValue() == null, traffic.selected()),
                secrets);
    }

    static String styleSheet() {
        return FilesFeature.class.getResource("files.css").toExternalForm();
    }

    /** What comes after it was closed is passed over: the program ends. Nothing relies on the priority, it only yields. */
    @SuppressWarnings("ThreadPriorityCheck")
    private static ExecutorService worker(String name, int priority) {
        return new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                work -> {
                    Thread thread = new Thread(work, name);
                    thread.setDaemon(true);
                    thread.setPriority(priority);
                    return thread;
                },
                new ThreadPoolExecutor.DiscardPolicy());
    }

    private void pickKeyLog() {
        open.pickKeyLog();
    }

    /**
     * Puts the buttons where they belong, and tells there and in the log what happens to secrets from now on.
     *
     * @param toolbar for opening and saving
     * @param chips beside the connections, for what is kept of them
     */
    public void furnish(HBox toolbar, HBox chips) {
        toolbar.getStylesheets().add(styleSheet());
        toolbar.getChildren().addAll(open, export);
        chips.getStylesheets().add(styleSheet());
        chips.getChildren().add(new KeptButton(limits));
        secrets.ifPresent(on -> {
            toolbar.getChildren().add(new SecretsSign(on));
            on.begin();
        });
    }

    /** The centre of the window in a frame that takes dropped files and shows work with files that takes long. */
    public Parent around(Node centre) {
        return new DropArea(centre, new JobBar(jobs), openings::open);
    }

    /** Reads files, whatever they are, in the background. */
    public void open(List<Path> files) {
        openings.open(files);
    }

    /** Stops work with files. Secrets that are still to be appended are given a second. */
    @Override
    public void close() {
        worker.shutdownNow();
        secretsWorker.shutdown();
        try {
            if (!secretsWorker.awaitTermination(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                secretsWorker.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
