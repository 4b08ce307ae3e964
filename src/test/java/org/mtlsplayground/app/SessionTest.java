package org.mtlsplayground.app;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.mtlsplayground.ui.files.FilesFeature;
import org.mtlsplayground.ui.inspector.LogModel;
import org.mtlsplayground.ui.timeline.ConnectionItem;
import org.mtlsplayground.ui.timeline.TimelineRow;
import org.mtlsplayground.ui.workshop.Workshop;

/** The whole program with an environment of its own, and with files picked by the test. */
abstract class SessionTest extends WindowTest {
    final FakePicker captures = new FakePicker();
    final FakePicker keyLogs = new FakePicker();
    final Map<String, String> environment = new HashMap<>();

    @Override
    PlaygroundApp program() {
        return new PlaygroundApp(new Surroundings(
                environment,
                lastFolder -> new FilesFeature.Pickers(captures, keyLogs, captures),
                lastFolder -> new Workshop.Pickers(captures, (owner, title, start) -> Optional.empty()),
                false));
    }

    /** Connects, and waits until there are so many connections, the last of which succeeded. */
    void connect(int count) {
        robot.push(KeyCode.F5);
        await(
                "connected",
                () -> chips().getItems().size() == count
                        && text("#client .pg-pill").equals("connected"));
    }

    /** Waits for a notice with these words. */
    void awaitNotice(String words) {
        await(words, () -> notice(words).isPresent());
    }

    private Optional<Labeled> notice(String words) {
        return robot.lookup((Node node) -> node instanceof Labeled label
                        && label.getStyleClass().contains("pg-notice-text")
                        && label.getText().contains(words))
                .tryQuery();
    }

    @SuppressWarnings("unchecked")
    ListView<ConnectionItem> chips() {
        return (ListView<ConnectionItem>) node(".pg-chips");
    }

    /** The messages of the selected connection by name. */
    @SuppressWarnings("unchecked")
    List<String> names() {
        return ((ListView<TimelineRow>) node(".pg-rows-list"))
                .getItems().stream()
                        .filter(TimelineRow.Arrow.class::isInstance)
                        .map(row -> ((TimelineRow.Arrow) row).text().name())
                        .toList();
    }

    /** The log, which has to be in front. */
    @SuppressWarnings("unchecked")
    List<LogModel.Line> lines() {
        return ((ListView<LogModel.Line>) node(".pg-log")).getItems();
    }
}
