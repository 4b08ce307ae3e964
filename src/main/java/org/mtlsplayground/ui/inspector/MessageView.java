package org.mtlsplayground.ui.inspector;

import javafx.beans.Observable;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import org.mtlsplayground.ui.common.Clip;
import org.mtlsplayground.ui.common.Fxml;
import org.mtlsplayground.ui.common.Sight;
import org.mtlsplayground.ui.common.hex.HexLayout;
import org.mtlsplayground.ui.common.hex.HexText;
import org.mtlsplayground.ui.common.hex.HexView;

/** A message in full: the tree of its fields, its bytes, what they mean. Selecting in one marks in the others. */
public final class MessageView {
    /** Which part of the room beside the bytes the fields have. */
    private static final double FIELDS = 0.62;

    /** How much room fields and explanation need at least, as a multiple of sixteen bytes' width. */
    private static final double LEAST_REST = 1.2;

    private final MessageModel model;
    private final Parent root;
    private boolean following;

    @FXML
    private Node nothing;

    @FXML
    private SplitPane parts;

    @FXML
    private TreeView<FieldNode> tree;

    @FXML
    private HexView hex;

    @FXML
    private ExplanationPane explanation;

    public MessageView(MessageModel model) {
        this.model = model;
        root = Fxml.load(this, "message.fxml");
        root.getStylesheets().add(MessageView.class.getResource("message.css").toExternalForm());
        tree.setCellFactory(view -> new FieldCell());
        Clip.onCopy(tree, this::copyField);
        hex.onSelect(model::selectBytes);
        tree.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> chosen(now));
        model.treeProperty().addListener((property, before, now) -> fill());
        model.fieldProperty().addListener((property, before, now) -> follow(now));
        model.marksProperty().addListener((property, before, now) -> hex.mark(now));
        model.explainedProperty().addListener((property, before, now) -> explanation.show(now));
        fill();
        follow(model.fieldProperty().get());
        hex.mark(model.marksProperty().get());
        explanation.show(model.explainedProperty().get());
    }

    /** All of it. */
    public Parent root() {
        return root;
    }

    /** What is divided among fields, bytes and explanation. */
    public SplitPane parts() {
        return parts;
    }

    /**
     * Where it is usually divided: the bytes have what sixteen in a row need, or eight where it is narrow, the fields most of
     * the rest.
     */
    public double[] usualDividers() {
        double width = Math.max(1, parts.getWidth());
        double wide = hex.widthFor(HexLayout.WIDE);
        double bytes = (width - wide < wide * LEAST_REST ? hex.widthFor(HexLayout.NARROW) : wide) / width;
        double fields = (1 - bytes) * FIELDS;
        return parts.getWidth() == 0 ? parts.getDividerPositions() : new double[] {fields, fields + bytes};
    }

    /** What the usual division depends on. */
    public Observable[] dividerCauses() {
        return new Observable[] {parts.widthProperty(), hex.sizeOfText()};
    }

    private void fill() {
        FieldNode message = model.treeProperty().get();
        nothing.setVisible(message == null);
        parts.setVisible(message != null);
        following = true;
        if (message == null) {
            tree.setRoot(null);
        } else {
            FieldItem item = new FieldItem(message);
            item.unfold();
            tree.setRoot(item);
        }
        following = false;
        hex.show(model.bytes());
    }

    private void chosen(TreeItem<FieldNode> item) {
        if (!following && item != null) {
            model.selectField(item.getValue());
        }
    }

    /** Shows in the tree what was selected elsewhere. */
    private void follow(FieldNode field) {
        if (field == null || !(tree.getRoot() instanceof FieldItem message)) {
            return;
        }
        TreeItem<FieldNode> selected = tree.getSelectionModel().getSelectedItem();
        if (selected != null && selected.getValue() == field) {
            return;
        }
        following = true;
        TreeItem<FieldNode> item = message.reveal(field);
        tree.getSelectionModel().select(item);
        Sight.bring(tree, tree.getRow(item), tree::scrollTo);
        following = false;
    }

    @FXML
    void copyField() {
        copy(FieldText.line(model.fieldProperty().get(), model.bytes()));
    }

    @FXML
    void copyValue() {
        copy(FieldText.value(model.fieldProperty().get(), model.bytes()));
    }

    @FXML
    void copyOutline() {
        copy(FieldText.outline(model.fieldProperty().get(), model.bytes()));
    }

    @FXML
    void copyHex() {
        copy(HexText.digits(model.bytes(), model.fieldProperty().get().range()));
    }

    @FXML
    void copyDump() {
        copy(HexText.dump(model.bytes(), model.fieldProperty().get().range(), hex.grid()));
    }

    private static void copy(String text) {
        Clip.put(text);
    }
}
