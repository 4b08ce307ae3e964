package org.mtlsplayground.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.ui.timeline.ConnectionItem;

/** The program as it starts for a user: it rehearses, and nobody sees it. */
class RehearsedTest extends WindowTest {
    @Override
    PlaygroundApp program() {
        return new PlaygroundApp(Surroundings.real());
    }

    @Test
    void nothingOfTheRehearsalIsSeenBeforeTheFirstConnectionNorBesideIt() {
        await(
                "it is over",
                () -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().equals("dress-rehearsal")));
        assertFalse(node(".pg-rows-list").isVisible());
        assertFalse(node(".pg-verdict").isVisible() && node(".pg-verdict").isManaged());
        type("#client #chain .text-field", SAMPLES.resolve("client-expired.crt").toString());
        type("#client #key .text-field", SAMPLES.resolve("client-expired.key").toString());
        startServer();
        robot.push(KeyCode.F5);
        await("refused", () -> text("#client #pill").equals("refused"));
        await("why", () -> node("#verdict-more").isVisible());
        assertEquals(
                List.of(1),
                ((ListView<?>) node(".pg-chips"))
                        .getItems().stream()
                                .map(item ->
                                        ((ConnectionItem) item).connection().number())
                                .toList());
    }
}
