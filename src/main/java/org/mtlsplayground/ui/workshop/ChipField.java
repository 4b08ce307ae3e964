package org.mtlsplayground.ui.workshop;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Icon;

/**
 * Several short texts as chips, with a field below to add more: Enter or a comma adds, a click on a chip puts it back into
 * the field, the backspace key in an empty field does so with the last one.
 */
public final class ChipField extends VBox {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private final Label label = new Label();
    private final FlowPane chips = new FlowPane();
    private final TextField field = new TextField();
    private ObservableList<String> texts;
    private UnaryOperator<String> tidy = UnaryOperator.identity();
    private Function<String, Optional<String>> problem = text -> Optional.empty();

    public ChipField() {
        getStyleClass().addAll("pg-field", "pg-chip-field");
        label.getStyleClass().add("pg-label");
        label.setLabelFor(field);
        chips.getStyleClass().add("pg-chip-flow");
        chips.setPrefWrapLength(0);
        getChildren().setAll(label, chips, field);
        field.setOnAction(event -> commit());
        field.focusedProperty().addListener((property, before, now) -> {
            if (!now) {
                commit();
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        field.addEventFilter(KeyEvent.KEY_TYPED, event -> {
            if (event.getCharacter().equals(",") && !field.getText().contains("=")) {
                commit();
                event.consume();
            }
        });
    }

    /**
     * Joins it to its texts; to be called once.
     *
     * @param itsTidy applied to each text that is added
     * @param itsProblem what is wrong with a text, in a sentence
     */
    void attach(
            ObservableList<String> itsTexts,
            UnaryOperator<String> itsTidy,
            Function<String, Optional<String>> itsProblem) {
        texts = itsTexts;
        tidy = itsTidy;
        problem = itsProblem;
        field.setAccessibleText(label.getText());
        texts.addListener((ListChangeListener<String>) change -> show());
        show();
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.BACK_SPACE && field.getText().isEmpty() && !texts.isEmpty()) {
            edit(texts.size() - 1);
            event.consume();
        }
    }

    /** Several may be pasted at once, with white space or commas between them. */
    private void commit() {
        String typed = field.getText().strip();
        field.clear();
        if (typed.isEmpty() || texts == null) {
            return;
        }
        List<String> parts = typed.contains("=") ? List.of(typed) : List.of(typed.split("[,;\\s]+"));
        for (String part : parts) {
            String text = tidy.apply(part);
            if (!texts.contains(text)) {
                texts.add(text);
            }
        }
    }

    private void edit(int index) {
        String text = texts.remove(index);
        field.setText(text);
        field.requestFocus();
        field.end();
    }

    private void show() {
        chips.getChildren().clear();
        for (int i = 0; i < texts.size(); i++) {
            chips.getChildren().add(chip(i));
        }
        chips.setVisible(!texts.isEmpty());
        chips.setManaged(!texts.isEmpty());
    }

    private HBox chip(int index) {
        String text = texts.get(index);
        Button words = new Button(text);
        words.setMnemonicParsing(false);
        words.getStyleClass().add("pg-chip-words");
        words.setOnAction(event -> edit(index));
        Button remove = new Button();
        remove.setGraphic(new Icon(Feather.X));
        remove.getStyleClass().add("pg-chip-remove");
        remove.setAccessibleText(Messages.get("workshop.chip.remove", text));
        remove.setOnAction(event -> texts.remove(index));
        HBox chip = new HBox(words, remove);
        chip.getStyleClass().add("pg-text-chip");
        chip.setAccessibleRole(AccessibleRole.TEXT);
        Optional<String> wrong = problem.apply(text);
        chip.pseudoClassStateChanged(DANGER, wrong.isPresent());
        words.setTooltip(new Tooltip(wrong.orElseGet(() -> Messages.get("workshop.chip.edit", text))));
        return chip;
    }

    /** The field in which more are typed. */
    TextField field() {
        return field;
    }

    /** What stands above it. */
    public StringProperty textProperty() {
        return label.textProperty();
    }

    public String getText() {
        return label.getText();
    }

    public void setText(String text) {
        label.setText(text);
    }

    public String getPromptText() {
        return field.getPromptText();
    }

    public void setPromptText(String text) {
        field.setPromptText(text);
    }
}
