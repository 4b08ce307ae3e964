package org.mtlsplayground.ui.timeline;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Leads the keys past rows of a list that are no messages. */
final class RowKeys {
    private RowKeys() {}

    /**
     * Takes the arrow keys, Home and End of a list.
     *
     * @param selectable the rows at which they stop
     */
    static <T> void lead(ListView<T> list, Predicate<T> selectable) {
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (moves(event, list, selectable, index -> select(list, index))) {
                event.consume();
            }
        });
    }

    private static void select(ListView<?> list, int index) {
        list.getSelectionModel().clearAndSelect(index);
        list.getFocusModel().focus(index);
        // The list itself would scroll the row to its top, wherever it was.
        if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> cells) {
            cells.scrollTo(index);
        }
    }

    /** Whether the key was one of these, without others; if it leads to another row, that one is selected. */
    static <T> boolean moves(KeyEvent event, ListView<T> list, Predicate<T> selectable, IntConsumer select) {
        if (event.isShiftDown() || event.isShortcutDown() || event.isAltDown()) {
            return false;
        }
        KeyCode key = event.getCode();
        int selected = list.getSelectionModel().getSelectedIndex();
        int end = list.getItems().size();
        OptionalInt next = switch (key) {
            case DOWN -> next(list.getItems(), selectable, selected, 1);
            case UP -> next(list.getItems(), selectable, selected, -1);
            case HOME -> next(list.getItems(), selectable, -1, 1);
            case END -> next(list.getItems(), selectable, end, -1);
            default -> OptionalInt.empty();
        };
        next.ifPresent(select);
        return key == KeyCode.DOWN || key == KeyCode.UP || key == KeyCode.HOME || key == KeyCode.END;
    }

    private static <T> OptionalInt next(List<T> all, Predicate<T> selectable, int from, int step) {
        for (int index = from + step; index >= 0 && index < all.size(); index += step) {
            if (selectable.test(all.get(index))) {
                return OptionalInt.of(index);
            }
        }
        return OptionalInt.empty();
    }
}
