package org.mtlsplayground.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.ui.common.Screenshots;

/** A settings file that can't be understood is set aside and reported, and the program starts. */
class DamagedSettingsTest extends WindowTest {
    private static final String DAMAGED = "format=1\nclient.host=\\u00zz\n";

    @Override
    void prepare() throws Exception {
        Files.createDirectories(folder.resolve("settings"));
        Files.writeString(folder.resolve("settings/settings.properties"), DAMAGED);
    }

    private static boolean isWhole(Region words) {
        return words.getHeight() >= words.prefHeight(words.getWidth());
    }

    @Test
    void setAsideAndReported() throws Exception {
        await("reported", () -> !robot.lookup(".pg-notice").queryAll().isEmpty());
        await("unfolded", () -> isWhole(robot.lookup(".pg-notice-text").query()));
        assertEquals("127.0.0.1", text("#client #host"));
        List<Path> aside;
        try (Stream<Path> files = Files.list(folder.resolve("settings"))) {
            aside = files.filter(file -> file.getFileName().toString().contains(".damaged-"))
                    .toList();
        }
        assertEquals(1, aside.size());
        assertEquals(DAMAGED, Files.readString(aside.get(0)));
        Screenshots.take(robot.lookup(".pg-notice").query().getScene(), "settings-damaged-notice");
    }
}
