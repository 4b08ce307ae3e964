package org.mtlsplayground.ui.scenarios;

import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Icon;
import org.mtlsplayground.ui.common.LazyTip;

/** The box in the toolbar that says which scenario is in the cards, and opens the library. */
final class ScenarioBox extends HBox {
    /** Below so many widths of the letter m of the window there is no room for what the box is called. */
    private static final double NARROW_EM = 76;

    private final Button button = new Button();
    private final Label caption = new Label(Messages.get("scenarios.box"));

    ScenarioBox(Player player, Runnable open) {
        getStyleClass().add("pg-scenario-box");
        getStylesheets().add(ScenariosFeature.styleSheet());
        caption.getStyleClass().add("pg-scenario-caption");
        caption.setMinWidth(USE_PREF_SIZE);
        caption.setLabelFor(button);
        button.setId("scenario");
        button.getStyleClass().add("pg-scenario-button");
        button.setMnemonicParsing(false);
        Icon arrow = new Icon(Feather.CHEVRON_DOWN);
        arrow.setMouseTransparent(true);
        StackPane face = new StackPane(button, arrow);
        StackPane.setAlignment(arrow, Pos.CENTER_RIGHT);
        face.getStyleClass().add("pg-scenario-face");
        button.setOnAction(event -> open.run());
        LazyTip.on(button).set(Messages.get("scenarios.box.tip"));
        HBox.setHgrow(face, Priority.SOMETIMES);
        getChildren().setAll(caption, face);
        sceneProperty().flatMap(Scene::widthProperty).addListener((property, before, now) -> fit());
        caption.fontProperty().addListener((property, before, now) -> fit());
        player.shownProperty().addListener((property, before, now) -> show(now));
        show(player.shownProperty().get());
    }

    private void fit() {
        boolean room = getScene() == null
                || getScene().getWidth() >= NARROW_EM * caption.getFont().getSize();
        caption.setVisible(room);
        caption.setManaged(room);
    }

    private void show(Prepared shown) {
        String name = shown == null
                ? Messages.get("scenarios.box.none")
                : shown.scenario().text().name();
        button.setText(name);
        button.setAccessibleText(Messages.get("scenarios.box") + ": " + name);
    }

    /** What opens the library. */
    Button button() {
        return button;
    }
}
