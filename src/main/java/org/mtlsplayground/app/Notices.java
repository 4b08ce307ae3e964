package org.mtlsplayground.app;

import javafx.geometry.Pos;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.controlsfx.control.Notifications;
import org.kordamp.ikonli.feather.Feather;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Icon;

/** News that belongs to no place in the window. A class of its own, so that ControlsFX is loaded when there is some. */
final class Notices {
    private static final Duration SHOWN = Duration.seconds(20);

    private Notices() {}

    /** Shows a sentence at the lower edge of the window, for a while. */
    static void show(Stage window, String sentence) {
        Notifications.create()
                .owner(window)
                .title(Messages.get("app.notice"))
                .text(sentence)
                .graphic(new Icon(Feather.ALERT_TRIANGLE))
                .position(Pos.BOTTOM_CENTER)
                .hideAfter(SHOWN)
                .styleClass("pg-notice")
                .show();
    }
}
