package org.mtlsplayground.ui.common;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javafx.scene.AccessibleRole;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.kordamp.ikonli.feather.Feather;

/**
 * An icon of the Feather font, as large as the text around it: its style class {@code pg-icon} sizes it in em, which the
 * icon node of Ikonli can't do.
 */
public final class Icon extends Text {
    private static final String FONT = "/META-INF/resources/feather/4.28/fonts/feather.ttf";

    static {
        try (InputStream font = Feather.class.getResourceAsStream(FONT)) {
            Font.loadFont(font, -1);
        } catch (IOException e) {
            throw new UncheckedIOException("The icon font can't be read", e);
        }
    }

    private Feather feather;

    /** No icon yet; for FXML. */
    public Icon() {
        getStyleClass().add("pg-icon");
        setAccessibleRole(AccessibleRole.NODE);
    }

    public Icon(Feather feather) {
        this();
        setFeather(feather);
    }

    public Feather getFeather() {
        return feather;
    }

    public void setFeather(Feather feather) {
        this.feather = feather;
        setText(Character.toString(feather.getCode()));
    }
}
