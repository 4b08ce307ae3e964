package org.mtlsplayground.ui.workshop;

import atlantafx.base.controls.ToggleSwitch;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import org.mtlsplayground.ca.revocation.Asked;
import org.mtlsplayground.ca.revocation.Issued;
import org.mtlsplayground.ca.revocation.OcspResponder;
import org.mtlsplayground.ca.revocation.OcspResponder.Behaviour;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Clip;
import org.mtlsplayground.ui.common.Fxml;
import org.mtlsplayground.ui.common.HintLine;
import org.mtlsplayground.ui.common.Segments;

/** A CA’s books: what it issued and revoked, its CRL, its responder. */
final class BooksView {
    private final BooksModel model;
    private final Responders responders;
    private final Errands errands;
    private final Runnable onKeep;
    private final Parent root;
    private final ObjectProperty<Behaviour> behaviour =
            new SimpleObjectProperty<>(this, "behaviour", Behaviour.ANSWERING);
    private boolean showing;

    @FXML
    private Node nothing;

    @FXML
    private Node content;

    @FXML
    private Label name;

    @FXML
    private Label kept;

    @FXML
    private Button keep;

    @FXML
    private HintLine hint;

    @FXML
    private ListView<Issued> issued;

    @FXML
    private ToggleSwitch responder;

    @FXML
    private Label address;

    @FXML
    private Button copy;

    @FXML
    private Node behaviours;

    @FXML
    private ToggleButton answering;

    @FXML
    private ToggleButton later;

    @FXML
    private ToggleButton silent;

    @FXML
    private Label staple;

    @FXML
    private ListView<Asked> log;

    /**
     * Builds it.
     *
     * @param onRevoke asks for the reason, and revokes
     * @param onKeep asks for a folder, and keeps the CA there
     */
    BooksView(BooksModel model, Responders responders, Errands errands, Consumer<Issued> onRevoke, Runnable onKeep) {
        this.model = model;
        this.responders = responders;
        this.errands = errands;
        this.onKeep = onKeep;
        root = Fxml.load(this, "books.fxml");
        hint.hintProperty().bind(model.hintProperty());
        issued.setItems(model.issued());
        issued.setPlaceholder(new Label(Messages.get("workshop.books.none")));
        issued.setCellFactory(list -> new IssuedCell(onRevoke, entry -> model.release(entry.serial())));
        log.setPlaceholder(new Label(Messages.get("workshop.ocsp.log.none")));
        log.setCellFactory(list -> new AskedCell(model));
        Segments.bind(
                Map.of(
                        answering, Behaviour.ANSWERING,
                        later, Behaviour.TRY_LATER,
                        silent, Behaviour.SILENT),
                behaviour);
        behaviour.addListener((property, before, now) -> model.behave(now));
        responder.selectedProperty().addListener((property, before, now) -> {
            if (!showing) {
                model.switchResponder(now);
            }
        });
        model.hintProperty().addListener((property, before, now) -> showRunning());
        model.authorityProperty().addListener((property, before, now) -> show(now));
        model.folderProperty().addListener((property, before, now) -> showKept(now));
        show(model.authorityProperty().get());
    }

    Parent root() {
        return root;
    }

    private void show(Made ca) {
        nothing.setVisible(ca == null);
        content.setVisible(ca != null);
        if (ca == null) {
            return;
        }
        name.setText(ca.name());
        showKept(model.folderProperty().get());
        Responders.Desk desk = responders.of(ca);
        desk.runningProperty().addListener((property, before, now) -> {
            if (ca.equals(model.authorityProperty().get())) {
                showRunning();
            }
        });
        log.setItems(FXCollections.unmodifiableObservableList(desk.log()));
        desk.log().addListener((ListChangeListener<Asked>)
                change -> log.scrollTo(desk.log().size() - 1));
        showRunning();
    }

    private void showKept(Path folder) {
        kept.setText(folder == null ? "" : Messages.get("workshop.books.kept", folder));
        keep.setVisible(folder == null);
        keep.setManaged(folder == null);
    }

    private void showRunning() {
        Made ca = model.authorityProperty().get();
        if (ca == null) {
            return;
        }
        OcspResponder running = responders.of(ca).runningProperty().get();
        showing = true;
        responder.setSelected(running != null);
        address.setText(running == null ? "" : running.address().toString());
        if (running != null) {
            behaviour.set(running.behaviour());
        }
        showing = false;
        shown(copy, running != null);
        shown(behaviours, running != null);
        shown(log, running != null);
        staple.setText(
                running == null
                        ? Messages.get("workshop.ocsp.off")
                        : Messages.get("workshop.ocsp.on", running.crlAddress()));
    }

    private static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    @FXML
    void keep() {
        onKeep.run();
    }

    @FXML
    void writeCrl() {
        String of = model.authorityProperty().get().name();
        model.newCrl().ifPresent(crl -> errands.save(new CrlSaving(of, crl)));
    }

    @FXML
    void copyAddress() {
        Clip.put(address.getText());
    }
}
