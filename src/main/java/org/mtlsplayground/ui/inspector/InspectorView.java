package org.mtlsplayground.ui.inspector;

import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.StackPane;

/** The tabs below the cards. A tab's room is built when it is first looked at. */
public final class InspectorView {
    private static final double GAP = 8;

    /** With less room than this it would say nothing that can be read, in pixels. */
    private static final double LEAST = 80;

    private final TabPane tabs = new TabPane();
    private final Label about = new Label();
    private final StackPane root = new StackPane(tabs, about) {
        @Override
        protected void layoutChildren() {
            super.layoutChildren();
            tabs.layout();
            placeAbout(getWidth());
        }
    };

    public InspectorView() {
        root.getStyleClass().add("pg-inspector-view");
        root.getStylesheets()
                .add(InspectorView.class.getResource("inspector.css").toExternalForm());
        tabs.getStyleClass().add("pg-tabs");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        about.getStyleClass().add("pg-inspector-about");
        about.setMouseTransparent(true);
        about.setManaged(false);
        about.textProperty().addListener((property, before, now) -> root.requestLayout());
    }

    /** At the right of the tabs, which it never covers. */
    private void placeAbout(double width) {
        Node headers = tabs.lookup(".headers-region");
        double room = width - (headers == null ? 0 : headers.getLayoutBounds().getWidth()) - GAP;
        about.setVisible(room > LEAST);
        about.applyCss();
        double itsWidth = Math.min(about.prefWidth(-1), Math.max(0, room));
        about.resizeRelocate(width - itsWidth, 0, itsWidth, about.prefHeight(-1));
    }

    /** All of it. */
    public StackPane root() {
        return root;
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
        add(title, new SimpleStringProperty(""), content);
    }

    /**
     * Adds a tab whose content is made when it is first shown.
     *
     * @param subject what is being inspected there, in a few words at the right of the tabs
     */
    public void add(String title, ObservableValue<String> subject, Supplier<Node> content) {
        Tab tab = new Tab(title);
        tab.selectedProperty().addListener((property, before, now) -> {
            if (now) {
                open(tab, subject, content);
            }
        });
        tabs.getTabs().add(tab);
        if (tab.isSelected()) {
            open(tab, subject, content);
        }
    }

    /** What needs more room than there is, as with large text, scrolls. */
    private static ScrollPane room(Node content) {
        ScrollPane room = new ScrollPane(content);
        room.getStyleClass().add("pg-tab-room");
        room.setFitToWidth(true);
        room.setFitToHeight(true);
        room.setFocusTraversable(false);
        return room;
    }

    private void open(Tab tab, ObservableValue<String> subject, Supplier<Node> content) {
        if (tab.getContent() == null) {
            tab.setContent(room(content.get()));
        }
        about.textProperty().bind(subject);
    }
}
