package org.mtlsplayground.app;

import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.image.Image;

/** The program's own icon, in the sizes that window managers want. */
final class AppIcons {
    private AppIcons() {}

    /** All sizes, read in the background. */
    static List<Image> all() {
        return Stream.of(16, 32, 48, 128)
                .map(AppIcons::of)
                .filter(Objects::nonNull)
                .toList();
    }

    /** One size in pixels, read in the background; null if the program was built without it. */
    static Image of(int size) {
        URL file = AppIcons.class.getResource("/icons/mtls-playground-" + size + ".png");
        return file == null ? null : new Image(file.toExternalForm(), true);
    }
}
