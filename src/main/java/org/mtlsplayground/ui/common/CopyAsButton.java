package org.mtlsplayground.ui.common;

import atlantafx.base.theme.Styles;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.kordamp.ikonli.feather.Feather;
import org.mtlsplayground.commands.Target;
import org.mtlsplayground.text.Messages;

/** A quiet button that shows what a card holds as a command for another program, to be copied. */
public final class CopyAsButton extends Button {
    private static final int COLUMNS = 74;
    private static final int ROWS = 18;

    private CopyAs model;

    public CopyAsButton() {
        getStyleClass().add("pg-icon-button");
        setMnemonicParsing(false);
        setMinWidth(USE_PREF_SIZE);
        setGraphic(new Icon(Feather.COPY));
        IconButton.name(this, Messages.get("copyAs.button"));
        setOnAction(event -> open());
    }

    /** Joins it to a card. */
    public void attach(CopyAs card) {
        model = card;
    }

    private void open() {
        if (model.targetProperty().get() == null) {
            model.targetProperty().set(model.targets().get(0));
        } else {
            model.refresh();
        }
        Label title = new Label(Messages.get("copyAs.title"));
        title.getStyleClass().add("pg-title");
        FlowPane programs = programs();
        TextArea text = text();
        HintLine hint = new HintLine();
        hint.hintProperty().bind(model.hintProperty());
        Button copy = new Button(Messages.get("copyAs.copy"));
        copy.setId("copyAsCopy");
        copy.getStyleClass().add(Styles.ACCENT);
        copy.disableProperty().bind(model.textProperty().isEmpty());
        Label copied = new Label();
        copied.getStyleClass().add("pg-muted");
        copy.setOnAction(event -> {
            Clip.put(model.textProperty().get());
            copied.setText(Messages.get("copyAs.copied"));
        });
        model.textProperty().addListener((property, before, now) -> copied.setText(""));
        HBox buttons = new HBox(copy, copied);
        buttons.getStyleClass().add("pg-copy-as-buttons");
        VBox content = new VBox(title, programs, text, hint, buttons);
        content.setId("copyAsBox");
        content.getStyleClass().add("pg-copy-as");
        // No default button: the one that is chosen would keep the key to itself.
        content.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                copy.fire();
                event.consume();
            }
        });
        PopOver popOver = PopOvers.show(this, content);
        popOver.setOnHidden(event -> {
            hint.hintProperty().unbind();
            text.textProperty().unbind();
            copy.disableProperty().unbind();
        });
        programs.getChildren().stream()
                .filter(node -> ((ToggleButton) node).isSelected())
                .forEach(Node::requestFocus);
    }

    private FlowPane programs() {
        Map<ToggleButton, Target> buttons = new LinkedHashMap<>();
        for (Target target : model.targets()) {
            ToggleButton button = new ToggleButton(Messages.get("copyAs.program." + target));
            button.setId("copyAs-" + target.word());
            button.setMnemonicParsing(false);
            button.getStyleClass().add("pg-copy-as-program");
            buttons.put(button, target);
        }
        Segments.bind(buttons, model.targetProperty());
        FlowPane row = new FlowPane();
        row.getStyleClass().add("pg-copy-as-programs");
        row.getChildren().setAll(buttons.keySet());
        return row;
    }

    private TextArea text() {
        TextArea text = new TextArea();
        text.setId("copyAsText");
        text.setEditable(false);
        text.setPrefColumnCount(COLUMNS);
        text.setPrefRowCount(ROWS);
        text.setAccessibleText(Messages.get("copyAs.title"));
        text.getStyleClass().addAll("pg-mono", "pg-copy-as-text");
        text.textProperty().bind(model.textProperty());
        return text;
    }
}
