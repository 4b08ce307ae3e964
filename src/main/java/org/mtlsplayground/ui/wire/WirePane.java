package org.mtlsplayground.ui.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.FocusAfter;
import org.mtlsplayground.ui.common.IconButton;

/** How quick the wire is, and what happens to records by rule. */
public final class WirePane {
    private final WireModel model;
    private final VBox root = new VBox();
    private final VBox rules = new VBox();
    private final List<Node> removers = new ArrayList<>();
    private final Button add = new Button(Messages.get("rule.add"));

    /** For the connections that begin from now on. */
    public WirePane(WireModel model) {
        this.model = model;
        root.setId("wire-pane");
        root.getStyleClass().add("pg-wire-pane");
        root.getStylesheets().add(StepBar.styleSheet());
        rules.getStyleClass().add("pg-wire-rules");
        root.getChildren().setAll(title("wire.pace.title"), paces(), title("rule.title"), hint(), rules, adding());
        InvalidationListener changed = property -> fill();
        model.rules().addListener(changed);
        fill();
    }

    /** All of it. */
    public Node root() {
        return root;
    }

    private static Label title(String key) {
        Label title = new Label(Messages.get(key));
        title.getStyleClass().add("pg-wire-title");
        return title;
    }

    private static Label hint() {
        Label hint = new Label(Messages.get("rule.hint"));
        hint.setWrapText(true);
        hint.getStyleClass().add("pg-wire-hint");
        return hint;
    }

    private GridPane paces() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("pg-wire-paces");
        for (Direction direction : Direction.values()) {
            ComboBox<Pace> box = box(
                    List.of(Pace.values()),
                    pace -> Messages.get("wire.pace." + pace),
                    "pace-" + (direction == Direction.CLIENT_TO_SERVER ? "client" : "server"));
            box.valueProperty().bindBidirectional(model.paceProperty(direction));
            Label label = new Label(Messages.get("wire.way." + direction));
            label.setLabelFor(box);
            grid.addRow(grid.getRowCount(), label, box);
        }
        return grid;
    }

    private static <T> ComboBox<T> box(List<T> values, Function<T, String> words, String id) {
        ComboBox<T> box = new ComboBox<>(FXCollections.observableArrayList(values));
        box.setId(id);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String text) {
                return null;
            }
        });
        box.setValue(values.get(0));
        return box;
    }

    private HBox adding() {
        ComboBox<Direction> sender =
                box(List.of(Direction.values()), one -> Messages.get("rule.sender." + one), "rule-sender");
        ComboBox<OwnRule.Where> where =
                box(OwnRule.Where.of(Direction.CLIENT_TO_SERVER), OwnRule.Where::words, "rule-where");
        ComboBox<OwnRule.Deed> deed = box(List.of(OwnRule.Deed.values()), OwnRule.Deed::words, "rule-deed");
        sender.valueProperty().addListener((property, before, now) -> {
            where.getItems().setAll(OwnRule.Where.of(now));
            where.setValue(where.getItems().get(0));
        });
        add.setId("rule-add");
        add.setMnemonicParsing(false);
        add.setMinWidth(Region.USE_PREF_SIZE);
        sender.setMinWidth(Region.USE_PREF_SIZE);
        where.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(where, Priority.ALWAYS);
        add.setOnAction(event -> model.rules().add(new OwnRule(sender.getValue(), where.getValue(), deed.getValue())));
        HBox line = new HBox(sender, where, deed, add);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("pg-wire-add");
        return line;
    }

    private void forget(OwnRule rule) {
        int index = model.rules().indexOf(rule);
        model.rules().remove(rule);
        FocusAfter.removal(index, removers, add);
    }

    private void fill() {
        rules.getChildren().clear();
        removers.clear();
        for (OwnRule rule : model.rules()) {
            Label words = new Label(rule.words());
            words.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(words, Priority.ALWAYS);
            IconButton remove = new IconButton(Feather.X, Messages.get("rule.remove"));
            remove.setOnAction(event -> forget(rule));
            removers.add(remove);
            HBox line = new HBox(words, remove);
            line.setAlignment(Pos.CENTER_LEFT);
            line.getStyleClass().add("pg-wire-rule");
            rules.getChildren().add(line);
        }
        rules.setManaged(!model.rules().isEmpty());
    }
}
