package org.mtlsplayground.app;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.inspector.KeyFacts;
import org.mtlsplayground.ui.inspector.KeysView;
import org.mtlsplayground.ui.timeline.TimelineModel;

/** Leads the secrets of the selected connection to the keys tab, and from there back to the messages. On the FX thread. */
final class KeySources {
    private final TimelineModel timeline;
    private final KeysView keys = new KeysView(this::goTo);

    KeySources(TimelineModel timeline) {
        this.timeline = timeline;
        timeline.readingProperty().addListener((property, before, now) -> show(now));
        show(timeline.readingProperty().get());
    }

    Parent view() {
        return keys.root();
    }

    /** What the keys tab shows, in a few words. */
    static ObservableValue<String> about(TimelineModel timeline) {
        return Bindings.createStringBinding(
                () -> {
                    TimelineModel.Reading reading = timeline.readingProperty().get();
                    return reading.connection() == null
                            ? ""
                            : Messages.get("keys.about", reading.connection().number());
                },
                timeline.readingProperty());
    }

    private void show(TimelineModel.Reading reading) {
        keys.show(
                reading.connection() == null
                        ? KeyFacts.NONE
                        : KeyFacts.of(
                                reading.connection().number(),
                                reading.negotiation(),
                                timeline.secretsProperty().get(),
                                timeline.records(),
                                reading.earlier()));
    }

    /** Looks at the first message of a record. */
    private void goTo(int record) {
        if (record < timeline.records().size()) {
            timeline.records().get(record).events().stream()
                    .findFirst()
                    .ifPresent(event ->
                            timeline.messageProperty().set(timeline.events().get(event)));
        }
    }
}
