package org.mtlsplayground.ui.common.hex;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Clip;

/** What keys, mouse and wheel do to a {@link HexView}. */
final class HexInput {
    private final HexView view;
    private final HexCaret caret;
    private final ScrollBar bar;
    private double wheel;

    private HexInput(HexView view, HexCaret caret, ScrollBar bar) {
        this.view = view;
        this.caret = caret;
        this.bar = bar;
    }

    static ContextMenu install(HexView view, HexCaret caret, ScrollBar bar) {
        HexInput input = new HexInput(view, caret, bar);
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, input::press);
        view.addEventHandler(MouseEvent.MOUSE_DRAGGED, input::drag);
        view.addEventHandler(ScrollEvent.SCROLL, input::scroll);
        view.addEventHandler(KeyEvent.KEY_PRESSED, input::key);
        Clip.onCopy(view, input::copyHex);
        ContextMenu menu = new ContextMenu(
                item("hex.copy.hex", input::copyHex),
                item("hex.copy.dump", input::copyDump),
                item("hex.copy.text", input::copyText));
        view.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            menu.show(view, event.getScreenX(), event.getScreenY());
            event.consume();
        });
        view.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> menu.hide());
        return menu;
    }

    private static MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(Messages.get(key));
        item.setOnAction(event -> action.run());
        return item;
    }

    private void press(MouseEvent event) {
        view.requestFocus();
        int at = view.byteAt(event.getX(), event.getY());
        boolean keeps = event.getButton() != MouseButton.PRIMARY
                && view.marks().selection().contains(at);
        if (at >= 0 && !keeps && event.getTarget() != bar) {
            caret.moveTo(at, event.isShiftDown());
            view.selected();
        }
        event.consume();
    }

    private void drag(MouseEvent event) {
        int at = view.byteAt(event.getX(), event.getY());
        if (at >= 0 && at != caret.caret() && event.isPrimaryButtonDown()) {
            caret.moveTo(at, true);
            view.selected();
        }
        event.consume();
    }

    private void scroll(ScrollEvent event) {
        wheel -= event.getDeltaY() / view.metrics().height();
        int whole = (int) wheel;
        wheel -= whole;
        bar.setValue(Math.max(0, Math.min(bar.getValue() + whole, bar.getMax())));
        event.consume();
    }

    private void key(KeyEvent event) {
        boolean shortcut = event.isShortcutDown();
        HexCaret.Move move = switch (event.getCode()) {
            case LEFT -> HexCaret.Move.LEFT;
            case RIGHT -> HexCaret.Move.RIGHT;
            case UP -> HexCaret.Move.UP;
            case DOWN -> HexCaret.Move.DOWN;
            case HOME -> shortcut ? HexCaret.Move.START : HexCaret.Move.ROW_START;
            case END -> shortcut ? HexCaret.Move.END : HexCaret.Move.ROW_END;
            case PAGE_UP -> HexCaret.Move.PAGE_UP;
            case PAGE_DOWN -> HexCaret.Move.PAGE_DOWN;
            default -> null;
        };
        if (view.bytes().length == 0) {
            return;
        }
        if (move != null) {
            caret.move(move, event.isShiftDown(), view.grid(), view.page());
            view.selected();
            event.consume();
        } else if (shortcut && event.getCode() == KeyCode.A) {
            caret.take(new ByteRange(0, view.bytes().length));
            view.selected();
            event.consume();
        }
    }

    /** What is selected, or all where nothing is. */
    private ByteRange selection() {
        ByteRange selection = view.marks().selection();
        return selection.isEmpty() ? new ByteRange(0, view.bytes().length) : selection;
    }

    private void copyHex() {
        Clip.put(HexText.digits(view.bytes(), selection()));
    }

    private void copyDump() {
        Clip.put(HexText.dump(view.bytes(), selection(), view.grid()));
    }

    private void copyText() {
        Clip.put(HexText.text(view.bytes(), selection()));
    }
}
