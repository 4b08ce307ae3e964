package org.mtlsplayground.ui.inspector;

import java.util.function.Supplier;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.StackPane;

/** The tabs below the cards. A tab's room is built when it is first looked at. */
public final class InspectorView {
    private final TabPane tabs = new TabPane();
    private final Label about = new Label();
    private final StackPane root = new StackPane(tabs, about);

    public InspectorView() {
        root.getStyleClass().add("pg-inspector-view");
        root.getStylesheets()
                .add(InspectorView.class.getResource("inspector.css").toExternalForm());
        tabs.getStyleClass().add("pg-tabs");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        about.getStyleClass().add("pg-inspector-about");
        about.setMouseTransparent(true);
        StackPane.setAlignment(about, Pos.TOP_RIGHT);
    }

    /** All of it. */
    public StackPane root() {
        return root;
    }

    /** What is being inspected, in a few words at the right of the tabs. */
    public StringProperty aboutProperty() {
        return about.textProperty();
    }

    /** Brings a tab to the front. */
    public void show(String title) {
        tabs.getTabs().stream()
                .filter(tab -> tab.getText().equals(title))
                .findFirst()
                .ifPresent(tabs.getSelectionModel()::select);
    }

    /** Adds a tab whose content is made when it is first shown. */
    public void add(String title, Supplier<Node> content) {
        Tab tab = new Tab(title);
        tab.selectedProperty().addListener((property, before, now) -> {
            if (now && tab.getContent() == null) {
                tab.setContent(content.get());
            }
        });
        tabs.getTabs().add(tab);
        if (tab.isSelected() && tab.getContent() == null) {
            tab.setContent(content.get());
        }
    }
}
