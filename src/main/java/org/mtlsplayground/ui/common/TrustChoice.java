package org.mtlsplayground.ui.common;

import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;

/** Joins the menu "this file, nobody, the JDK's own list" to a {@link TrustFile}. */
public final class TrustChoice {
    private final TrustFile trust;
    private final MenuButton button;
    private final RadioMenuItem file;
    private final RadioMenuItem nobody;
    private final RadioMenuItem jdk;
    private String lastFile = "";

    /** Joins them; the field is out of use while the JDK's list is. */
    public TrustChoice(
            TrustFile trust,
            FileField field,
            MenuButton button,
            RadioMenuItem file,
            RadioMenuItem nobody,
            RadioMenuItem jdk) {
        this.trust = trust;
        this.button = button;
        this.file = file;
        this.nobody = nobody;
        this.jdk = jdk;
        ToggleGroup group = new ToggleGroup();
        group.getToggles().setAll(file, nobody, jdk);
        file.setOnAction(event -> useFile(field));
        nobody.setOnAction(event -> {
            trust.sourceProperty().set(TrustFile.Source.FILE);
            trust.slot().pathProperty().set("");
        });
        jdk.setOnAction(event -> trust.sourceProperty().set(TrustFile.Source.JDK));
        field.unusedProperty().bind(trust.sourceProperty().map(source -> source == TrustFile.Source.JDK));
        trust.sourceProperty().addListener((property, before, now) -> show());
        trust.slot().pathProperty().addListener((property, before, now) -> {
            if (!before.isEmpty()) {
                lastFile = before;
            }
            show();
        });
        show();
    }

    private void useFile(FileField field) {
        trust.sourceProperty().set(TrustFile.Source.FILE);
        if (trust.slot().pathProperty().get().isEmpty()) {
            trust.slot().pathProperty().set(lastFile);
            field.pathField().requestFocus();
        }
        show();
    }

    private void show() {
        RadioMenuItem chosen = trust.sourceProperty().get() == TrustFile.Source.JDK
                ? jdk
                : trust.slot().pathProperty().get().isEmpty() ? nobody : file;
        chosen.setSelected(true);
        button.setText(chosen.getText());
        button.setAccessibleText(button.getText());
    }
}
