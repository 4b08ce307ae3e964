package org.mtlsplayground.ui.wire;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.ui.common.Icon;

/** The bar above a message that was altered on the way: it leads to what was sent, and to what arrived. */
public final class AlteredBar {
    private final Consumer<Event> look;
    private final HBox root = new HBox();
    private final Label title = new Label(Messages.get("alter.both"), new Icon(Feather.EDIT_2));
    private final ToggleButton sent = segment("alter.sent", "left-pill");
    private final ToggleButton arrived = segment("alter.arrived", "right-pill");
    private List<Event> sides = List.of();

    /** @param look shows one of the sides */
    public AlteredBar(Consumer<Event> look) {
        this.look = look;
        root.setId("altered-bar");
        root.getStyleClass().addAll("pg-alter-bar", "pg-wire-mode");
        root.getStylesheets().add(StepBar.styleSheet());
        root.setAlignment(Pos.CENTER_LEFT);
        title.getStyleClass().add("pg-alter-title");
        HBox both = new HBox(sent, arrived);
        both.getStyleClass().add("pg-wire-mode");
        root.getChildren().setAll(title, both);
        sent.setOnAction(event -> look(1));
        arrived.setOnAction(event -> look(0));
        show(List.of(), null);
    }

    /** All of it. */
    public Node root() {
        return root;
    }

    /**
     * Shows it, or hides it.
     *
     * @param now what arrived, and after it what was sent; empty for a message that was not altered
     * @param looked which of them is looked at
     */
    public void show(List<Event> now, Event looked) {
        sides = now;
        root.setVisible(!now.isEmpty());
        root.setManaged(root.isVisible());
        boolean first = !now.isEmpty() && now.get(0).equals(looked);
        arrived.setSelected(first);
        sent.setSelected(!first);
        sent.setDisable(now.size() < 2);
    }

    private void look(int index) {
        sent.setSelected(index > 0);
        arrived.setSelected(index == 0);
        if (index < sides.size()) {
            look.accept(sides.get(index));
        }
    }

    private static ToggleButton segment(String key, String place) {
        ToggleButton button = new ToggleButton(Messages.get(key));
        button.getStyleClass().addAll("pg-segment", place);
        button.setMnemonicParsing(false);
        return button;
    }
}
