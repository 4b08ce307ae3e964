package org.mtlsplayground.ui.wire;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.kordamp.ikonli.feather.Feather;
import org.mtlsplayground.capture.Gate;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.text.Sizes;
import org.mtlsplayground.ui.common.FocusAfter;
import org.mtlsplayground.ui.common.Icon;
import org.mtlsplayground.ui.common.LazyTip;
import org.mtlsplayground.ui.common.PopOvers;
import org.mtlsplayground.ui.common.hex.ByteRange;
import org.mtlsplayground.wire.Field;

/** The bar above a message that waits: what is to be done to it before it passes. For use on the FX thread. */
public final class AlterBar {
    /**
     * The message that is looked at, while it waits.
     *
     * @param name what it is called
     * @param offset of its first byte from the record's first; negative where that is not known
     * @param bytes as they are shown
     * @param encrypted whether what is altered is the ciphertext
     * @param fields of a handshake message in clear; empty for others
     */
    public record Target(
            Gate.Held held, String name, int offset, byte[] bytes, boolean encrypted, List<Field> fields) {}

    private static final int BITS = 8;

    private final WireModel model;
    private final FlowPane root = new FlowPane();
    private final Label title = new Label();
    private final MenuButton bytes = menu("alter-bytes", "alter.bytes");
    private final MenuButton record = menu("alter-record", "alter.record");
    private final HBox edits = new HBox();
    private final FieldButton field;
    private Target target;
    private ByteRange selection = ByteRange.NONE;
    private ByteRange ofField = ByteRange.NONE;

    /** Hidden until something waits. */
    public AlterBar(WireModel model) {
        this.model = model;
        field = new FieldButton(model);
        root.setId("alter-bar");
        root.getStyleClass().add("pg-alter-bar");
        root.getStylesheets().add(StepBar.styleSheet());
        title.setGraphic(new Icon(Feather.EDIT_2));
        title.getStyleClass().add("pg-alter-title");
        model.edits().addListener((InvalidationListener) changed -> update());
        edits.getStyleClass().add("pg-alter-edits");
        edits.setAlignment(Pos.CENTER_LEFT);
        fillRecord();
        root.getChildren().setAll(title, field.root(), bytes, record, edits);
        update();
    }

    /** All of it. */
    public Node root() {
        return root;
    }

    /** The message that is looked at; null if it does not wait. */
    public void show(Target now) {
        target = now;
        update();
    }

    /**
     * Which bytes of the message are selected.
     *
     * @param around the field that they belong to; empty where that is all of the message
     */
    public void select(ByteRange now, ByteRange around) {
        selection = now;
        ofField = around;
        update();
    }

    private static MenuButton menu(String id, String key) {
        MenuButton button = new MenuButton(Messages.get(key));
        button.setId(id);
        button.getStyleClass().add("pg-tool-menu");
        button.setMnemonicParsing(false);
        return button;
    }

    private void item(MenuButton menu, String text, Supplier<Edit> edit) {
        MenuItem item = new MenuItem(text);
        // Names of alerts have underscores, which are no mnemonics.
        item.setMnemonicParsing(false);
        item.setOnAction(event -> add(edit.get()));
        menu.getItems().add(item);
    }

    private void fillRecord() {
        item(record, Messages.get("alter.drop.do"), Edit::drop);
        item(record, Messages.get("alter.repeat.do"), Edit::repeat);
        item(record, Messages.get("alter.swap.do"), Edit::swap);
        item(record, Messages.get("alter.http.do"), Edit::http);
        item(record, Messages.get("alter.alert.do"), Edit::alert);
        item(record, Messages.get("alter.close.do"), Edit::close);
        item(record, Messages.get("alter.reset.do"), Edit::reset);
    }

