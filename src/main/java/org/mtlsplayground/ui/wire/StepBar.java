package org.mtlsplayground.ui.wire;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.capture.Gate;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.text.Sizes;
import org.mtlsplayground.ui.common.FoldingBar;
import org.mtlsplayground.ui.common.Icon;
import org.mtlsplayground.ui.common.LazyTip;

/** The bar above the timeline while stepping: what waits, the button that lets it pass, and how it goes on. */
public final class StepBar {
    private static final PseudoClass WAITING = PseudoClass.getPseudoClass("waiting");

    private static final double IDLE = 0.5;
    private static final double NARROW_EM = 34;

    private final WireModel model;
    private final Icon icon = new Icon(Feather.PAUSE_CIRCLE);
    private final Label words = new Label();
    private final Button next = new Button(Messages.get("wire.next"));
    private final Button forget = new Button(Messages.get("wire.forgetful"));
    private final MenuButton how = new MenuButton();
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty note = new SimpleStringProperty("");
    private Runnable onUsual = () -> {};
    private final PauseTransition pause = new PauseTransition();
    private final FoldingBar root = new FoldingBar(NARROW_EM, words, List.of(icon, words), List.of(next, how, forget));

    /** Hidden until the model steps. */
    public StepBar(WireModel model) {
        this.model = model;
        root.setId("step-bar");
        root.getStyleClass().add("pg-step-bar");
        root.getStylesheets().add(styleSheet());
        words.setMinWidth(0);
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        words.getStyleClass().add("pg-step-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        next.setId("step-next");
        next.getStyleClass().addAll("accent", "pg-primary");
        next.setMinWidth(Region.USE_PREF_SIZE);
        next.setMnemonicParsing(false);
        LazyTip.on(next).set(Messages.get("wire.next.tip"));
        next.setOnAction(event -> model.next());
        how.setId("step-how");
        root.narrowProperty().addListener((property, before, now) -> update());
        how.getStyleClass().add("pg-tool-menu");
        how.getItems().setAll(menu());
        forget.setId("wire-usual");
        forget.setMinWidth(Region.USE_PREF_SIZE);
        forget.setMnemonicParsing(false);
        forget.setOnAction(event -> forget());
        for (Direction direction : Direction.values()) {
            model.paceProperty(direction).addListener((property, before, now) -> update());
        }
        model.rules().addListener((InvalidationListener) changed -> update());
        pause.setOnFinished(event -> model.next());
        model.steppingProperty().addListener((property, before, now) -> update());
        model.waitingProperty().addListener((property, before, now) -> {
            update();
            play();
            if (before == null && now != null) {
                // So that the space bar lets it pass wherever it was typed before.
                next.requestFocus();
            }
        });
        model.autoPlayProperty().addListener((property, before, now) -> play());
        model.grainProperty().addListener((property, before, now) -> update());
        model.edits().addListener((InvalidationListener) changed -> update());
        name.addListener((property, before, now) -> update());
        note.addListener((property, before, now) -> update());
        update();
    }

    /** The styles of this room. */
    public static String styleSheet() {
        return StepBar.class.getResource("wire.css").toExternalForm();
    }

    /** What happens when the wire is as usual again by its own button, which is not there any more then: the focus has to go on. */
    public void setOnUsual(Runnable next) {
        onUsual = next;
    }

    /** All of it. */
    public Node root() {
        return root;
    }

    /** What waits in the connection that is looked at, by name; empty if that is not known. */
    public StringProperty nameProperty() {
        return name;
    }

    /** What is to be said of the connection that is looked at, while nothing waits; empty for nothing. */
    public StringProperty noteProperty() {
        return note;
    }

    private MenuItem[] menu() {
        Map<RadioMenuItem, Gate.Grain> grains = new LinkedHashMap<>();
        ToggleGroup grain = new ToggleGroup();
        for (Gate.Grain one : Gate.Grain.values()) {
            RadioMenuItem item = new RadioMenuItem(Messages.get("wire.grain." + one));
            item.setToggleGroup(grain);
            item.setSelected(one == model.grainProperty().get());
            item.setOnAction(event -> model.grainProperty().set(one));
            grains.put(item, one);
        }
        model.grainProperty()
                .addListener((property, before, now) -> grains.forEach((item, one) -> item.setSelected(one == now)));
        Map<AutoPlay, RadioMenuItem> autos = new EnumMap<>(AutoPlay.class);
        ToggleGroup auto = new ToggleGroup();
        for (AutoPlay one : AutoPlay.values()) {
            RadioMenuItem item = new RadioMenuItem(Messages.get("wire.auto." + one));
            item.setToggleGroup(auto);
            item.setSelected(one == model.autoPlayProperty().get());
            item.setOnAction(event -> model.autoPlayProperty().set(one));
            autos.put(one, item);
        }
        model.autoPlayProperty()
                .addListener((property, before, now) -> autos.get(now).setSelected(true));
        MenuItem[] all = new MenuItem[grains.size() + 1 + autos.size()];
        int at = 0;
        for (RadioMenuItem item : grains.keySet()) {
            all[at++] = item;
        }
        all[at++] = new SeparatorMenuItem();
        for (RadioMenuItem item : autos.values()) {
            all[at++] = item;
        }
        return all;
    }

    private void update() {
        boolean stepping = model.steppingProperty().get();
        WireModel.Waiting waiting = model.waitingProperty().get();
        String others = others();
        root.setVisible(stepping || waiting != null || !others.isEmpty());
        root.setManaged(root.isVisible());
        // Never disabled: that would send the focus elsewhere between two messages.
        next.setText(Messages.get(model.edits().isEmpty() ? "wire.next" : "alter.pass"));
        next.setOpacity(waiting == null ? IDLE : 1);
        how.setText(Messages.get("wire.grain." + model.grainProperty().get()));
        root.pseudoClassStateChanged(WAITING, waiting != null);
        boolean steps = stepping || waiting != null;
        for (Node node : List.of(next, how)) {
            node.setVisible(steps);
            node.setManaged(steps);
        }
        forget.setVisible(!steps);
        forget.setManaged(!steps);
        how.setMinWidth(root.narrowProperty().get() ? 0 : Region.USE_PREF_SIZE);
        // Where there is little room, the button alone says that nothing waits.
        boolean silent = root.narrowProperty().get()
                && stepping
                && waiting == null
                && others.isEmpty()
                && note.get().isEmpty();
        for (Node node : List.of(icon, words)) {
            node.setVisible(!silent);
            node.setManaged(!silent);
        }
        icon.setFeather(steps ? Feather.PAUSE_CIRCLE : Feather.SLIDERS);
        words.setText(waiting != null ? words(waiting) : idle(steps, others));
    }

    private String idle(boolean steps, String others) {
        if (steps && !note.get().isEmpty()) {
            return note.get();
        }
        return steps && others.isEmpty() ? Messages.get("wire.nothing") : others;
    }

    /** What else is not as usual on the wire. */
    private String others() {
        List<String> all = new ArrayList<>();
        Pace toServer = model.paceProperty(Direction.CLIENT_TO_SERVER).get();
        Pace toClient = model.paceProperty(Direction.SERVER_TO_CLIENT).get();
        if (toServer != Pace.INSTANT || toClient != Pace.INSTANT) {
            all.add(
                    toServer == toClient
                            ? Messages.get("wire.pace." + toServer)
                            : Messages.get(
                                    "wire.slow",
                                    Messages.get("wire.pace." + toServer),
                                    Messages.get("wire.pace." + toClient)));
        }
        if (!model.rules().isEmpty()) {
            all.add(Messages.get(
                    "wire.ruled", model.rules().stream().map(OwnRule::words).collect(Collectors.joining("; "))));
        }
        return String.join(". ", all);
    }

    private void forget() {
        model.rules().clear();
        for (Direction direction : Direction.values()) {
            model.paceProperty(direction).set(Pace.INSTANT);
        }
        onUsual.run();
    }

    private String words(WireModel.Waiting waiting) {
        boolean ofClient = waiting.held().unit().direction() == Direction.CLIENT_TO_SERVER;
        String what = name.get().isEmpty()
                ? Messages.get("wire.record", Sizes.words(waiting.held().unit().bytes().length))
                : name.get();
        return Messages.get(
                ofClient ? "wire.waits.client" : "wire.waits.server",
                what,
                waiting.connection().number());
    }

    private void play() {
        pause.stop();
        AutoPlay auto = model.autoPlayProperty().get();
        if (auto != AutoPlay.OFF && model.waitingProperty().get() != null) {
            pause.setDuration(Duration.millis((double) auto.pause().toMillis()));
            pause.playFromStart();
        }
    }
}
