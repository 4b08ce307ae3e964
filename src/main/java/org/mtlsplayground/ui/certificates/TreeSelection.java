package org.mtlsplayground.ui.certificates;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import org.mtlsplayground.ui.common.Sight;

/** Keeps the tree and the model's chains and selection the same. */
final class TreeSelection {
    private final TreeView<ChainEntry> tree;
    private final CertificatesModel model;
    private boolean filling;

    private TreeSelection(TreeView<ChainEntry> tree, CertificatesModel model) {
        this.tree = tree;
        this.model = model;
    }

    static void join(TreeView<ChainEntry> tree, CertificatesModel model) {
        TreeSelection selection = new TreeSelection(tree, model);
        tree.setShowRoot(false);
        model.chainsProperty().addListener((property, before, now) -> selection.fill(now));
        model.selectedProperty().addListener((property, before, now) -> selection.select(now));
        tree.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> selection.chosen(now));
    }

    private void fill(List<ChainNode> chains) {
        filling = true;
        tree.setRoot(item(new ChainNode(new ChainEntry.Heading("", "", Optional.empty()), chains)));
        filling = false;
    }

    private void select(ChainEntry entry) {
        TreeItem<ChainEntry> item = find(tree.getRoot(), entry);
        if (item != null && tree.getSelectionModel().getSelectedItem() != item) {
            filling = true;
            tree.getSelectionModel().select(item);
            filling = false;
            Sight.bring(tree, tree.getRow(item), tree::scrollTo);
        }
    }

    /** The heading of what the program shows by itself says nothing more: its leaf is shown. */
    private void chosen(TreeItem<ChainEntry> item) {
        if (filling || item == null) {
            return;
        }
        boolean isFile = item.getValue() instanceof ChainEntry.Heading heading
                && heading.file().isPresent();
        boolean isPlain = item.getValue() instanceof ChainEntry.Heading && !isFile;
        model.selectedProperty().set(isPlain ? deepest(item) : item.getValue());
    }

    private static ChainEntry deepest(TreeItem<ChainEntry> item) {
        return item.isLeaf() ? item.getValue() : deepest(item.getChildren().get(0));
    }

    private static TreeItem<ChainEntry> item(ChainNode node) {
        TreeItem<ChainEntry> item = new TreeItem<>(node.entry());
        item.setExpanded(true);
        for (ChainNode child : node.children()) {
            item.getChildren().add(item(child));
        }
        return item;
    }

    private static TreeItem<ChainEntry> find(TreeItem<ChainEntry> item, ChainEntry wanted) {
        if (item == null || wanted == null) {
            return null;
        }
        // The very entry: a record equal to it may stand in another group.
        if (item.getValue() == wanted) {
            return item;
        }
        for (TreeItem<ChainEntry> child : item.getChildren()) {
            TreeItem<ChainEntry> found = find(child, wanted);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
