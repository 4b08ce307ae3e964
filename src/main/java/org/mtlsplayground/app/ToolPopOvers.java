package org.mtlsplayground.app;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.PopOvers;
import org.mtlsplayground.ui.common.TextScale;

/** What opens from the toolbar's own buttons. */
final class ToolPopOvers {
    private static final String[] SHORTCUTS = {
        "connect",
        "server",
        "step",
        "next",
        "certificates",
        "again",
        "middle",
        "compare",
        "scenarios",
        "open",
        "export",
        "exportAll",
        "search",
        "paste",
        "larger",
        "usual",
        "help",
        "escape"
    };
    private static final String[] STEPS = {"one", "two", "three"};

    private ToolPopOvers() {}

    static void help(Node owner) {
        VBox content = new VBox();
        content.getStyleClass().add("pg-help");
        Label title = new Label(Messages.get("app.help.title"));
        title.getStyleClass().add("pg-title");
        content.getChildren().add(title);
        for (String step : STEPS) {
            Label sentence = new Label(Messages.get("app.help.step." + step));
            sentence.setWrapText(true);
            content.getChildren().add(sentence);
        }
        GridPane keys = new GridPane();
        keys.getStyleClass().add("pg-keys");
        for (int row = 0; row < SHORTCUTS.length; row++) {
            Label key = new Label(Messages.get("app.help.key." + SHORTCUTS[row]));
            key.getStyleClass().addAll("pg-key");
            key.setMinWidth(Region.USE_PREF_SIZE);
            Label does = new Label(Messages.get("app.help.does." + SHORTCUTS[row]));
            does.setWrapText(true);
            keys.addRow(row, key, does);
        }
        content.getChildren().add(keys);
        PopOvers.show(owner, content);
    }

    static void textSize(Node owner, TextScale scale) {
        Label percent = new Label();
        percent.textProperty().bind(scale.percentProperty().asString("%d %%"));
        percent.getStyleClass().add("pg-percent");
        HBox content = new HBox(
                button("app.text.smaller", scale::smaller),
                percent,
                button("app.text.larger", scale::larger),
                button("app.text.usual", scale::reset));
        content.getStyleClass().add("pg-text-size");
        content.setAlignment(Pos.CENTER_LEFT);
        PopOvers.show(owner, content);
    }

    private static Button button(String key, Runnable action) {
        Button button = new Button(Messages.get(key));
        button.setMnemonicParsing(false);
        button.setAccessibleText(Messages.get(key + ".name"));
        button.setOnAction(event -> action.run());
        return button;
    }
}
