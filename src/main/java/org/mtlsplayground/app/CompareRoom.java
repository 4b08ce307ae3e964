package org.mtlsplayground.app;

import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import org.kordamp.ikonli.feather.Feather;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Icon;
import org.mtlsplayground.ui.common.IconButton;
import org.mtlsplayground.ui.timeline.ConnectionList;
import org.mtlsplayground.ui.timeline.SideBySide;

/** Two connections side by side, in the place of the cards; made when it is first wanted. For use on the FX thread. */
final class CompareRoom {
    private final MainWindow window;
    private final ConnectionList connections;
    private final Function<Runnable, SideBySide> maker;
    private SideBySide comparison;

    /** @param maker makes it; is given what closes it */
    CompareRoom(MainWindow window, ConnectionList connections, Function<Runnable, SideBySide> maker) {
        this.window = window;
        this.connections = connections;
        this.maker = maker;
        window.root().getScene().getAccelerators().put(new KeyCodeCombination(KeyCode.F8), () -> {
            if (connections.items().size() > 1) {
                showSelected();
            }
        });
    }

    /** Opens it for the selected connection and the one before. */
    Button button() {
        Button button = new Button(null, new Icon(Feather.COLUMNS));
        button.setId("compare");
        button.getStyleClass().add("pg-icon-button");
        IconButton.name(button, Messages.get("compare.open"));
        button.disableProperty().bind(Bindings.size(connections.items()).lessThan(2));
        button.setOnAction(event -> showSelected());
        return button;
    }

    private void showSelected() {
        open();
        comparison.show();
    }

    /** Shows these two. */
    void show(Connection left, Connection right) {
        open();
        comparison.show(left, right);
    }

    private void open() {
        if (comparison == null) {
            comparison = maker.apply(window::uncover);
        }
        window.cover(comparison.root());
    }
}
