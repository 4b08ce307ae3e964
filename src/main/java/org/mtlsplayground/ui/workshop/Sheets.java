package org.mtlsplayground.ui.workshop;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.mtlsplayground.text.Messages;

/** A question over the window, one at a time; what lies below is out of reach until it is answered or closed by Escape. */
public final class Sheets extends StackPane {
    private Node below;
    private Node focusBefore;
    private Runnable onCancel = () -> {};

    public Sheets() {
        getStyleClass().add("pg-sheets");
        setAlignment(Pos.CENTER);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                cancel();
                event.consume();
            }
        });
        setVisible(false);
    }

    /** Says what is put out of reach; to be called once. */
    void over(Node content) {
        below = content;
    }

    /** A frame with a title; more is added to it. */
    static VBox frame(String title) {
        Label words = new Label(title);
        words.getStyleClass().add("pg-title");
        words.setWrapText(true);
        VBox frame = new VBox(words);
        frame.getStyleClass().add("pg-sheet");
        frame.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        return frame;
    }

    /** A sentence in a frame. */
    static Label sentence(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add("pg-muted");
        return label;
    }

    /** The buttons at the end of a frame. */
    HBox buttons(Button... does) {
        return buttons(() -> {}, does);
    }

    /** The same, where something has to be done if the question is not answered. */
    HBox buttons(Runnable orElse, Button... does) {
        onCancel = orElse;
        HBox row = new HBox(does);
        Button cancel = new Button(Messages.get("workshop.cancel"));
        cancel.setMnemonicParsing(false);
        cancel.setId("sheet-cancel");
        cancel.setOnAction(event -> cancel());
        row.getChildren().add(cancel);
        row.getStyleClass().add("pg-buttons");
        return row;
    }

    static Button button(String id, String words, Runnable action) {
        Button button = new Button(words);
        button.setId(id);
        button.setMnemonicParsing(false);
        button.setOnAction(event -> action.run());
        return button;
    }

    /** A question with one answer beside “cancel”. */
    void ask(String title, String text, String answer, Runnable then) {
        VBox frame = frame(title);
        Button yes = button("sheet-yes", answer, () -> {
            hide();
            then.run();
        });
        yes.getStyleClass().add("pg-stop");
        HBox buttons = buttons(yes);
        frame.getChildren().addAll(sentence(text), buttons);
        show(frame, buttons.getChildren().get(1));
    }

    /** Shows a frame in place of the one before. */
    void show(Node frame, Node focus) {
        if (!isVisible()) {
            focusBefore = getScene() == null ? null : getScene().getFocusOwner();
        }
        getChildren().setAll(frame);
        below.setDisable(true);
        setVisible(true);
        focus.requestFocus();
    }

    private void cancel() {
        hide();
        onCancel.run();
    }

    /** Takes the frame away. */
    void hide() {
        getChildren().clear();
        setVisible(false);
        below.setDisable(false);
        if (focusBefore != null) {
            focusBefore.requestFocus();
        }
    }
}
