package org.mtlsplayground.app;

import java.util.List;
import java.util.Locale;
import javafx.animation.PauseTransition;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Hint;
import org.mtlsplayground.ui.common.Icon;
import org.mtlsplayground.ui.common.IconButton;
import org.mtlsplayground.ui.common.Notice;

/**
 * News that belongs to no place in the window, at its lower edge: for a while, but what went wrong until it is closed. In the
 * window itself, not over it, so that it takes no key from what the user is doing.
 */
final class Notices {
    private static final Duration GOOD_NEWS = Duration.seconds(10);
    private static final Duration SHOWN = Duration.seconds(20);
    private static final int MOST = 3;

    private final Pane place;

    /** @param place where they are shown, one above the other */
    Notices(Pane place) {
        this.place = place;
    }

    /** Shows a sentence about the settings. */
    void showSetting(String sentence) {
        show(new Notice(Hint.Kind.WARN, Messages.get("app.notice"), sentence, List.of()));
    }

    /** Shows news. */
    void show(Notice notice) {
        Label title = new Label(notice.title());
        title.getStyleClass().add("pg-notice-title");
        Label text = new Label(notice.text());
        text.getStyleClass().add("pg-notice-text");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        VBox words = new VBox(title, text);
        words.getStyleClass().add("pg-notice-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox box = new HBox(icon(notice.kind()), words);
        box.getStyleClass().add("pg-notice");
        box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        box.setAccessibleRole(AccessibleRole.TEXT);
        box.setAccessibleText(notice.title() + ". " + notice.text());
        Runnable close = () -> place.getChildren().remove(box);
        if (!notice.actions().isEmpty()) {
            HBox buttons = new HBox();
            buttons.getStyleClass().add("pg-buttons");
            notice.actions().forEach(action -> buttons.getChildren().add(button(action, close)));
            words.getChildren().add(buttons);
        }
        IconButton closing = new IconButton(Feather.X, Messages.get("app.notice.close"));
        closing.setOnAction(event -> close.run());
        box.getChildren().add(closing);
        if (place.getChildren().size() == MOST) {
            place.getChildren().remove(0);
        }
        place.getChildren().add(box);
        if (notice.kind() != Hint.Kind.ERROR) {
            closeLater(box, notice.kind() == Hint.Kind.OK ? GOOD_NEWS : SHOWN, close);
        }
    }

    /** Not while the mouse is over it. */
    private static void closeLater(HBox box, Duration after, Runnable close) {
        PauseTransition shown = new PauseTransition(after);
        shown.setOnFinished(event -> close.run());
        box.hoverProperty().addListener((property, before, now) -> {
            if (now) {
                shown.stop();
            } else {
                shown.playFromStart();
            }
        });
        shown.play();
    }

    private static Button button(Notice.Action action, Runnable close) {
        Button button = new Button(action.words());
        button.setMnemonicParsing(false);
        button.getStyleClass().add("pg-small-button");
        button.setOnAction(event -> {
            close.run();
            action.does().run();
        });
        return button;
    }

    private static Icon icon(Hint.Kind kind) {
        Icon icon = new Icon(
                switch (kind) {
                    case INFO -> Feather.INFO;
                    case OK -> Feather.CHECK_CIRCLE;
                    case WARN -> Feather.ALERT_TRIANGLE;
                    case ERROR -> Feather.X_CIRCLE;
                });
        icon.getStyleClass().add("pg-notice-" + kind.name().toLowerCase(Locale.ROOT));
        return icon;
    }
}
