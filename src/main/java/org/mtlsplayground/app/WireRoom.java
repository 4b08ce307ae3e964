package org.mtlsplayground.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.mtlsplayground.capture.WireRule;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.peer.Outcome;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.transcript.Transcripts;
import org.mtlsplayground.ui.common.FxUpdates;
import org.mtlsplayground.ui.common.Icon;
import org.mtlsplayground.ui.common.IconButton;
import org.mtlsplayground.ui.common.LazyTip;
import org.mtlsplayground.ui.common.PopOvers;
import org.mtlsplayground.ui.common.Segments;
import org.mtlsplayground.ui.timeline.ConnectionItem;
import org.mtlsplayground.ui.timeline.TimelineModel;
import org.mtlsplayground.ui.timeline.TimelineRow;
import org.mtlsplayground.ui.wire.StepBar;
import org.mtlsplayground.ui.wire.WireModel;
import org.mtlsplayground.ui.wire.WirePane;

/** Joins the wire to the window: the one way in which a connection gets its interceptor. For use on the FX thread. */
final class WireRoom {
    private static final long LONG_NANOS = 1_000_000_000;

    /** Below this width of the window there is room for one button alone. */
    private static final double NARROW = 1180;

    private final WireModel model;

    WireRoom(Connections connections, Transcripts transcripts, FxUpdates updates) {
        model = new WireModel(updates, transcripts::opener);
        connections.interceptWith(model::interceptor);
    }

    WireModel model() {
        return model;
    }

    /** What a scenario does to the bytes of the connections that come. */
    void disturb(List<WireRule> rules) {
        model.ofScenario(rules);
    }

    /** Puts its parts into the window. */
    void furnish(MainWindow window, TimelineModel timeline, Consumer<Node> aboveTimeline) {
        Scene scene = window.root().getScene();
        window.tools().getChildren().add(mode(window));
        StepBar bar = new StepBar(model);
        bar.setOnUsual(() -> window.tools().lookup("#wire").requestFocus());
        aboveTimeline.accept(bar.root());
        timeline.connections().selectedProperty().addListener((property, before, now) -> look(now));
        bar.nameProperty()
                .bind(Bindings.createStringBinding(
                        () -> name(
                                timeline.aheadProperty().get(),
                                model.waitingProperty().get()),
                        timeline.aheadProperty(),
                        model.waitingProperty()));
        bar.noteProperty()
                .bind(Bindings.createStringBinding(
                        () -> impatience(timeline.readingProperty().get().connection()), timeline.readingProperty()));
        scene.getAccelerators()
                .put(
                        new KeyCodeCombination(KeyCode.F4),
                        () -> model.steppingProperty()
                                .set(!model.steppingProperty().get()));
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            boolean bare = !event.isShiftDown() && !event.isShortcutDown() && !event.isAltDown();
            if (event.getCode() == KeyCode.SPACE && bare && isFree(scene.getFocusOwner()) && model.next()) {
                event.consume();
            }
        });
    }

    /** Whether a stranger has left while something was held: a stranger's clock does not stand still. */
    private static String impatience(Connection connection) {
        if (connection == null || connection.capture().heldNanos() < LONG_NANOS) {
            return "";
        }
        Side ours = connection.isOurs(Side.CLIENT) ? Side.CLIENT : Side.SERVER;
        boolean stranger = !connection.isOurs(Side.CLIENT) || !connection.isOurs(Side.SERVER);
        boolean lost = connection.outcome(ours).orElse(null) instanceof Outcome.Failure failure
                && failure.reason() == Outcome.Reason.NETWORK;
        return stranger && lost
                ? Messages.get(
                        ours == Side.SERVER ? "wire.impatient.client" : "wire.impatient.server",
                        connection.capture().heldNanos() / LONG_NANOS)
                : "";
    }

    /** The messages that wait in one record; empty if they are not known. */
    private static String name(List<TimelineRow.Arrow> ahead, WireModel.Waiting waiting) {
        return ahead.stream()
                .filter(arrow -> waiting != null
                        && arrow.underway().unit().equals(waiting.held().unit()))
                .map(arrow -> arrow.text().name())
                .collect(Collectors.joining(", "));
    }

    private void look(ConnectionItem item) {
        model.look(item == null ? null : item.connection());
    }

    /** Whether the key means nothing else there: it is typed in fields, and it presses buttons of the wire. */
    private static boolean isFree(Node focused) {
        if (focused instanceof TextInputControl) {
            return false;
        }
        if (focused != null && "step-next".equals(focused.getId())) {
            return true;
        }
        for (Node node = focused; node != null; node = node.getParent()) {
            if (node.getStyleClass().contains("pg-step-bar")
                    || node.getStyleClass().contains("pg-alter-bar")) {
                return false;
            }
        }
        return true;
    }

    private HBox mode(MainWindow window) {
        ToggleButton live = segment("wire.live", Feather.PLAY, "left-pill");
        ToggleButton step = segment("wire.step", Feather.PAUSE, "right-pill");
        step.setId("step");
        ObjectProperty<Boolean> stepping = new SimpleObjectProperty<>(false);
        Map<ToggleButton, Boolean> buttons = new LinkedHashMap<>();
        buttons.put(live, false);
        buttons.put(step, true);
        Segments.bind(buttons, stepping);
        stepping.addListener((property, before, now) -> model.steppingProperty().set(now));
        model.steppingProperty().addListener((property, before, now) -> stepping.set(now));
        Button settings = new Button(null, new Icon(Feather.SLIDERS));
        settings.setId("wire");
        IconButton.name(settings, Messages.get("wire.open"));
        settings.setOnAction(event -> PopOvers.show(settings, new WirePane(model).root()));
        HBox both = new HBox(live, step, settings);
        Region region = (Region) window.root();
        region.widthProperty().addListener((property, before, now) -> narrow(live, now.doubleValue()));
        narrow(live, region.getWidth());
        // Where it stands alone, it is switched off by another click.
        step.setOnAction(event -> stepping.set(live.isVisible() || !stepping.get()));
        step.addEventHandler(ActionEvent.ACTION, event -> step.setSelected(stepping.get()));
        both.getStyleClass().addAll("pg-segments", "pg-wire-mode");
        both.getStylesheets().add(StepBar.styleSheet());
        both.setMinWidth(Region.USE_PREF_SIZE);
        return both;
    }

    private static void narrow(ToggleButton live, double width) {
        live.setVisible(width >= NARROW);
        live.setManaged(live.isVisible());
    }

    private static ToggleButton segment(String key, Feather icon, String place) {
        ToggleButton button = new ToggleButton(Messages.get(key), new Icon(icon));
        button.getStyleClass().addAll("pg-segment", place);
        button.setMnemonicParsing(false);
        button.setMinWidth(Region.USE_PREF_SIZE);
        LazyTip.on(button).set(Messages.get(key + ".tip"));
        return button;
    }
}
