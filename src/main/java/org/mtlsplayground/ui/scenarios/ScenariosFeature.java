package org.mtlsplayground.ui.scenarios;

import java.nio.file.Path;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.scenario.Catalogue;
import org.mtlsplayground.scenario.Scenario;
import org.mtlsplayground.ui.common.Background;
import org.mtlsplayground.ui.common.FxUpdates;
import org.mtlsplayground.ui.common.SettingsStore;

/** The library of scenarios: its box in the toolbar, and what opens below it. For use on the FX thread. */
public final class ScenariosFeature implements AutoCloseable {
    private static final double MARGIN = 8;

    private final Desk desk;
    private final Folders folders;
    private final Player player;
    private final Library library;
    private ScenarioBox box;
    private ScenarioBar bar;
    private StackPane place;
    private LibraryView view;
    private Consumer<String> onExplain = text -> {};
    private Scene watched;
    private final EventHandler<MouseEvent> outside = this::pressed;

    /** @param place the folder below which the certificates of scenarios are written */
    public ScenariosFeature(
            Connections connections,
            Desk desk,
            Background background,
            FxUpdates updates,
            SettingsStore store,
            Path place) {
        this.desk = desk;
        folders = new Folders(place);
        Verdicts verdicts = new Verdicts(connections, background, updates);
        player = new Player(desk, background, verdicts, folders);
        library = new Library(Catalogue.all(), player, verdicts, desk, new Score(store), new Random());
        background.run(
                "look-for-folders",
                folders::left,
                left -> left.stream().filter(desk::refersTo).forEach(folders::adopt),
                failure -> {});
    }

    static String styleSheet() {
        return ScenariosFeature.class.getResource("scenarios.css").toExternalForm();
    }

    /**
     * Puts its parts where they belong.
     *
     * @param toolbar for the box
     * @param bars below the toolbar, for how it goes
     * @param below what lies below the toolbar; the library opens over it
     */
    public void furnish(HBox toolbar, Pane bars, StackPane below) {
        place = below;
        box = new ScenarioBox(player, this::toggle);
        toolbar.getChildren().add(box);
        bar = new ScenarioBar(library, this::show);
        bars.getChildren().add(bar);
    }

    /** Given both connections when a scenario was run with TLS 1.2, then with TLS 1.3. */
    public void setOnBoth(BiConsumer<Connection, Connection> action) {
        library.setOnBoth(action);
    }

    /** Explains an error text that the user has in place of a scenario; empty if it is still to be typed. */
    public void setOnExplain(Consumer<String> action) {
        onExplain = action;
    }

    /** Fills the cards with a scenario and plays it, without opening the library. */
    public void play(Scenario scenario) {
        library.play(scenario);
    }

    /** Opens the library, or closes it where it is open. */
    public void toggle() {
        if (isShowing()) {
            hide();
        } else {
            show();
        }
    }

    /** Whether the library is open. */
    private boolean isShowing() {
        return view != null && view.root().isVisible();
    }

    private void show() {
        if (view == null) {
            build();
        }
        bar.setLibraryOpen(true);
        place();
        view.root().setVisible(true);
        view.root().toFront();
        view.focus();
        watched = place.getScene();
        watched.addEventFilter(MouseEvent.MOUSE_PRESSED, outside);
    }

    private void build() {
        view = new LibraryView(library, this::hide, text -> onExplain.accept(text));
        Region root = (Region) view.root();
        StackPane.setAlignment(root, Pos.TOP_LEFT);
        place.getChildren().add(root);
        ChangeListener<Object> moved = (property, before, now) -> place();
        place.widthProperty().addListener(moved);
        place.heightProperty().addListener(moved);
        // It is as wide as its style says for the size of text.
        root.prefWidthProperty().addListener(moved);
        root.prefHeightProperty().addListener(moved);
        box.button().localToSceneTransformProperty().addListener(moved);
    }

    /** Below its box, but wholly within the window. */
    private void place() {
        Region root = (Region) view.root();
        // What lies below may be wider than the window, where text is large.
        double room = Math.min(place.getWidth(), place.getScene().getWidth());
        double width = Math.min(root.getPrefWidth(), room - 2 * MARGIN);
        root.setMaxSize(width, Math.min(root.getPrefHeight(), place.getHeight() - MARGIN));
        Bounds button =
                place.sceneToLocal(box.button().localToScene(box.button().getLayoutBounds()));
        double most = room - MARGIN - width;
        root.setTranslateX(Math.max(MARGIN, Math.min(button.getMinX(), most)));
    }

    private void hide() {
        if (isShowing()) {
            view.root().setVisible(false);
            bar.setLibraryOpen(false);
            watched.removeEventFilter(MouseEvent.MOUSE_PRESSED, outside);
            box.button().requestFocus();
        }
    }

    private void pressed(MouseEvent event) {
        boolean ours = event.getTarget() instanceof Node node && (isIn(node, view.root()) || isIn(node, box));
        if (!ours) {
            hide();
        }
    }

    private static boolean isIn(Node node, Parent whole) {
        return node != null && (node.equals(whole) || isIn(node.getParent(), whole));
    }

    /**
     * Deletes the certificates of scenarios, and puts back what the cards held before where they refer to them. Blocks.
     */
    @Override
    public void close() {
        player.close();
        folders.deleteAll(desk::refersTo);
    }
}
