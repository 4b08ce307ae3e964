package org.mtlsplayground.ui.common;

import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.mtlsplayground.text.Messages;

/** The algorithms that a side may use: one line for each kind, and on demand a list to tick names in. */
public final class AlgorithmsPane extends VBox {
    private final Map<AlgorithmInputs.Kind, Button> buttons = new EnumMap<>(AlgorithmInputs.Kind.class);
    private AlgorithmInputs inputs;

    public AlgorithmsPane() {
        getStyleClass().add("pg-algorithms");
        for (AlgorithmInputs.Kind kind : AlgorithmInputs.Kind.values()) {
            getChildren().add(line(kind));
        }
    }

    private HBox line(AlgorithmInputs.Kind kind) {
        Button choice = new Button();
        Label label = new Label(name(kind));
        label.getStyleClass().add("pg-label");
        label.setLabelFor(choice);
        label.setMinWidth(USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        choice.setId("algorithms-" + kind);
        choice.getStyleClass().add("pg-choice");
        choice.setMnemonicParsing(false);
        choice.setGraphic(new Icon(Feather.CHEVRON_DOWN));
        choice.setContentDisplay(ContentDisplay.RIGHT);
        choice.setOnAction(event -> open(kind, choice));
        buttons.put(kind, choice);
        HBox line = new HBox(label, gap, choice);
        line.setAlignment(Pos.BASELINE_LEFT);
        return line;
    }

    private static String name(AlgorithmInputs.Kind kind) {
        return Messages.get("algorithms.name." + kind);
    }

    /** Shows these inputs; to be called once. */
    public void attach(AlgorithmInputs itsInputs) {
        inputs = itsInputs;
        buttons.forEach((kind, choice) -> {
            inputs.chosenProperty(kind).addListener((property, before, now) -> show(kind, choice));
            show(kind, choice);
        });
    }

    private void show(AlgorithmInputs.Kind kind, Button choice) {
        choice.setText(inputs.words(kind));
        choice.setAccessibleText(name(kind) + ": " + choice.getText());
    }

    private void open(AlgorithmInputs.Kind kind, Button choice) {
        inputs.whenKnown(kind, names -> {
            NameTicks ticks = new NameTicks(
                    name(kind), Messages.get("algorithms.why." + kind), names, inputs.chosenProperty(kind));
            PopOvers.show(choice, ticks);
            ticks.focus();
        });
    }
}
