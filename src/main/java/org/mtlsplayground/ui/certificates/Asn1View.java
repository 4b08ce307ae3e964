package org.mtlsplayground.ui.certificates;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.HBox;
import org.mtlsplayground.pki.detail.Asn1;
import org.mtlsplayground.pki.detail.Asn1Node;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.text.Sizes;
import org.mtlsplayground.ui.common.Clip;
import org.mtlsplayground.ui.common.Sight;
import org.mtlsplayground.ui.common.hex.ByteRange;
import org.mtlsplayground.ui.common.hex.HexLayout;
import org.mtlsplayground.ui.common.hex.HexMarks;
import org.mtlsplayground.ui.common.hex.HexView;

/** The ASN.1 of a certificate as a tree with offsets, beside its bytes. Selecting in one marks in the other. */
public final class Asn1View extends SplitPane {
    /** A usual certificate is unfolded all; more would be a long way to the end. */
    private static final int UNFOLDED = 400;

    private static final double MOST_FOR_BYTES = 0.55;
    private static final double MOST_FOR_NARROW = 0.62;

    private final TreeView<Asn1Node> tree = new TreeView<>();
    private final HexView hex = new HexView();
    private byte[] shown = new byte[0];
    private boolean following;

    public Asn1View() {
        getStyleClass().add("pg-asn1");
        tree.getStyleClass().add("pg-asn1-tree");
        tree.setShowRoot(false);
        tree.setAccessibleText(Messages.get("certificates.asn1.tree"));
        tree.setCellFactory(view -> new Cell());
        tree.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> chosen(now));
        Clip.onCopy(tree, this::copyValue);
        hex.onSelect(this::selected);
        getItems().setAll(tree, hex);
        widthProperty().addListener(changed -> divide());
        hex.sizeOfText().addListener(changed -> divide());
    }

    /** The bytes have what sixteen in a row need, or eight where it is narrow, the tree the rest. */
    private void divide() {
        double width = getWidth();
        double wide = hex.widthFor(HexLayout.WIDE);
        double bytes = wide < width * MOST_FOR_BYTES ? wide : hex.widthFor(HexLayout.NARROW);
        if (width > 0) {
            setDividerPositions(Math.max(1 - MOST_FOR_NARROW, 1 - bytes / width));
        }
    }

    /** Shows this encoding in place of the one before. */
    void show(byte[] der) {
        shown = der;
        List<Asn1Node> roots = Asn1.parse(der);
        Asn1Item item = new Asn1Item(null, roots);
        boolean isUsual =
                roots.size() == 1 && Asn1.flatten(roots.get(0), UNFOLDED + 1).size() <= UNFOLDED;
        item.unfold(isUsual ? Asn1.MAX_DEPTH : 2);
        following = true;
        tree.setRoot(item);
        following = false;
        hex.show(der);
    }

    /** Selects the value that lies there, and marks its bytes. */
    void select(org.mtlsplayground.pki.detail.ByteRange range) {
        reveal(range.offset(), range.end());
        TreeItem<Asn1Node> item = tree.getSelectionModel().getSelectedItem();
        if (item != null) {
            chosen(item);
        }
    }

    TreeView<Asn1Node> tree() {
        return tree;
    }

    HexView hex() {
        return hex;
    }

    private void chosen(TreeItem<Asn1Node> item) {
        if (!following && item != null) {
            ByteRange range = range(item.getValue());
            hex.mark(new HexMarks(range, range, fault(item.getValue())));
        }
    }

    private void selected(ByteRange range) {
        reveal(range.start(), range.end());
        TreeItem<Asn1Node> item = tree.getSelectionModel().getSelectedItem();
        ByteRange field = item == null ? range : range(item.getValue());
        hex.mark(new HexMarks(field, range, ByteRange.NONE));
    }

    private void reveal(int start, int end) {
        if (tree.getRoot() instanceof Asn1Item root) {
            following = true;
            root.find(start, end).ifPresent(item -> {
                tree.getSelectionModel().select(item);
                Sight.bring(tree, tree.getRow(item), tree::scrollTo);
            });
            following = false;
        }
    }

    private ByteRange range(Asn1Node node) {
        return new ByteRange(node.range().offset(), node.range().end()).within(shown.length);
    }

    private ByteRange fault(Asn1Node node) {
        return node.malformed().isPresent() ? range(node) : ByteRange.NONE;
    }

    private void copyValue() {
        TreeItem<Asn1Node> item = tree.getSelectionModel().getSelectedItem();
        if (item != null) {
            String value = item.getValue().value();
            Clip.put(value.isEmpty() ? words(item.getValue()) : value);
        }
    }

    static String words(Asn1Node node) {
        return node.malformed()
                .map(at -> Messages.get(
                        "certificates.malformed", at.offset(), Messages.get("certificates.malformed." + at.reason())))
                .orElse(node.type());
    }

    private static final class Cell extends TreeCell<Asn1Node> {
        private final Label offset = label("pg-asn1-offset");
        private final Label type = label("pg-asn1-type");
        private final Label value = label("pg-asn1-value");
        private final Label length = label("pg-asn1-length");
        private final HBox line = new HBox(offset, type, value, length);

        Cell() {
            getStyleClass().add("pg-asn1-cell");
            line.getStyleClass().add("pg-asn1-line");
            offset.setMinWidth(USE_PREF_SIZE);
            type.setMinWidth(USE_PREF_SIZE);
            value.setMinWidth(0);
            length.setMinWidth(0);
            setPrefWidth(0);
        }

        private static Label label(String style) {
            Label label = new Label();
            label.getStyleClass().add(style);
            return label;
        }

        @Override
        protected void updateItem(Asn1Node node, boolean empty) {
            super.updateItem(node, empty);
            boolean isThere = !empty && node != null;
            setGraphic(isThere ? line : null);
            setAccessibleText(null);
            getStyleClass().remove("pg-asn1-fault");
            if (!isThere) {
                return;
            }
            if (node.malformed().isPresent()) {
                getStyleClass().add("pg-asn1-fault");
            }
            String tail = Messages.get(
                    "certificates.asn1.length", Sizes.grouped(node.range().length()));
            offset.setText(String.format("%04x", node.offset()));
            type.setText(words(node));
            value.setText(node.value());
            value.setManaged(!node.value().isEmpty());
            length.setText(node.value().isEmpty() ? tail : "");
            setAccessibleText(String.join(" ", words(node), node.value(), tail, offset.getText()));
        }
    }
}
