package org.mtlsplayground.app;

import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.feather.Feather;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.client.ClientState;
import org.mtlsplayground.ui.client.ClientViewModel;
import org.mtlsplayground.ui.common.Icon;
import org.mtlsplayground.ui.common.IconButton;

/** Connects again with the session of the client's last connection, and shows both beside each other. For use on the FX thread. */
final class AgainRoom {
    private final ClientViewModel client;
    private final CompareRoom comparing;

    AgainRoom(ClientViewModel client, CompareRoom comparing) {
        this.client = client;
        this.comparing = comparing;
    }

    /** Usable where the client's last connection got through. */
    Button button() {
        Button button = new Button(null, new Icon(Feather.ROTATE_CW));
        button.setId("again");
        button.getStyleClass().add("pg-icon-button");
        IconButton.name(button, Messages.get("again.connect"));
        button.disableProperty().bind(client.stateProperty().isNotEqualTo(ClientState.CONNECTED));
        button.setOnAction(event -> connect());
        return button;
    }

    /** Has Shift+F5 do the same. */
    void listenTo(Scene scene) {
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.F5, KeyCombination.SHIFT_DOWN), () -> {
            if (client.stateProperty().get() == ClientState.CONNECTED) {
                connect();
            }
        });
    }

    private void connect() {
        Connection first = client.connectionProperty().get();
        client.stateProperty().addListener(new ChangeListener<>() {
            private boolean began;

            @Override
            public void changed(ObservableValue<? extends ClientState> state, ClientState before, ClientState now) {
                began |= now == ClientState.CONNECTING;
                if (began && now != ClientState.CONNECTING) {
                    state.removeListener(this);
                    Connection second = client.connectionProperty().get();
                    if (now == ClientState.CONNECTED && first != second) {
                        comparing.show(first, second);
                    }
                }
            }
        });
        client.connectAgain();
    }
}
