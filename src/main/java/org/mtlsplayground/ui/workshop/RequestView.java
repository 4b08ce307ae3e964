package org.mtlsplayground.ui.workshop;

import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import org.mtlsplayground.ca.SigningRequest;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Clip;
import org.mtlsplayground.ui.common.FilePicker;
import org.mtlsplayground.ui.common.Fxml;
import org.mtlsplayground.ui.common.Hint;
import org.mtlsplayground.ui.common.HintLine;

/** Certificate requests: read from a file, dropped or pasted, looked at, signed; and those that were made here. */
final class RequestView {
    private static final double ROW_EM = 2.2;
    private static final int MOST_ROWS = 3;
    private static final String END = "-----END ";

    private final RequestModel model;
    private final FilePicker picker;
    private final Errands errands;
    private final Consumer<SigningRequest> onSign;
    private final Parent root;

    @FXML
    private TextArea pasted;

    @FXML
    private HintLine hint;

    @FXML
    private Node found;

    @FXML
    private Label name;

    @FXML
    private Button save;

    @FXML
    private HintLine proof;

    @FXML
    private HintLine authority;

    @FXML
    private FactList facts;

    @FXML
    private Node own;

    @FXML
    private ListView<MadeRequest> list;

    /** @param onSign shows the form, filled with what a request asks for */
    RequestView(RequestModel model, FilePicker picker, Errands errands, Consumer<SigningRequest> onSign) {
        this.model = model;
        this.picker = picker;
        this.errands = errands;
        this.onSign = onSign;
        root = Fxml.load(this, "requests.fxml");
        hint.hintProperty().bind(model.hintProperty());
        pasted.setAccessibleText(Messages.get("workshop.requests.prompt"));
        pasted.textProperty().addListener((property, before, now) -> {
            if (now.contains(END)) {
                model.paste(now);
            }
        });
        root.setOnDragOver(this::dragOver);
        root.setOnDragDropped(this::dropped);
        list.setItems(model.made());
        list.setCellFactory(view -> new RequestCell());
        list.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null) {
                model.show(now);
            }
        });
        model.made().addListener((javafx.beans.Observable changed) -> showOwn());
        model.shownProperty().addListener((property, before, now) -> show(now));
        show(null);
        showOwn();
    }

    Parent root() {
        return root;
    }

    private static final class RequestCell extends ListCell<MadeRequest> {
        @Override
        protected void updateItem(MadeRequest request, boolean empty) {
            super.updateItem(request, empty);
            setText(
                    empty || request == null
                            ? ""
                            : Messages.get(
                                    request.savedProperty().get()
                                            ? "workshop.requests.saved"
                                            : "workshop.requests.unsaved",
                                    request.name()));
        }
    }

    private void showOwn() {
        shown(own, !model.made().isEmpty());
        list.setStyle(
                "-fx-pref-height: " + ROW_EM * Math.min(MOST_ROWS, model.made().size()) + "em;");
    }

    private void show(RequestModel.Read read) {
        shown(found, read != null);
        if (read == null) {
            return;
        }
        name.setText(MadeRequest.nameOf(read.request()));
        proof.hintProperty()
                .set(
                        read.verifies()
                                ? Hint.ok(Messages.get("workshop.requests.proved"))
                                : Hint.error(Messages.get("workshop.requests.unproved")));
        authority
                .hintProperty()
                .set(
                        read.request().asksForAuthority()
                                ? Hint.warn(Messages.get("workshop.requests.authority"))
                                : Hint.NONE);
        facts.show(Facts.of(read));
        shown(save, model.ownShown().isPresent());
    }

    private static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /** Files are taken by the window. */
    private static boolean isText(DragEvent event) {
        return event.getDragboard().hasString() && !event.getDragboard().hasFiles();
    }

    private void dragOver(DragEvent event) {
        if (isText(event)) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        if (isText(event)) {
            model.paste(event.getDragboard().getString());
            event.setDropCompleted(true);
            event.consume();
        }
    }

    @FXML
    void open() {
        picker.pick(root.getScene().getWindow(), Messages.get("workshop.requests.open.title"))
                .ifPresent(model::read);
    }

    @FXML
    void copy() {
        Clip.put(model.shownProperty().get().request().pem());
    }

    @FXML
    void save() {
        model.ownShown().ifPresent(made -> errands.save(new RequestSaving(made)));
    }

    @FXML
    void sign() {
        onSign.accept(model.shownProperty().get().request());
    }
}
