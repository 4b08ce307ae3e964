package org.mtlsplayground.ui.certificates;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;

/**
 * The fields of a certificate, one below the other. One of them is selected: the keyboard enters there, and the arrow
 * keys go on. They are few, and of many heights, which a virtual list handles badly.
 */
public final class FieldList extends ScrollPane {
    private final VBox box = new VBox();
    private int selected;

    public FieldList() {
        getStyleClass().add("pg-cert-fields");
        box.setAccessibleRole(AccessibleRole.LIST_VIEW);
        box.accessibleTextProperty().bind(accessibleTextProperty());
        setContent(box);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        addEventFilter(KeyEvent.KEY_PRESSED, this::move);
    }

    /**
     * Replaces the fields; the one in the selected place is selected.
     *
     * @param copier is given the field whose copy button was pressed
     */
    void show(List<FieldRow> rows, Consumer<FieldRow> copier) {
        boolean hadFocus = isFocusWithin();
        box.getChildren().setAll(rows.stream().map(row -> view(row, copier)).toList());
        select(selected);
        if (hadFocus) {
            selectedView().ifPresent(FieldView::requestFocus);
        }
        setVvalue(0);
    }

    /** All fields. */
    List<FieldRow> rows() {
        return views().stream().map(FieldView::row).toList();
    }

    /** The selected field, if there are any. */
    Optional<FieldRow> selectedRow() {
        return selectedView().map(FieldView::row);
    }

    private FieldView view(FieldRow row, Consumer<FieldRow> copier) {
        FieldView view = new FieldView(row, copier);
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            select(views().indexOf(view));
            view.requestFocus();
        });
        return view;
    }

    private void select(int index) {
        List<FieldView> views = views();
        selected = Math.max(0, Math.min(index, views.size() - 1));
        for (int i = 0; i < views.size(); i++) {
            views.get(i).setSelected(i == selected);
        }
    }

    private void move(KeyEvent event) {
        int to = switch (event.getCode()) {
            case UP -> selected - 1;
            case DOWN -> selected + 1;
            case HOME -> 0;
            case END -> views().size() - 1;
            default -> Integer.MIN_VALUE;
        };
        if (to != Integer.MIN_VALUE && !event.isShortcutDown()) {
            select(to);
            selectedView().ifPresent(view -> {
                view.requestFocus();
                reveal(view);
            });
            event.consume();
        }
    }

    private void reveal(FieldView view) {
        double hidden = box.getHeight() - getViewportBounds().getHeight();
        if (hidden <= 0) {
            return;
        }
        Bounds bounds = view.getBoundsInParent();
        double top = getVvalue() * hidden;
        double bottom = top + getViewportBounds().getHeight();
        if (bounds.getMinY() < top) {
            setVvalue(bounds.getMinY() / hidden);
        } else if (bounds.getMaxY() > bottom) {
            setVvalue((bounds.getMaxY() - getViewportBounds().getHeight()) / hidden);
        }
    }

    private Optional<FieldView> selectedView() {
        return views().stream().skip(selected).findFirst();
    }

    private List<FieldView> views() {
        return box.getChildren().stream().map(FieldView.class::cast).toList();
    }
}
