package org.mtlsplayground.ui.timeline;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.FoldingBar;
import org.mtlsplayground.ui.common.Icon;
import org.mtlsplayground.ui.common.IconButton;
import org.mtlsplayground.ui.common.LazyTip;

/** Plays, steps, slides: the bar above the timeline while a connection is played again. */
final class ReplayBar {
    private static final double NARROW_EM = 34;

    private final Replay replay;
    private final FoldingBar root;
    private final Slider slider = new Slider();
    private final Label where = new Label();
    private final IconButton back = new IconButton(Feather.SKIP_BACK, Messages.get("replay.back"));
    private final IconButton play = new IconButton(Feather.PLAY, Messages.get("replay.play"));
    private final IconButton next = new IconButton(Feather.SKIP_FORWARD, Messages.get("replay.next"));

    ReplayBar(Replay replay) {
        this.replay = replay;
        back.setOnAction(event -> step(-1));
        play.setOnAction(event -> toggle());
        next.setOnAction(event -> step(1));
        slider.setMin(0);
        slider.setBlockIncrement(1);
        slider.setMajorTickUnit(1);
        slider.setMinorTickCount(0);
        slider.setSnapToTicks(true);
        slider.setMinWidth(0);
        slider.setAccessibleText(Messages.get("replay.slider"));
        HBox.setHgrow(slider, Priority.ALWAYS);
        slider.valueProperty().addListener((property, before, now) -> {
            int wanted = (int) Math.round(now.doubleValue());
            if (wanted != replay.positionProperty().get()) {
                replay.pause();
                replay.to(wanted);
            }
        });
        where.setMinWidth(0);
        where.getStyleClass().add("pg-replay-where");
        IconButton close = new IconButton(Feather.X, Messages.get("replay.end"));
        close.setOnAction(event -> replay.end());
        root = new FoldingBar(NARROW_EM, where, List.of(back, play, next, slider), List.of(where, pace(), close));
        root.setId("replay-bar");
        root.getStyleClass().add("pg-replay-bar");
        InvalidationListener changed = property -> update();
        replay.activeProperty().addListener(changed);
        replay.playingProperty().addListener(changed);
        replay.positionProperty().addListener(changed);
        replay.lengthProperty().addListener(changed);
        update();
    }

    private ComboBox<Pace> pace() {
        ComboBox<Pace> pace = new ComboBox<>();
        pace.getItems().setAll(Pace.values());
        pace.setConverter(new StringConverter<>() {
            @Override
            public String toString(Pace one) {
                return one == null ? "" : Messages.get("replay.pace." + one);
            }

            @Override
            public Pace fromString(String text) {
                return null;
            }
        });
        pace.valueProperty().bindBidirectional(replay.paceProperty());
        pace.setMinWidth(Region.USE_PREF_SIZE);
        pace.setAccessibleText(Messages.get("replay.pace"));
        LazyTip.on(pace).set(Messages.get("replay.pace"));
        return pace;
    }

    /** All of it. */
    Region root() {
        return root;
    }

    /** The button that begins a replay, or ends it. */
    Button button() {
        Button button = new Button(null, new Icon(Feather.PLAY_CIRCLE));
        button.setId("replay");
        button.getStyleClass().add("pg-icon-button");
        IconButton.name(button, Messages.get("replay.begin"));
        button.setOnAction(event -> {
            if (replay.activeProperty().get()) {
                replay.end();
            } else {
                replay.begin();
                play.requestFocus();
            }
        });
        return button;
    }

    /** Space plays and rests, the arrows step, Escape ends it. Whether the key was one of these. */
    boolean pressed(KeyEvent event) {
        if (event.isShiftDown() || event.isShortcutDown() || event.isAltDown()) {
            return false;
        }
        switch (event.getCode()) {
            case SPACE -> toggle();
            case LEFT -> step(-1);
            case RIGHT -> step(1);
            case ESCAPE -> replay.end();
            default -> {
                return false;
            }
        }
        return true;
    }

    /** One message on, or back, at rest. */
    private void step(int by) {
        replay.pause();
        replay.to(replay.positionProperty().get() + by);
    }

    /** Plays, or rests. */
    private void toggle() {
        if (replay.playingProperty().get()) {
            replay.pause();
        } else {
            replay.play();
        }
    }

    private void update() {
        boolean active = replay.activeProperty().get();
        root.setVisible(active);
        root.setManaged(active);
        boolean playing = replay.playingProperty().get();
        play.setGraphic(new Icon(playing ? Feather.PAUSE : Feather.PLAY));
        play.setWords(Messages.get(playing ? "replay.pause" : "replay.play"));
        int position = replay.positionProperty().get();
        int length = replay.lengthProperty().get();
        back.setDisable(position == 0);
        next.setDisable(position == length);
        slider.setMax(Math.max(1, length));
        slider.setValue(position);
        where.setText(active ? Messages.get("replay.where", position, length, Amount.since(replay.nanos())) : "");
    }
}
