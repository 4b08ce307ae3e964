package org.mtlsplayground.ui.common;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import org.mtlsplayground.text.Messages;

/** Loads the layouts that stand beside their controllers. */
public final class Fxml {
    private Fxml() {}

    /**
     * Builds the layout {@code name} from the package of the controller and fills the controller's {@code @FXML} fields.
     */
    public static Parent load(Object controller, String name) {
        URL layout = controller.getClass().getResource(name);
        if (layout == null) {
            throw new IllegalArgumentException(
                    "No layout " + name + " beside " + controller.getClass().getName());
        }
        FXMLLoader loader = new FXMLLoader(layout, Messages.bundle());
        loader.setController(controller);
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException("The layout " + name + " can't be read", e);
        }
    }
}
