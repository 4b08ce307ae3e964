package org.mtlsplayground.ui.certificates;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;

/**
 * The fields of a certificate, one below the other. One of them is selected: the keyboard enters there, and the arrow
 * keys go on. They are few, and of many heights, which a virtual list handles badly.
 */
public final class FieldList extends ScrollPane {
    private final VBox box = new VBox();
    private int selected;
    private String searched = "";

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

    /** Replaces the fields; the one in the selected place is selected, and what was unfolded stays so. */
    void show(List<FieldRow> rows, FieldActions actions) {
        boolean hadFocus = isFocusWithin();
        List<String> open = views().stream()
                .filter(FieldView::isOpen)
                .map(view -> view.row().label())
                .toList();
        box.getChildren().setAll(rows.stream().map(row -> view(row, actions)).toList());
        views().forEach(view -> view.setOpen(open.contains(view.row().label())));
        mark(searched);
        select(selected);
        if (hadFocus) {
            selectedView().ifPresent(FieldView::requestFocus);
        }
        setVvalue(0);
    }

    /** Marks the fields that have this text in them; none if it is empty. */
    void mark(String text) {
        searched = text;
        views().forEach(view -> view.setFound(!text.isEmpty() && view.row().contains(text)));
    }

    /** Selects the first field that has the marked text in it, and brings it into sight. */
    void goToFound() {
        List<FieldView> views = views();
        for (int i = 0; i < views.size(); i++) {
            if (!searched.isEmpty() && views.get(i).row().contains(searched)) {
                select(i);
                layout();
                reveal(views.get(i));
                return;
            }
        }
    }

    /** Selects the row about the field with that id, and brings it into sight. */
    void goTo(String id) {
        List<FieldView> views = views();
        for (int i = 0; i < views.size(); i++) {
            if (views.get(i).row().fields().stream()
                    .anyMatch(field -> field.id().equals(id))) {
                select(i);
                layout();
                reveal(views.get(i));
                return;
            }
        }
    }

    /** All fields. */
    List<FieldRow> rows() {
        return views().stream().map(FieldView::row).toList();
    }

    /** The selected field, if there are any. */
    Optional<FieldRow> selectedRow() {
        return selectedView().map(FieldView::row);
    }

    private FieldView view(FieldRow row, FieldActions actions) {
        FieldView view = new FieldView(row, actions);
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            select(views().indexOf(view));
            view.requestFocus();
        });
        view.line().addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                toggle(view);
            }
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

    private void toggle(FieldView view) {
        view.setOpen(!view.isOpen());
        layout();
        reveal(view);
    }

    private void move(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            selectedView().ifPresent(this::toggle);
            event.consume();
            return;
        }
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
        } else if (bounds.getMaxY() > bottom
                && bounds.getHeight() > getViewportBounds().getHeight()) {
            setVvalue(Math.min(1, bounds.getMinY() / hidden));
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
