package org.mtlsplayground.ui.certificates;

import java.util.List;
import java.util.Optional;
import javafx.collections.ObservableList;
import javafx.scene.control.TreeItem;
import org.mtlsplayground.pki.detail.Asn1Node;

/** A value of the ASN.1 tree. Those in it are read when it is first unfolded. */
final class Asn1Item extends TreeItem<Asn1Node> {
    private final List<Asn1Node> below;
    private boolean isFilled;

    Asn1Item(Asn1Node node) {
        this(node, node.children());
    }

    /** The invisible root. */
    Asn1Item(Asn1Node node, List<Asn1Node> below) {
        super(node);
        this.below = below;
    }

    @Override
    public boolean isLeaf() {
        return below.isEmpty();
    }

    @Override
    public ObservableList<TreeItem<Asn1Node>> getChildren() {
        ObservableList<TreeItem<Asn1Node>> children = super.getChildren();
        if (!isFilled) {
            isFilled = true;
            children.setAll(below.stream().map(Asn1Item::new).toList());
        }
        return children;
    }

    void unfold(int levels) {
        setExpanded(true);
        if (levels > 0) {
            getChildren().forEach(child -> ((Asn1Item) child).unfold(levels - 1));
        }
    }

    /** The smallest value with all these bytes in it; what it stands in is unfolded. */
    Optional<Asn1Item> find(int offset, int end) {
        for (TreeItem<Asn1Node> child : getChildren()) {
            Asn1Node node = child.getValue();
            if (node.range().offset() <= offset && end <= node.range().end()) {
                setExpanded(true);
                Asn1Item item = (Asn1Item) child;
                return item.find(offset, end).or(() -> Optional.of(item));
            }
        }
        return Optional.empty();
    }
}
