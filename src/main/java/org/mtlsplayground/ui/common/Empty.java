package org.mtlsplayground.ui.common;

import javafx.beans.DefaultProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * What stands where there is nothing to look at yet: pictures, a title, and in a sentence or two how something comes there. It
 * stands in the middle; where there is too little room for it, it scrolls.
 */
@DefaultProperty("pictures")
public final class Empty extends ScrollPane {
    private final VBox pictures = new VBox();
    private final VBox more = new VBox();
    private final Label title = new Label();
    private final Label text = new Label();

    /** Without words. */
    public Empty() {
        getStyleClass().add("pg-empty");
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        pictures.getStyleClass().add("pg-empty-pictures");
        more.getStyleClass().add("pg-empty-more");
        words(title, "pg-empty-title");
        words(text, "pg-empty-text");
        VBox all = new VBox(pictures, title, text, more);
        all.getStyleClass().add("pg-empty-content");
        setContent(all);
    }

    private static void words(Label label, String styleClass) {
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
    }

    /** What stands above the title. */
    public ObservableList<Node> getPictures() {
        return pictures.getChildren();
    }

    /** What stands below the words, such as a button. */
    public ObservableList<Node> getMore() {
        return more.getChildren();
    }

    public StringProperty titleProperty() {
        return title.textProperty();
    }

    public String getTitle() {
        return title.getText();
    }

    public void setTitle(String words) {
        title.setText(words);
    }

    public StringProperty textProperty() {
        return text.textProperty();
    }

    public String getText() {
        return text.getText();
    }

    public void setText(String words) {
        text.setText(words);
    }
}
