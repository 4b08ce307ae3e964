package org.mtlsplayground.ui.workshop;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;

/** Joins the tree at the left to the shelf: each certificate stands below its issuer. */
final class ShelfTree {
    private final TreeView<Made> tree;
    private final WorkshopModel model;
    private final Map<Made, TreeItem<Made>> items = new HashMap<>();
    private final TreeItem<Made> root = new TreeItem<>();
    private boolean showing;

    ShelfTree(TreeView<Made> tree, WorkshopModel model) {
        this.tree = tree;
        this.model = model;
        tree.setShowRoot(false);
        tree.setRoot(root);
        model.shelf().all().addListener((ListChangeListener<Made>) change -> show());
        model.selectedProperty().addListener((property, before, now) -> select(now));
        tree.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (!showing && now != null) {
                model.selectedProperty().set(now.getValue());
            }
        });
        show();
    }

    /** Draws the lines again: what is said of some has changed. */
    void refresh() {
        tree.refresh();
    }

    private void show() {
        showing = true;
        List<Made> all = model.shelf().all();
        items.keySet().retainAll(all);
        all.forEach(made -> items.computeIfAbsent(made, key -> {
            TreeItem<Made> item = new TreeItem<>(key);
            item.setExpanded(true);
            return item;
        }));
        children(
                root,
                all.stream()
                        .filter(made -> made.issuer().isEmpty())
                        .map(items::get)
                        .toList());
        all.forEach(made -> children(
                items.get(made),
                model.shelf().issuedBy(made).stream().map(items::get).toList()));
        showing = false;
        select(model.selectedProperty().get());
        tree.refresh();
    }

    private static void children(TreeItem<Made> parent, List<TreeItem<Made>> wanted) {
        if (!parent.getChildren().equals(wanted)) {
            parent.getChildren().setAll(wanted);
        }
    }

    private void select(Made made) {
        TreeItem<Made> item = items.get(made);
        if (item == null) {
            tree.getSelectionModel().clearSelection();
        } else if (tree.getSelectionModel().getSelectedItem() != item) {
            tree.getSelectionModel().select(item);
            tree.scrollTo(tree.getRow(item));
        }
    }
}
