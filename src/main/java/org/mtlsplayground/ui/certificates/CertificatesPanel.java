package org.mtlsplayground.ui.certificates;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TreeView;
import javafx.util.Duration;
import org.mtlsplayground.pki.Pem;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Clip;
import org.mtlsplayground.ui.common.Fxml;

/** The certificates of a connection or of a file: chains at the left, one certificate in full at the right. */
public final class CertificatesPanel {
    private static final Duration THANKS = Duration.seconds(1.5);

    private final CertificatesModel model;
    private final Parent root;
    private final PauseTransition thanks = new PauseTransition(THANKS);

    @FXML
    private Node chains;

    @FXML
    private Node nothing;

    @FXML
    private TreeView<ChainEntry> tree;

    @FXML
    private Node details;

    @FXML
    private Node absent;

    @FXML
    private Label absentTitle;

    @FXML
    private Label name;

    @FXML
    private Label badge;

    @FXML
    private Label issuedBy;

    @FXML
    private Button copyPem;

    @FXML
    private Label from;

    @FXML
    private ValidityBar bar;

    @FXML
    private Label until;

    @FXML
    private Label remaining;

    @FXML
    private FieldList fields;

    public CertificatesPanel() {
        this(InstantSource.system());
    }

    /**
     * @param clock says what today is
     */
    CertificatesPanel(InstantSource clock) {
        model = new CertificatesModel(clock);
        root = Fxml.load(this, "certificates.fxml");
        root.getStylesheets()
                .add(CertificatesPanel.class.getResource("certificates.css").toExternalForm());
        tree.setCellFactory(view -> new EntryCell(model));
        Clip.onCopy(tree, this::copyPem);
        Clip.onCopy(fields, this::copyValue);
        thanks.setOnFinished(event -> copyPem.setText(Messages.get("certificates.copyPem")));
        TreeSelection.join(tree, model);
        model.chainsProperty().addListener((property, before, now) -> showNothingOrChains());
        model.selectedProperty().addListener((property, before, now) -> showSelected(now));
        model.detailsProperty().addListener((property, before, now) -> show(now));
        showNothingOrChains();
        showSelected(null);
    }

    /** All of it; fills what it is given. */
    public Parent root() {
        return root;
    }

    /**
     * Shows these chains in place of those before; none says what will appear here. The selected certificate stays
     * selected if it is still among them. On the FX thread.
     */
    public void show(List<CertificateGroup> groups) {
        model.show(groups);
    }

    @FXML
    void copyPem() {
        CertificateDetails shown = model.detailsProperty().get();
        if (shown != null) {
            Clip.put(Pem.encode(shown.certificate()));
            copyPem.setText(Messages.get("certificates.copied"));
            thanks.playFromStart();
        }
    }

    @FXML
    void copyValue() {
        fields.selectedRow().ifPresent(row -> Clip.put(row.value()));
    }

    @FXML
    void copyLine() {
        fields.selectedRow().ifPresent(row -> Clip.put(row.line()));
    }

    @FXML
    void copyAll() {
        Clip.put(fields.rows().stream().map(FieldRow::line).collect(Collectors.joining("\n")));
    }

    private void showNothingOrChains() {
        boolean empty = model.chainsProperty().get().isEmpty();
        nothing.setVisible(empty);
        chains.setVisible(!empty);
    }

    private void showSelected(ChainEntry entry) {
        details.setVisible(entry instanceof ChainEntry.Present);
        absent.setVisible(entry instanceof ChainEntry.Missing);
        if (entry instanceof ChainEntry.Missing missing) {
            absentTitle.setText(missing.name());
        }
    }

    private void show(CertificateDetails shown) {
        if (shown == null) {
            return;
        }
        name.setText(shown.name());
        badge.setText(shown.badge());
        badge.getStyleClass().removeIf(style -> style.startsWith("pg-cert-badge-"));
        badge.getStyleClass()
                .add(
                        switch (shown.validity()) {
                            case VALID -> "pg-cert-badge-valid";
                            case EXPIRED -> "pg-cert-badge-expired";
                            case NOT_YET -> "pg-cert-badge-not-yet";
                        });
        issuedBy.setText(shown.issuedBy());
        from.setText(shown.from());
        until.setText(shown.until());
        remaining.setText(shown.remaining());
        bar.show(
                shown.elapsed(),
                shown.validity(),
                Messages.get("certificates.bar", shown.from(), shown.until(), shown.remaining()));
        fields.show(shown.rows(), row -> Clip.put(row.value()));
    }
}
