package org.mtlsplayground.ui.inspector;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.layout.HBox;
import org.mtlsplayground.text.Messages;

/** A part of a message: its name, its value, its number, what more there is to say. */
final class FieldCell extends TreeCell<FieldNode> {
    private static final Map<FieldNode.Kind, PseudoClass> KINDS = Stream.of(FieldNode.Kind.values())
            .collect(Collectors.toUnmodifiableMap(
                    Function.identity(),
                    kind -> PseudoClass.getPseudoClass(kind.name().toLowerCase(Locale.ROOT))));

    private final Label name = label("pg-field-name");
    private final Label value = label("pg-field-value");
    private final Label number = label("pg-field-note");
    private final Label note = label("pg-field-note");
    private final HBox line = new HBox(name, value, number, note);

    FieldCell() {
        getStyleClass().add("pg-field-cell");
        line.getStyleClass().add("pg-field-line");
        name.setMinWidth(USE_PREF_SIZE);
        number.setMinWidth(USE_PREF_SIZE);
        value.setMinWidth(0);
        note.setMinWidth(0);
        setPrefWidth(0);
        treeItemProperty().flatMap(TreeItem::expandedProperty).addListener((property, before, now) -> showNote());
    }

    private static Label label(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        return label;
    }

    @Override
    protected void updateItem(FieldNode node, boolean empty) {
        super.updateItem(node, empty);
        KINDS.forEach((kind, state) -> pseudoClassStateChanged(state, !empty && node != null && node.kind() == kind));
        if (empty || node == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        FieldNode.Words words = node.words();
        show(name, words.isElement() ? "" : words.name());
        show(value, words.value());
        show(number, words.number().isEmpty() ? "" : Messages.get("inspector.number", words.number()));
        showNote();
        setGraphic(line);
        setAccessibleText(FieldText.spoken(node));
    }

    /** What a structure holds is said in short only while it is folded. */
    private void showNote() {
        FieldNode node = getItem();
        if (node != null) {
            boolean isFolded = getTreeItem() == null || !getTreeItem().isExpanded();
            boolean isWanted = isFolded || node.kind() == FieldNode.Kind.MESSAGE;
            String words = node.words().note();
            show(note, isWanted && !words.isEmpty() ? Messages.get("inspector.note", words) : "");
        }
    }

    private static void show(Label label, String text) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
        label.setManaged(!text.isEmpty());
    }
}
