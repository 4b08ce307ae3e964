package org.mtlsplayground.ui.inspector;

import java.util.ArrayDeque;
import java.util.Queue;
import javafx.collections.ObservableList;
import javafx.scene.control.TreeItem;

/** A part of a message in the tree. Those below it are made when it is first unfolded: there may be thousands. */
final class FieldItem extends TreeItem<FieldNode> {
    /** What is unfolded at first should not fill more than one look. */
    private static final int UNFOLDED = 26;

    private static final int LONG_LIST = 12;

    private boolean isFilled;

    FieldItem(FieldNode node) {
        super(node);
    }

    @Override
    public boolean isLeaf() {
        return getValue().children().isEmpty();
    }

    @Override
    public ObservableList<TreeItem<FieldNode>> getChildren() {
        ObservableList<TreeItem<FieldNode>> children = super.getChildren();
        if (!isFilled) {
            isFilled = true;
            children.setAll(getValue().children().stream().map(FieldItem::new).toList());
        }
        return children;
    }

    /** The item of a part of this item's node; what it stands in is unfolded. */
    TreeItem<FieldNode> reveal(FieldNode node) {
        return node.parent()
                .<TreeItem<FieldNode>>map(parent -> {
                    TreeItem<FieldNode> above = reveal(parent);
                    above.setExpanded(true);
                    return above.getChildren().get(node.position());
                })
                .orElse(this);
    }

    /** Unfolds it, and what is below it level by level while there is room; no long lists. */
    void unfold() {
        setExpanded(true);
        int rows = 1 + getChildren().size();
        Queue<TreeItem<FieldNode>> next = new ArrayDeque<>(getChildren());
        while (!next.isEmpty()) {
            TreeItem<FieldNode> item = next.remove();
            int more = item.getValue().children().size();
            if (more > 0 && more <= LONG_LIST && rows + more <= UNFOLDED) {
                item.setExpanded(true);
                rows += more;
                next.addAll(item.getChildren());
            }
        }
    }
}
