package org.mtlsplayground.ui.workshop;

import java.util.EnumMap;
import java.util.Map;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableMap;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.mtlsplayground.ca.StandardExtension;
import org.mtlsplayground.ca.Writing;
import org.mtlsplayground.text.Messages;

/** For each extension that the form writes: whether it is critical, and whether it is written at all. */
public final class WritingRows extends FlowPane {
    private final Map<StandardExtension, ComboBox<Writing>> boxes = new EnumMap<>(StandardExtension.class);
    private FormInputs inputs;

    public WritingRows() {
        getStyleClass().add("pg-writing");
    }

    /** Joins it to the form; to be called once. */
    void attach(FormInputs form) {
        inputs = form;
        for (StandardExtension kind : StandardExtension.values()) {
            boxes.put(kind, box(kind, form.writing));
        }
        form.writing.addListener(
                (MapChangeListener<StandardExtension, Writing>) change -> choose(change.getKey(), form.writing));
    }

    private void choose(StandardExtension kind, Map<StandardExtension, Writing> writing) {
        boxes.get(kind).setValue(writing.getOrDefault(kind, Writing.USUAL));
    }

    private ComboBox<Writing> box(StandardExtension kind, ObservableMap<StandardExtension, Writing> writing) {
        ComboBox<Writing> box = new ComboBox<>();
        box.setId("writing-" + kind.name());
        box.setMaxWidth(Double.MAX_VALUE);
        box.setAccessibleText(words(kind));
        box.getItems().setAll(Writing.values());
        box.setValue(writing.getOrDefault(kind, Writing.USUAL));
        box.setConverter(converter(kind));
        box.valueProperty().addListener((property, before, now) -> {
            if (now == Writing.USUAL) {
                writing.remove(kind);
            } else {
                writing.put(kind, now);
            }
        });
        Label label = new Label(words(kind));
        label.getStyleClass().add("pg-label");
        label.setLabelFor(box);
        VBox row = new VBox(label, box);
        row.getStyleClass().addAll("pg-field", "pg-writing-row");
        getChildren().add(row);
        return box;
    }

    private StringConverter<Writing> converter(StandardExtension kind) {
        return new StringConverter<>() {
            @Override
            public String toString(Writing how) {
                if (how == null) {
                    return "";
                }
                return how == Writing.USUAL
                        ? Messages.get(
                                "workshop.writing.USUAL",
                                words(inputs.isUsuallyCritical(kind) ? Writing.CRITICAL : Writing.NOT_CRITICAL))
                        : words(how);
            }

            @Override
            public Writing fromString(String text) {
                throw new UnsupportedOperationException("Nothing is typed here");
            }
        };
    }

    /** Shows those that are in the certificate, or are written otherwise than is usual. */
    void show() {
        boxes.forEach((kind, box) -> {
            boolean shown = inputs.isWritten(kind) || inputs.writing.containsKey(kind);
            box.getParent().setVisible(shown);
            box.getParent().setManaged(shown);
        });
    }

    static String words(StandardExtension kind) {
        return Messages.get("workshop.extension." + kind.name());
    }

    static String words(Writing how) {
        return Messages.get("workshop.writing." + how.name());
    }
}
