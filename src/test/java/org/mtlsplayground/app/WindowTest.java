package org.mtlsplayground.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.mtlsplayground.ui.common.HintLine;
import org.mtlsplayground.ui.common.SettingsFolder;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The whole program in a window, with settings of its own; clicked and typed into as a person would. */
abstract class WindowTest {
    static final Path SAMPLES = Path.of("sample-certs").toAbsolutePath();
    private static final int SECONDS = 15;
    private static final int LONG = 25;

    @TempDir
    Path folder;

    final FxRobot robot = new FxRobot();
    private final List<Throwable> uncaught = new CopyOnWriteArrayList<>();
    Stage stage;
    private PlaygroundApp app;

    @BeforeEach
    void open() throws Exception {
        System.setProperty(
                SettingsFolder.SETTINGS_PROPERTY, folder.resolve("settings").toString());
        System.setProperty(SettingsFolder.DATA_PROPERTY, folder.resolve("data").toString());
        Thread.setDefaultUncaughtExceptionHandler((thread, exception) -> uncaught.add(exception));
        prepare();
        start();
    }

    private void start() throws Exception {
        stage = FxToolkit.registerPrimaryStage();
        app = (PlaygroundApp) FxToolkit.setupApplication(this::program);
        await("the files are read", () -> !text("#client #chain .pg-hint").isEmpty());
    }

    /** Ends the program and starts it again, with the settings that it left behind. */
    void restart() throws Exception {
        FxToolkit.cleanupApplication(app);
        FxToolkit.cleanupStages();
        start();
    }

    /** The library of scenarios. */
    final void openLibrary() {
        await(
                "the library is at hand",
                () -> robot.from(scene().getRoot())
                        .lookup("#scenario")
                        .tryQuery()
                        .isPresent());
        robot.push(KeyCode.F9);
        await("the library", () -> node("#library").isVisible());
    }

    /** The program, not started yet. */
    PlaygroundApp program() {
        return new PlaygroundApp(Surroundings.real().unrehearsed());
    }

    /** What is to be done before the program starts. */
    void prepare() throws Exception {}

    @AfterEach
    void close() throws Exception {
        FxToolkit.cleanupApplication(app);
        FxToolkit.cleanupStages();
        System.clearProperty(SettingsFolder.SETTINGS_PROPERTY);
        System.clearProperty(SettingsFolder.DATA_PROPERTY);
        Thread.setDefaultUncaughtExceptionHandler(null);
        assertEquals(List.of(), uncaught, "Exceptions that nobody caught");
    }

    /** Waits for a condition, which is looked at on the FX thread. */
    static void await(String what, Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(
                    SECONDS, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(10_000, condition));
        } catch (TimeoutException e) {
            throw new AssertionError("Not within " + SECONDS + " s: " + what, e);
        }
    }

    Scene scene() {
        return stage.getScene();
    }

    /** The first node that a selector finds: {@code "#client #host"}. */
    Node node(String selector) {
        return robot.from(scene().getRoot()).lookup(selector).query();
    }

    /** The text of a label, a button or a field. */
    String text(String selector) {
        Node node = node(selector);
        if (node instanceof HintLine line) {
            return line.getText();
        }
        return node instanceof TextInputControl field ? field.getText() : ((Labeled) node).getText();
    }

    /** Replaces the text of a field by typing, or by pasting where it is long, and leaves the field. */
    void type(String selector, String text) {
        bringIntoSight(selector);
        robot.clickOn(node(selector));
        robot.push(KeyCode.CONTROL, KeyCode.A).push(KeyCode.DELETE);
        if (text.length() > LONG) {
            robot.interact(() -> ((TextInputControl) node(selector)).replaceSelection(text));
        } else {
            robot.write(text);
        }
        robot.push(KeyCode.TAB);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Scrolls to it, as a person would who sees a part of it or nothing. */
    private void bringIntoSight(String selector) {
        robot.interact(() -> {
            Node node = node(selector);
            Node above = node.getParent();
            while (above != null && !(above instanceof ScrollPane)) {
                above = above.getParent();
            }
            if (above instanceof ScrollPane pane) {
                Bounds content = pane.getContent().getLayoutBounds();
                Bounds bounds = pane.getContent().sceneToLocal(node.localToScene(node.getLayoutBounds()));
                double hidden = content.getHeight() - pane.getViewportBounds().getHeight();
                double top = pane.getVvalue() * hidden;
                boolean seen = bounds.getMinY() >= top
                        && bounds.getMaxY() <= top + pane.getViewportBounds().getHeight();
                if (hidden > 0 && !seen) {
                    double middle =
                            bounds.getCenterY() - pane.getViewportBounds().getHeight() / 2;
                    pane.setVvalue(Math.max(0, Math.min(1, middle / hidden)));
                    pane.layout();
                }
            }
        });
    }

    void click(String selector) {
        bringIntoSight(selector);
        robot.clickOn(node(selector));
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Starts the server at a free port, and points the client there. */
    void startServer() {
        type("#server #port", "0");
        click("#server #start");
        await("listening", () -> text("#server .pg-pill").startsWith("listening on 127.0.0.1:"));
        String pill = text("#server .pg-pill");
        type("#client #port", pill.substring(pill.lastIndexOf(':') + 1));
    }

    void resize(double width, double height) {
        robot.interact(() -> {
            stage.setMaximized(false);
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(width);
            stage.setHeight(height);
        });
        await("the window has its size", () -> scene().getWidth() == width && scene().getHeight() == height);
    }
}
