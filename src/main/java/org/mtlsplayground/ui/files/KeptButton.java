package org.mtlsplayground.ui.files;

import javafx.scene.control.Button;
import org.controlsfx.control.PopOver;
import org.kordamp.ikonli.feather.Feather;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Icon;
import org.mtlsplayground.ui.common.IconButton;
import org.mtlsplayground.ui.common.PopOvers;

/** Opens what is to say and to set about the connections that are kept. */
final class KeptButton extends Button {
    private final Limits limits;

    KeptButton(Limits limits) {
        this.limits = limits;
        setId("kept");
        getStyleClass().addAll("pg-icon-button", "pg-kept");
        setMnemonicParsing(false);
        setGraphic(new Icon(Feather.SLIDERS));
        IconButton.name(this, Messages.get("files.limits.title"));
        setOnAction(event -> open());
    }

    private void open() {
        LimitsPane pane = new LimitsPane(limits);
        PopOver popOver = PopOvers.show(this, pane);
        pane.setOnCleared(popOver::hide);
        popOver.setOnHidden(hidden -> pane.close());
    }
}
