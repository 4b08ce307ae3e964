package org.mtlsplayground.ui.wire;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.controlsfx.control.PopOver;
import org.mtlsplayground.dissect.FieldChange;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.LazyTip;
import org.mtlsplayground.ui.common.PopOvers;
import org.mtlsplayground.ui.common.hex.ByteRange;
import org.mtlsplayground.wire.Splice;

/** Lets the user change the selected field of a message in clear that waits. For use on the FX thread. */
final class FieldButton {
    private final WireModel model;
    private final Button button = new Button();
    private AlterBar.Target target;
    private FieldChange field;

    FieldButton(WireModel model) {
        this.model = model;
        button.setId("alter-field");
        button.getStyleClass().add("pg-tool-menu");
        // Names of fields have underscores, which are no mnemonics.
        button.setMnemonicParsing(false);
        button.setOnAction(event -> open());
        LazyTip.on(button).set(Messages.get("alter.field.tip"));
        button.setAccessibleText(Messages.get("alter.field.tip"));
    }

    Node root() {
        return button;
    }

    /**
     * Which field it is about; there is none if it is all of the message, or one that is not whole in the record.
     *
     * @param now the message; null if none waits
     */
    void show(AlterBar.Target now, ByteRange range) {
        target = now;
        boolean possible = now != null && now.offset() >= 0 && !now.encrypted();
        field = possible
                ? FieldChange.of(now.bytes(), now.fields(), range.start(), range.length())
                        .orElse(null)
                : null;
        button.setVisible(field != null);
        button.setManaged(field != null);
        button.setText(field == null ? "" : Messages.get("alter.field", field.name()));
    }

    private void open() {
        FieldChange changed = field;
        AlterBar.Target of = target;
        byte[] record = of.held().unit().bytes();
        Splice whole = changed.to(of.offset(), changed.content());
        Optional<Splice> before = splices().stream()
                .filter(one -> one.offset() == whole.offset() && one.length() == whole.length())
                .findFirst();
        List<Splice> others =
                splices().stream().filter(one -> !one.overlaps(whole)).toList();
        PopOver[] open = new PopOver[1];
        FieldPane pane = new FieldPane(
                new FieldPane.Job(changed, of.offset(), record, others),
                before.map(Splice::bytes).orElseGet(changed::content),
                (text, splice) -> {
                    open[0].hide();
                    take(of, changed, text, splice);
                });
        open[0] = PopOvers.show(button, pane.root());
        pane.begin();
    }

    private List<Splice> splices() {
        return model.edits().stream().flatMap(edit -> edit.splice().stream()).toList();
    }

    private void take(AlterBar.Target of, FieldChange changed, String text, Splice splice) {
        boolean waits = target != null && target.held() == of.held();
        if (waits) {
            model.edits()
                    .removeIf(edit -> edit.splice().filter(splice::overlaps).isPresent());
            if (!Arrays.equals(splice.bytes(), changed.content())) {
                model.edits().add(Edit.field(changed.name(), text, splice));
            }
        }
    }
}
