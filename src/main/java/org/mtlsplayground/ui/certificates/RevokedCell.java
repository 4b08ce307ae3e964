package org.mtlsplayground.ui.certificates;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.mtlsplayground.pki.status.RevocationReason;
import org.mtlsplayground.text.Messages;

/** A certificate that a revocation list names: when it was revoked, why, and which it is. */
final class RevokedCell extends ListCell<StatusDetails.Revoked> {
    /** A name of so many characters is shown whole, whatever else has to give way. */
    private static final int SHORT = 20;

    private final Label moment = new Label();
    private final Label reason = new Label();
    private final Label serial = new Label();
    private final Label name = new Label();
    private final HBox line = new HBox(moment, reason, serial, name);

    RevokedCell() {
        getStyleClass().add("pg-revoked");
        line.getStyleClass().add("pg-revoked-line");
        moment.getStyleClass().addAll("pg-cert-value", "pg-revoked-moment");
        reason.getStyleClass().add("pg-revoked-reason");
        serial.getStyleClass().add("pg-cert-value");
        serial.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.getStyleClass().add("pg-revoked-name");
        serial.setMinWidth(0);
        // Where it is narrow something gives way, and no bar to scroll by appears.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(StatusDetails.Revoked item, boolean empty) {
        super.updateItem(item, empty);
        setGraphic(empty || item == null ? null : line);
        setAccessibleText(empty || item == null ? null : line(item));
        if (!empty && item != null) {
            moment.setText(FieldRows.time(item.entry().moment()));
            reason.setText(reason(item));
            serial.setText(StatusRows.serial(item.entry().serial()));
            name.setText(item.name());
            name.setMinWidth(item.name().length() <= SHORT ? Region.USE_PREF_SIZE : 0);
            name.setVisible(!item.name().isEmpty());
            name.setManaged(!item.name().isEmpty());
        }
    }

    private static String reason(StatusDetails.Revoked item) {
        return item.entry()
                .reason()
                .map(RevocationReason::term)
                .orElseGet(() -> Messages.get("certificates.crl.noReason"));
    }

    /** It as text: serial number, moment, reason, and the name if it is known. */
    static String line(StatusDetails.Revoked item) {
        return Stream.of(
                        StatusRows.serial(item.entry().serial()),
                        Messages.get(
                                "certificates.time", FieldRows.time(item.entry().moment())),
                        reason(item),
                        item.name())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
