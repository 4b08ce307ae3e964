package org.mtlsplayground.app;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.stage.Window;

/** Starts the program as its user does, waits until the timeline shows a whole handshake, and tells whose it is. */
final class OpenedByLauncher {
    private static final long PATIENCE_SECONDS = 45;

    private OpenedByLauncher() {}

    /** The entry point of a JVM of its own, with the program's arguments. Prints one line and ends it. */
    public static void main(String[] args) throws Exception {
        Thread program = new Thread(() -> Launcher.main(args), "program");
        program.setDaemon(true);
        program.start();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        Optional<String> shown = Optional.empty();
        while (shown.isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            shown = onFxThread();
        }
        System.out.println("in the window: " + shown.orElse("nothing"));
        System.exit(shown.isPresent() ? 0 : 1);
    }

    private static Optional<String> onFxThread() throws InterruptedException, ExecutionException {
        FutureTask<Optional<String>> look = new FutureTask<>(OpenedByLauncher::look);
        try {
            Platform.runLater(look);
        } catch (IllegalStateException e) {
            return Optional.empty(); // JavaFX has not started yet.
        }
        return look.get();
    }

    private static Optional<String> look() {
        for (Window window : List.copyOf(Window.getWindows())) {
            boolean whole = window.getScene().getRoot().lookup(".pg-rows-list") instanceof ListView<?> rows
                    && rows.getItems().stream().anyMatch(row -> row.toString().contains("CertificateVerify"));
            if (whole) {
                return window.getScene().getRoot().lookupAll(".pg-chip").stream()
                        .filter(Labeled.class::isInstance)
                        .map(chip -> ((Labeled) chip).getText())
                        // A cell of the list that fills its width has none.
                        .filter(Objects::nonNull)
                        .findFirst();
            }
        }
        return Optional.empty();
    }
}
