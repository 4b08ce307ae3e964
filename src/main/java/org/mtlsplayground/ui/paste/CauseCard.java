package org.mtlsplayground.ui.paste;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.mtlsplayground.diagnosis.paste.Likely;
import org.mtlsplayground.diagnosis.paste.ReadingText;
import org.mtlsplayground.scenario.Reproducing;
import org.mtlsplayground.scenario.Scenario;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Icon;
import org.mtlsplayground.ui.common.LazyTip;

/** A likely cause: how likely, why, how to mend it, and a button that plays it. */
final class CauseCard extends VBox {
    CauseCard(Likely likely, Consumer<Scenario> onPlay) {
        getStyleClass()
                .addAll("pg-paste-cause", "pg-paste-" + likely.strength().name().toLowerCase(Locale.ROOT));
        Label cause = ErrorBox.wrapped(ReadingText.of(likely.cause()));
        cause.getStyleClass().add("pg-paste-cause-name");
        Label strength = new Label(ReadingText.of(likely.strength()));
        strength.getStyleClass().addAll("pg-small", "pg-paste-strength");
        strength.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(cause, strength);
        head.getStyleClass().add("pg-paste-head");
        head.setAlignment(Pos.BASELINE_LEFT);
        HBox.setHgrow(cause, Priority.ALWAYS);
        Label why = ErrorBox.wrapped(likely.reason());
        why.getStyleClass().add("pg-muted");
        getChildren().addAll(head, why);
        List<Scenario> scenarios = Reproducing.of(likely.cause(), likely.refuser());
        if (!scenarios.isEmpty()) {
            Scenario scenario = scenarios.get(0);
            Button play = new Button(Messages.get("paste.play"), new Icon(Feather.PLAY));
            play.setMnemonicParsing(false);
            play.setMinWidth(Region.USE_PREF_SIZE);
            play.getStyleClass().add("pg-paste-play");
            LazyTip.on(play).set(scenario.text().name());
            play.setOnAction(event -> onPlay.accept(scenario));
            Label mend = ErrorBox.wrapped(scenario.text().mend());
            HBox.setHgrow(mend, Priority.ALWAYS);
            mend.setMaxWidth(Double.MAX_VALUE);
            HBox foot = new HBox(mend, play);
            foot.getStyleClass().add("pg-paste-head");
            foot.setAlignment(Pos.CENTER_LEFT);
            getChildren().add(foot);
        }
    }
}
