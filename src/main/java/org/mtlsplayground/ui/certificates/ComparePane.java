package org.mtlsplayground.ui.certificates;

import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Clip;
import org.mtlsplayground.ui.common.Icon;

/** Two certificates field by field. The second one is picked in the tree while this is in sight. */
public final class ComparePane extends VBox {
    private static final int LONGEST = 600;

    private final Label title = new Label();
    private final Label count = new Label();
    private final CheckBox onlyDifferences = new CheckBox(Messages.get("certificates.compare.only"));
    private final Button open = new Button(Messages.get("certificates.compare.open"));
    private final Button end = new Button(Messages.get("certificates.compare.end"));
    private final ListView<Differences.Row> rows = new ListView<>();
    private final Label pick = new Label();
    private final GridPane names = grid();
    private Differences shown;

    public ComparePane() {
        getStyleClass().add("pg-compare");
        title.getStyleClass().add("pg-cert-name");
        title.setMinWidth(0);
        count.getStyleClass().add("pg-cert-issued-by");
        HBox.setHgrow(count, Priority.ALWAYS);
        count.setMaxWidth(Double.MAX_VALUE);
        for (Button button : new Button[] {open, end}) {
            button.getStyleClass().add("pg-small-button");
            button.setMnemonicParsing(false);
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        onlyDifferences.setMinWidth(Region.USE_PREF_SIZE);
        onlyDifferences.selectedProperty().addListener((property, before, now) -> fill());
        HBox head = new HBox(title, count, onlyDifferences, open, end);
        head.getStyleClass().add("pg-cert-head");
        pick.getStyleClass().add("pg-cert-nothing-text");
        pick.setWrapText(true);
        pick.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        names.getStyleClass().add("pg-compare-names");
        rows.getStyleClass().add("pg-compare-rows");
        rows.setAccessibleText(Messages.get("certificates.compare.rows"));
        rows.setCellFactory(list -> new Cell());
        rows.setPlaceholder(new Label(Messages.get("certificates.compare.same")));
        Clip.onCopy(rows, this::copy);
        VBox.setVgrow(rows, Priority.ALWAYS);
        VBox.setVgrow(pick, Priority.ALWAYS);
        getChildren().setAll(head, pick);
    }

    /** What its buttons do: open a file with the second one, and end the comparison. */
    void attach(Runnable opener, Runnable ender) {
        open.setOnAction(event -> opener.run());
        end.setOnAction(event -> ender.run());
    }

    /** Asks for the second one. */
    void ask(String first) {
        shown = null;
        title.setText(Messages.get("certificates.compare.title", first));
        count.setText("");
        onlyDifferences.setVisible(false);
        pick.setText(Messages.get("certificates.compare.pick", first));
        getChildren().setAll(getChildren().get(0), pick);
    }

    /** Shows both. */
    void show(Differences differences) {
        shown = differences;
        title.setText(Messages.get("certificates.compare.both", differences.left(), differences.right()));
        count.setText(
                differences.count() == 1
                        ? Messages.get("certificates.compare.count.one")
                        : Messages.get("certificates.compare.count", differences.count()));
        onlyDifferences.setVisible(true);
        names.getChildren().clear();
        names.add(label(differences.left(), "pg-compare-name"), 2, 0);
        names.add(label(differences.right(), "pg-compare-name"), 3, 0);
        getChildren().setAll(getChildren().get(0), names, rows);
        fill();
    }

    private void fill() {
        if (shown != null) {
            rows.getItems()
                    .setAll(shown.rows().stream()
                            .filter(row -> !row.isEqual() || !onlyDifferences.isSelected())
                            .toList());
        }
    }

    private void copy() {
        Differences.Row row = rows.getSelectionModel().getSelectedItem();
        if (row != null) {
            Clip.put(Messages.get("certificates.compare.line", row.label(), row.left(), row.right()));
        }
    }

    private static Label label(String text, String style) {
        Label label = new Label(text.length() > LONGEST ? text.substring(0, LONGEST) + FieldRow.MORE : text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinWidth(0);
        return label;
    }

    /** The same columns in each row: mark, label, left, right. */
    private static GridPane grid() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("pg-compare-grid");
        double[] percents = {4, 20, 38, 38};
        for (double percent : percents) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(percent);
            grid.getColumnConstraints().add(column);
        }
        RowConstraints row = new RowConstraints();
        row.setValignment(VPos.TOP);
        grid.getRowConstraints().add(row);
        return grid;
    }

    private static final class Cell extends ListCell<Differences.Row> {
        private final GridPane line = grid();

        Cell() {
            getStyleClass().add("pg-compare-cell");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Differences.Row row, boolean empty) {
            super.updateItem(row, empty);
            getStyleClass().removeIf(style -> style.startsWith("pg-compare-is-"));
            setGraphic(null);
            setAccessibleText(null);
            if (empty || row == null) {
                return;
            }
            String outcome = Messages.get("certificates.compare." + row.outcome());
            getStyleClass().add("pg-compare-is-" + row.outcome().name().toLowerCase(Locale.ROOT));
            line.getChildren().clear();
            line.add(mark(row), 0, 0);
            line.add(label(row.label(), "pg-cert-label"), 1, 0);
            line.add(label(side(row.left()), "pg-cert-value"), 2, 0);
            line.add(label(side(row.right()), "pg-cert-value"), 3, 0);
            setGraphic(line);
            setAccessibleText(
                    outcome + ": " + Messages.get("certificates.compare.line", row.label(), row.left(), row.right()));
        }

        private static String side(String value) {
            return value.isEmpty() ? "–" : value;
        }

        private static Node mark(Differences.Row row) {
            return switch (row.outcome()) {
                case EQUAL -> new Label();
                case DIFFERENT -> new Label("≠");
                case ONLY_LEFT -> new Icon(Feather.ARROW_LEFT);
                case ONLY_RIGHT -> new Icon(Feather.ARROW_RIGHT);
            };
        }
    }
}
