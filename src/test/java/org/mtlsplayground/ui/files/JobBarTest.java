package org.mtlsplayground.ui.files;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.ui.common.FxUpdates;
import org.mtlsplayground.ui.common.Screenshots;
import org.mtlsplayground.ui.common.Theme;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Work that takes longer than a moment is shown, and can be called off. */
class JobBarTest {
    private final ExecutorService worker = Executors.newSingleThreadExecutor();
    private final FxUpdates updates = new FxUpdates();
    private final Jobs jobs = new Jobs(worker, updates);
    private final FxRobot robot = new FxRobot();
    private final List<String> told = new ArrayList<>();
    private JobBar bar;
    private Scene scene;

    @BeforeEach
    void open() throws Exception {
        Stage stage = FxToolkit.registerPrimaryStage();
        robot.interact(() -> {
            bar = new JobBar(jobs);
            scene = new Scene(new DropArea(new Region(), bar, files -> {}), 700, 200);
            Theme.DARK.apply(scene);
            stage.setScene(scene);
            stage.show();
        });
    }

    @AfterEach
    void close() throws Exception {
        worker.shutdownNow();
        FxToolkit.cleanupStages();
    }

    @Test
    void shownAfterAMomentAndCalledOff() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        robot.interact(() -> {
            jobs.run(
                    "Writing “session.pcapng” …",
                    progress -> {
                        progress.at(3, 10);
                        begun.countDown();
                        while (progress.at(3, 10)) {
                            Thread.onSpinWait();
                        }
                        throw new CancellationException();
                    },
                    result -> told.add("done"),
                    problem -> told.add("failed"));
            jobs.run("Reading …", progress -> "", result -> told.add("done"), problem -> told.add("failed"));
            assertFalse(bar.isVisible(), "not at once");
        });
        assertTrue(begun.await(10, TimeUnit.SECONDS));
        await(() -> bar.isVisible());
        await(() -> robot.from(bar).lookup(".progress-bar").<ProgressBar>query().getProgress() == 0.3);
        assertTrue(robot.from(bar)
                .lookup("Writing “session.pcapng” … and 1 more")
                .tryQuery()
                .isPresent());
        Screenshots.take(scene, "files-job-dark");
        robot.clickOn(robot.from(bar)
                .lookup((Node node) ->
                        node instanceof Labeled label && label.getText().equals("Cancel"))
                .queryLabeled());
        await(() -> !bar.isVisible() && jobs.all().isEmpty());
        assertTrue(told.isEmpty(), "both were cancelled: " + told);
    }

    @Test
    void whatIsQuickIsNotShown() {
        List<Boolean> shown = new ArrayList<>();
        robot.interact(() -> {
            bar.visibleProperty().addListener((property, before, now) -> shown.add(now));
            jobs.run("Quick", progress -> "", result -> told.add("done"), problem -> told.add("failed"));
        });
        await(() -> told.equals(List.of("done")) && jobs.all().isEmpty());
        assertTrue(shown.isEmpty());
    }

    private static void await(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(15, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(10_000, condition));
        } catch (TimeoutException e) {
            throw new AssertionError("not within 15 s", e);
        }
    }
}
