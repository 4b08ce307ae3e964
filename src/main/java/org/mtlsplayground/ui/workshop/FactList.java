package org.mtlsplayground.ui.workshop;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Clip;
import org.mtlsplayground.ui.common.IconButton;

/** Labels and values, each with a button that copies it. */
public final class FactList extends ScrollPane {
    private final GridPane grid = new GridPane();

    public FactList() {
        getStyleClass().add("pg-facts");
        grid.getStyleClass().add("pg-fact-grid");
        ColumnConstraints label = new ColumnConstraints();
        label.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints value = new ColumnConstraints();
        value.setHgrow(Priority.SOMETIMES);
        grid.getColumnConstraints().setAll(label, value, new ColumnConstraints());
        setContent(grid);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
    }

    /** Shows these in place of those before. */
    void show(List<Fact> facts) {
        grid.getChildren().clear();
        for (int row = 0; row < facts.size(); row++) {
            add(facts.get(row), row);
        }
    }

    private void add(Fact fact, int row) {
        Label label = new Label(fact.label());
        label.getStyleClass().add("pg-fact-label");
        label.setMinWidth(Region.USE_PREF_SIZE);
        Label value = new Label(fact.value());
        value.getStyleClass().add("pg-fact-value");
        value.setWrapText(true);
        value.setMinHeight(Region.USE_PREF_SIZE);
        label.setLabelFor(value);
        IconButton copy = new IconButton(Feather.COPY, Messages.get("workshop.copy", fact.label()));
        copy.getStyleClass().add("pg-fact-copy");
        copy.setOnAction(event -> Clip.put(fact.value()));
        grid.addRow(row, label, value, copy);
        GridPane.setValignment(label, VPos.TOP);
        GridPane.setValignment(value, VPos.TOP);
        GridPane.setValignment(copy, VPos.TOP);
    }
}
