package org.mtlsplayground.ui.common;

import javafx.beans.DefaultProperty;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A part of a card that is folded away; its line says what is inside. */
@DefaultProperty("content")
public final class Fold extends VBox {
    private final Button header = new Button();
    private final Icon arrow = new Icon(Feather.CHEVRON_RIGHT);
    private final BooleanProperty open = new SimpleBooleanProperty(this, "open");
    private final ObjectProperty<Node> content = new SimpleObjectProperty<>(this, "content");

    public Fold() {
        getStyleClass().add("pg-fold");
        header.getStyleClass().add("pg-fold-header");
        header.setMaxWidth(Double.MAX_VALUE);
        header.setGraphic(arrow);
        header.setMnemonicParsing(false);
        header.setOnAction(event -> press());
        getChildren().add(header);
        content.addListener((property, before, now) -> update());
        open.addListener((property, before, now) -> update());
    }

    private void press() {
        open.set(!open.get());
        if (open.get()) {
            Sight.bringAll(this);
        }
    }

    private void update() {
        arrow.setFeather(open.get() ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
        if (content.get() != null && open.get()) {
            getChildren().setAll(header, content.get());
        } else {
            getChildren().setAll(header);
        }
    }

    /** The line that is always seen. */
    public StringProperty summaryProperty() {
        return header.textProperty();
    }

    /** Whether the content is seen. */
    public BooleanProperty openProperty() {
        return open;
    }

    /** What is folded away. */
    public ObjectProperty<Node> contentProperty() {
        return content;
    }

    public Node getContent() {
        return content.get();
    }

    public void setContent(Node node) {
        content.set(node);
    }
}
