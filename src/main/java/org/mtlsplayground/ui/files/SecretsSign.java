package org.mtlsplayground.ui.files;

import javafx.scene.control.ToggleButton;
import org.kordamp.ikonli.feather.Feather;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Icon;
import org.mtlsplayground.ui.common.IconButton;

/** The sign that secrets are being appended to a file; pressing it switches that off, and on again. */
final class SecretsSign extends ToggleButton {
    SecretsSign(SecretsSwitch secrets) {
        setId("secretsSign");
        getStyleClass().add("pg-secrets-sign");
        setGraphic(new Icon(Feather.KEY));
        selectedProperty().bindBidirectional(secrets.onProperty());
        selectedProperty().addListener((property, before, now) -> name(secrets));
        name(secrets);
    }

    private void name(SecretsSwitch secrets) {
        IconButton.name(
                this, Messages.get(isSelected() ? "files.secrets.sign.on" : "files.secrets.sign.off", secrets.file()));
    }
}
