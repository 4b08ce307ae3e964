package org.mtlsplayground.ui.workshop;

import java.time.Instant;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.pki.Pem;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Clip;
import org.mtlsplayground.ui.common.Fxml;
import org.mtlsplayground.ui.common.Hint;
import org.mtlsplayground.ui.common.HintLine;
import org.mtlsplayground.ui.common.Icon;
import org.mtlsplayground.ui.common.StatePill;

/** The selected certificate: what it is, and what can be done with it. */
final class CertificateView {
    private final WorkshopModel model;
    private final Loading loading;
    private final Errands errands;
    private final Parent root;

    @FXML
    private Node nothing;

    @FXML
    private Node content;

    @FXML
    private Icon icon;

    @FXML
    private Label name;

    @FXML
    private StatePill pill;

    @FXML
    private Label issuedBy;

    @FXML
    private Node broken;

    @FXML
    private Label brokenText;

    @FXML
    private Node leafActions;

    @FXML
    private Button loadClient;

    @FXML
    private Button loadServer;

    @FXML
    private CheckBox trust;

    @FXML
    private Node authorityActions;

    @FXML
    private Button breakIt;

    @FXML
    private Button revoke;

    @FXML
    private HintLine keyHint;

    @FXML
    private FactList facts;

    CertificateView(WorkshopModel model, BooksModel books, Loading loading, Errands errands) {
        this.model = model;
        this.loading = loading;
        this.errands = errands;
        root = Fxml.load(this, "certificate.fxml");
        model.selectedProperty().addListener((property, before, now) -> show(now));
        model.shelf().all().addListener((javafx.beans.Observable changed) -> show(selected()));
        books.issued().addListener((javafx.beans.Observable changed) -> show(selected()));
        Clip.onCopy(root, this::copyPem);
        show(selected());
    }

    Parent root() {
        return root;
    }

    private Made selected() {
        return model.selectedProperty().get();
    }

    private void show(Made made) {
        nothing.setVisible(made == null);
        content.setVisible(made != null);
        if (made == null) {
            return;
        }
        icon.setFeather(made.kind().icon());
        name.setText(made.name());
        showPill(made);
        issuedBy.setText(
                made.told().selfIssued()
                        ? Messages.get("workshop.issuedByItself")
                        : Messages.get("workshop.issuedBy", made.told().issuerName()));
        shown(broken, made.fault().isPresent());
        made.fault()
                .ifPresent(fault -> brokenText.setText(
                        Messages.get("workshop.broken", FaultWords.title(fault), FaultWords.sentence(fault))));
        boolean leaf = !made.kind().isAuthority();
        shown(leafActions, leaf && made.key().isPresent());
        shown(authorityActions, !leaf);
        loadClient.getStyleClass().remove("accent");
        loadServer.getStyleClass().remove("accent");
        (made.kind() == Kind.SERVER ? loadServer : loadClient).getStyleClass().add("accent");
        shown(breakIt, made.kind() != Kind.ROOT && made.key().isPresent());
        shown(revoke, BooksModel.entry(made).filter(BooksModel::isRevocable).isPresent());
        keyHint.hintProperty().set(keyHint(made));
        facts.show(Facts.of(made));
    }

    private void showPill(Made made) {
        boolean revoked = BooksModel.entry(made)
                .filter(entry -> entry.revocation().isPresent())
                .isPresent();
        switch (made.told().validityAt(Instant.now())) {
            case VALID ->
                pill.show(
                        revoked ? StatePill.Tone.REFUSED : StatePill.Tone.CONNECTED,
                        Messages.get(revoked ? "workshop.state.REVOKED" : "workshop.state.VALID"));
            case EXPIRED -> pill.show(StatePill.Tone.REFUSED, Messages.get("workshop.state.EXPIRED"));
            case NOT_YET -> pill.show(StatePill.Tone.REFUSED, Messages.get("workshop.state.notYet"));
        }
    }

    private static Hint keyHint(Made made) {
        if (made.key().isEmpty()) {
            return Hint.info(Messages.get("workshop.key.elsewhere"));
        }
        return made.savedProperty().get()
                ? Hint.ok(Messages.get("workshop.key.saved"))
                : Hint.info(Messages.get("workshop.key.unsaved"));
    }

    private static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    @FXML
    void makeSet() {
        model.completeSet();
    }

    @FXML
    void loadIntoClient() {
        loading.load(selected(), Side.CLIENT, trust.isSelected());
    }

    @FXML
    void loadIntoServer() {
        loading.load(selected(), Side.SERVER, trust.isSelected());
    }

    @FXML
    void trustByClient() {
        loading.trust(selected(), Side.CLIENT);
    }

    @FXML
    void trustByServer() {
        loading.trust(selected(), Side.SERVER);
    }

    @FXML
    void save() {
        errands.save(List.of(selected()));
    }

    @FXML
    void reissue() {
        errands.reissue(selected());
    }

    @FXML
    void breakIt() {
        errands.breakIt(selected());
    }

    @FXML
    void revoke() {
        errands.revoke(selected());
    }

    @FXML
    void remove() {
        errands.remove(selected());
    }

    @FXML
    void copyPem() {
        if (selected() != null) {
            Clip.put(Pem.encode(selected().certificate()));
            model.noteProperty()
                    .set(Hint.ok(Messages.get("workshop.copied", selected().name())));
        }
    }
}
