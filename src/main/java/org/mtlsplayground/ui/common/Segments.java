package org.mtlsplayground.ui.common;

import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;

/** Buttons in a row of which exactly one is chosen. */
public final class Segments {
    private Segments() {}

    /** Joins the buttons, each with its value, to a property. */
    public static <T> void bind(Map<ToggleButton, T> buttons, ObjectProperty<T> value) {
        ToggleGroup group = new ToggleGroup();
        buttons.forEach((button, itsValue) -> {
            button.setToggleGroup(group);
            button.setSelected(itsValue.equals(value.get()));
            // A click on the chosen one would choose none.
            button.setOnAction(event -> {
                button.setSelected(true);
                value.set(itsValue);
            });
        });
        // The arrow keys choose without a click.
        group.selectedToggleProperty().addListener((property, before, now) -> {
            if (now instanceof ToggleButton chosen) {
                value.set(buttons.get(chosen));
            }
        });
        value.addListener((property, before, now) ->
                buttons.forEach((button, itsValue) -> button.setSelected(itsValue.equals(now))));
    }
}
