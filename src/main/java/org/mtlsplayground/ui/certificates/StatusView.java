package org.mtlsplayground.ui.certificates;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Clip;
import org.mtlsplayground.ui.common.Fxml;
import org.mtlsplayground.ui.common.IconButton;
import org.mtlsplayground.ui.common.Segments;

/** A revocation list or an OCSP response in full: whose word it is, until when, its fields, whom it revokes, its ASN.1. */
public final class StatusView extends StackPane {
    /** What is shown below the head. */
    private enum View {
        FIELDS,
        REVOKED,
        ASN1
    }

    /** From this width on there is room for the days beside the bar, and for words. */
    private static final double WIDE_EM = 36;

    /** A name of so many characters is shown whole, whatever else has to give way. */
    private static final int SHORT = 20;

    private final ObjectProperty<View> view = new SimpleObjectProperty<>(this, "view", View.FIELDS);
    private StatusDetails shown;

    @FXML
    private Label name;

    @FXML
    private Label badge;

    @FXML
    private Label about;

    @FXML
    private Button copy;

    @FXML
    private Label from;

    @FXML
    private ValidityBar bar;

    @FXML
    private Label until;

    @FXML
    private Label remaining;

    @FXML
    private ToggleButton viewFields;

    @FXML
    private ToggleButton viewRevoked;

    @FXML
    private ToggleButton viewAsn1;

    @FXML
    private FieldList fields;

    @FXML
    private ListView<StatusDetails.Revoked> revoked;

    @FXML
    private Asn1View asn1;

    public StatusView() {
        getStyleClass().add("pg-status-view");
        getChildren().setAll(Fxml.load(this, "status.fxml"));
        IconButton.name(copy, Messages.get("certificates.copyAll"));
        revoked.setCellFactory(cells -> new RevokedCell());
        Clip.onCopy(fields, () -> fields.selectedRow().ifPresent(row -> Clip.put(row.whole())));
        Clip.onCopy(revoked, this::copyRevoked);
        Map<ToggleButton, View> buttons = new LinkedHashMap<>();
        buttons.put(viewFields, View.FIELDS);
        buttons.put(viewRevoked, View.REVOKED);
        buttons.put(viewAsn1, View.ASN1);
        Segments.bind(buttons, view);
        view.addListener((property, before, now) -> showView());
        widthProperty().addListener(changed -> fit());
        name.fontProperty().addListener(changed -> fit());
        showView();
    }

    private void fit() {
        boolean isWide = getWidth() > name.getFont().getSize() * WIDE_EM;
        boolean hasEnd = shown != null && shown.until().isPresent();
        setShown(from, shown != null && !shown.from().isEmpty() && (isWide || !hasEnd));
        setShown(until, isWide && hasEnd);
        setShown(remaining, isWide || !hasEnd);
        bar.setVisible(hasEnd);
    }

    private static void setShown(Node node, boolean isShown) {
        node.setVisible(isShown);
        node.setManaged(isShown);
    }

    private void showView() {
        fields.setVisible(view.get() == View.FIELDS);
        revoked.setVisible(view.get() == View.REVOKED);
        asn1.setVisible(view.get() == View.ASN1);
    }

    /** Shows a document in place of the one before. */
    void show(StatusDetails now) {
        shown = now;
        name.setText(now.entry().name());
        name.setMinWidth(now.entry().name().length() <= SHORT ? USE_PREF_SIZE : 0);
        about.setText(now.about());
        badge.setText(now.badge());
        badge.getStyleClass().removeIf(style -> style.startsWith("pg-cert-badge-"));
        badge.getStyleClass().add(now.isBad() ? "pg-cert-badge-expired" : "pg-cert-badge-valid");
        from.setText(now.from());
        until.setText(now.until().orElse(""));
        remaining.setText(now.remaining());
        bar.show(
                now.elapsed(),
                now.validity(),
                Messages.get("certificates.bar", now.from(), now.until().orElse(""), now.remaining()));
        boolean isList = now.entry().document() instanceof StatusDocument.Crl;
        setShown(viewRevoked, isList);
        if (!isList && view.get() == View.REVOKED) {
            view.set(View.FIELDS);
        }
        fields.show(now.rows(), new FieldActions(row -> Clip.put(row.whole()), range -> {}));
        revoked.getItems().setAll(now.revoked());
        revoked.setPlaceholder(new Label(Messages.get("certificates.crl.none")));
        asn1.show(now.der());
        fit();
    }

    @FXML
    void copyAll() {
        String rows = fields.rows().stream().map(FieldRow::line).collect(Collectors.joining("\n"));
        String list = shown.revoked().stream().map(RevokedCell::line).collect(Collectors.joining("\n"));
        Clip.put(list.isEmpty() ? rows : rows + "\n" + list);
    }

    private void copyRevoked() {
        StatusDetails.Revoked chosen = revoked.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            Clip.put(RevokedCell.line(chosen));
        }
    }
}