    private void fillBytes() {
        bytes.getItems().clear();
        boolean possible = target != null && target.offset() >= 0 && !selection.isEmpty();
        if (!possible) {
            MenuItem hint = new MenuItem(Messages.get("alter.bytes.none"));
            hint.setDisable(true);
            bytes.getItems().add(hint);
            return;
        }
        int first = selection.start();
        int at = target.offset() + first;
        MenuItem change = new MenuItem(count("alter.change", selection.length()));
        change.setOnAction(event -> change());
        bytes.getItems().add(change);
        item(bytes, Messages.get("alter.cut.do", first), () -> Edit.cut(at, first));
        for (int bit = 0; bit < BITS; bit++) {
            int which = bit;
            item(bytes, Messages.get("alter.flip", which, first), () -> Edit.flip(at, first, which));
        }
    }

    private static String count(String key, int bytes) {
        return Messages.get(bytes == 1 ? key + ".one" : key, Sizes.grouped(bytes));
    }

    private void change() {
        int first = selection.start();
        byte[] before = Arrays.copyOfRange(target.bytes(), first, selection.end());
        HexFormat format = HexFormat.ofDelimiter(" ");
        TextField field = new TextField(format.formatHex(before));
        field.setId("alter-hex");
        field.setPrefColumnCount(Math.min(48, 3 * before.length + 2));
        Button done = new Button(Messages.get("alter.change.done"));
        done.getStyleClass().addAll("accent", "pg-primary");
        done.setDefaultButton(true);
        Label hint = new Label(count("alter.change.hint", before.length));
        HBox content = new HBox(field, done);
        content.setAlignment(Pos.CENTER_LEFT);
        content.getStyleClass().add("pg-alter-change");
        VBox all = new VBox(hint, content);
        all.getStyleClass().add("pg-alter-change");
        all.getStylesheets().add(StepBar.styleSheet());
        PopOver popOver = PopOvers.show(bytes, all);
        Runnable take = () -> {
            byte[] now = parse(field.getText(), before.length);
            if (now == null) {
                hint.setText(count("alter.change.wrong", before.length));
            } else {
                popOver.hide();
                if (target != null && !Arrays.equals(now, before)) {
                    byte[] flipped = target.encrypted() ? ciphertext(first, before, now) : now;
                    add(Edit.overwrite(target.offset() + first, first, flipped));
                }
            }
        };
        done.setOnAction(event -> take.run());
        field.setOnAction(event -> take.run());
        field.requestFocus();
    }

    /** The ciphers in use are stream ciphers: a bit that is flipped in what is sent flips it in what is read. */
    private byte[] ciphertext(int first, byte[] before, byte[] now) {
        byte[] sent = target.held().unit().bytes();
        byte[] result = new byte[now.length];
        for (int i = 0; i < now.length; i++) {
            int at = target.offset() + first + i;
            result[i] = (byte) (now[i] ^ before[i] ^ (at < sent.length ? sent[at] : 0));
        }
        return result;
    }

    private static byte[] parse(String text, int length) {
        try {
            byte[] bytes = HexFormat.of().parseHex(text.replaceAll("\\s", ""));
            return bytes.length == length ? bytes : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private void add(Edit edit) {
        if (target != null) {
            model.edits().add(edit);
        }
    }

    private void takeBack(Edit edit) {
        int index = model.edits().indexOf(edit);
        model.edits().remove(edit);
        FocusAfter.removal(index, edits.getChildren(), record);
    }

    private void update() {
        root.setVisible(target != null);
        root.setManaged(root.isVisible());
        field.show(target, ofField);
        if (target == null) {
            return;
        }
        title.setText(Messages.get(target.encrypted() ? "alter.title.encrypted" : "alter.title", target.name()));
        fillBytes();
        edits.getChildren().clear();
        for (Edit edit : model.edits()) {
            Button tag = new Button(edit.words(), new Icon(Feather.X));
            tag.getStyleClass().add("pg-alter-tag");
            tag.setMnemonicParsing(false);
            LazyTip.on(tag).set(Messages.get("alter.undo"));
            tag.setOnAction(event -> takeBack(edit));
            edits.getChildren().add(tag);
        }
    }
}
