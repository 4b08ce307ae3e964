package org.mtlsplayground.ui.scenarios;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import org.mtlsplayground.text.Messages;

/** Says what is under way, and lets it be called off. */
final class WorkLine extends HBox {
    WorkLine(Player player) {
        getStyleClass().add("pg-scenario-work");
        Label words =
                new Label(Messages.get("scenarios.bar." + player.stateProperty().get()));
        ProgressBar progress = new ProgressBar();
        progress.setAccessibleText(words.getText());
        Button cancel = new Button(Messages.get("scenarios.bar.cancel"));
        cancel.setId("cancel-scenario");
        cancel.setMnemonicParsing(false);
        cancel.getStyleClass().add("pg-small-button");
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(event -> player.cancel());
        getChildren().setAll(words, progress, cancel);
    }
}
