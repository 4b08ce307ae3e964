package org.mtlsplayground.app;

import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.feather.Feather;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Icon;
import org.mtlsplayground.ui.common.LazyTip;
import org.mtlsplayground.ui.timeline.MiddleView;
import org.mtlsplayground.ui.timeline.TimelineModel;

/**
 * Both connections of somebody in the middle, in the place of the cards; made when it is first wanted. For use on the FX
 * thread.
 */
final class MiddleRoom {
    private final MainWindow window;
    private final TimelineModel timeline;
    private final Function<Runnable, MiddleView> maker;
    private MiddleView view;

    /** @param maker makes it; is given what closes it */
    MiddleRoom(MainWindow window, TimelineModel timeline, Function<Runnable, MiddleView> maker) {
        this.window = window;
        this.timeline = timeline;
        this.maker = maker;
        window.root()
                .getScene()
                .getAccelerators()
                .put(new KeyCodeCombination(KeyCode.F8, KeyCombination.SHIFT_DOWN), this::open);
    }

    /** Opens it; in sight where the selected connection has somebody in the middle. */
    Button button() {
        Button button = new Button(Messages.get("middle.title"), new Icon(Feather.USER_X));
        button.setId("in-the-middle");
        button.setMinWidth(Button.USE_PREF_SIZE);
        LazyTip.on(button).set(Messages.get("middle.open"));
        button.setOnAction(event -> open());
        timeline.readingProperty().addListener((property, before, now) -> show(button, isThere(now.connection())));
        show(button, false);
        return button;
    }

    private static void show(Button button, boolean there) {
        button.setVisible(there);
        button.setManaged(there);
    }

    private static boolean isThere(Connection connection) {
        return connection != null && connection.middle().isPresent();
    }

    private void open() {
        Connection connection = timeline.readingProperty().get().connection();
        if (isThere(connection)) {
            if (view == null) {
                view = maker.apply(window::uncover);
            }
            window.cover(view.root());
            view.show(connection);
        }
    }
}
