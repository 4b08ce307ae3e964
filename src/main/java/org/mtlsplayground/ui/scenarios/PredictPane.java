package org.mtlsplayground.ui.scenarios;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Segments;

/** The questions before a run: who will refuse, at which message, with which alert. */
public final class PredictPane extends VBox {
    private static final Map<Who, String> PILLS =
            Map.of(Who.CLIENT, "left-pill", Who.SERVER, "center-pill", Who.NOBODY, "right-pill");

    /** Without questions yet. */
    public PredictPane() {
        getStyleClass().add("pg-predict");
    }

    /** Asks them. */
    void ask(Prediction prediction) {
        Label optional = new Label(Messages.get("scenarios.predict.optional"));
        optional.getStyleClass().add("pg-muted");
        Label title = new Label(Messages.get("scenarios.predict"));
        title.getStyleClass().add("pg-library-heading");
        HBox heading = new HBox(title, optional);
        heading.setSpacing(5);
        getChildren()
                .setAll(
                        heading,
                        who(prediction.whoProperty()),
                        choice("message", prediction.messages(), prediction.messageProperty(), prediction),
                        choice(
                                "alert",
                                FXCollections.observableArrayList(Prediction.alerts()),
                                prediction.alertProperty(),
                                prediction));
    }

    private static VBox who(ObjectProperty<Who> answer) {
        Label question = question("scenarios.predict.who");
        HBox row = new HBox();
        row.getStyleClass().add("pg-segments");
        Map<ToggleButton, Who> buttons = new LinkedHashMap<>();
        for (Who who : Who.values()) {
            ToggleButton button = new ToggleButton(Messages.get("scenarios.who." + who));
            button.setId("who-" + who);
            button.getStyleClass().addAll("pg-segment", PILLS.get(who));
            button.setMaxWidth(Double.MAX_VALUE);
            button.setPrefWidth(10);
            button.setMnemonicParsing(false);
            button.setAccessibleRole(AccessibleRole.RADIO_BUTTON);
            button.setAccessibleText(question.getText() + " " + button.getText());
            HBox.setHgrow(button, Priority.ALWAYS);
            buttons.put(button, who);
            row.getChildren().add(button);
        }
        Segments.bind(buttons, answer);
        return field(question, row);
    }

    private static VBox choice(
            String id,
            ObservableList<Prediction.Answer> answers,
            ObjectProperty<Prediction.Answer> answer,
            Prediction prediction) {
        Label question = question("scenarios.predict." + id);
        ComboBox<Prediction.Answer> box = new ComboBox<>(FXCollections.observableArrayList(answers));
        box.setId(id);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(Prediction.Answer value) {
                return value == null ? "" : value.words();
            }

            @Override
            public Prediction.Answer fromString(String words) {
                throw new UnsupportedOperationException("Nothing is typed here");
            }
        });
        box.setVisibleRowCount(12);
        box.setValue(answer.get());
        // Where the answers change, none is chosen for a moment.
        box.valueProperty().addListener((property, before, now) -> {
            if (now != null) {
                answer.set(now);
            }
        });
        answer.addListener((property, before, now) -> box.setValue(now));
        // A box whose answers change holds no value afterwards, not even “no answer”.
        answers.addListener((ListChangeListener<Prediction.Answer>) change -> {
            box.getItems().setAll(answers);
            box.setValue(answer.get());
        });
        box.disableProperty()
                .bind(prediction.whoProperty().map(who -> who == Who.NOBODY).orElse(true));
        question.setLabelFor(box);
        box.setAccessibleText(question.getText());
        return field(question, box);
    }

    private static Label question(String key) {
        Label label = new Label(Messages.get(key));
        label.getStyleClass().add("pg-muted");
        return label;
    }

    private static VBox field(Label question, javafx.scene.Node answer) {
        VBox field = new VBox();
        field.getStyleClass().add("pg-field");
        field.getChildren().addAll(List.of(question, answer));
        return field;
    }
}
