package org.mtlsplayground.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.text.Sizes;
import org.mtlsplayground.transcript.DerivedSecret;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.transcript.RecordEntry;

/** What a row's tool tip says: the whole text, sizes on the wire, records, and with which secret it was opened. */
final class RowTip {
    private RowTip() {}

    static String of(TimelineRow row, TimelineModel model) {
        if (row instanceof TimelineRow.Arrow arrow) {
            return arrow(arrow, model);
        }
        if (row instanceof Fold fold) {
            return Messages.get(fold.openProperty().get() ? "timeline.fold.close" : "timeline.fold.open");
        }
        if (row instanceof TimelineRow.Done done) {
            return Messages.get("timeline.done.tip." + done.side());
        }
        return "";
    }

    private static String arrow(TimelineRow.Arrow arrow, TimelineModel model) {
        Event event = arrow.event();
        List<String> lines = new ArrayList<>();
        lines.add(arrow.text().name());
        if (!arrow.text().detail().isEmpty()) {
            lines.add(arrow.text().detail());
        }
        if (arrow.course() instanceof Course.Altered altered) {
            lines.add(altered.deed());
        } else if (arrow.course() instanceof Course.Lost lost) {
            lines.add(lost.deed());
        }
        List<RecordEntry> records = event.records().stream()
                .filter(index -> index < model.records().size())
                .map(model.records()::get)
                .toList();
        if (!records.isEmpty()) {
            lines.add(onTheWire(event, records));
        }
        lines.add(openedWith(event, model.secretsProperty().get())
                .map(secret -> Messages.get("timeline.tip.secret", secret.id()))
                .orElseGet(() -> Spoken.protection(event)));
        return String.join("\n", lines);
    }

    private static String onTheWire(Event event, List<RecordEntry> records) {
        String numbers = records.stream()
                .map(record -> String.valueOf(record.index() + 1))
                .collect(Collectors.joining(", "));
        int wire = records.stream().mapToInt(record -> record.bytes().length).sum();
        boolean shared = records.stream().anyMatch(record -> record.events().size() > 1);
        return Messages.get(
                shared ? "timeline.tip.wire.shared" : "timeline.tip.wire",
                Sizes.words(event.bytes().length),
                numbers,
                Sizes.words(wire));
    }

    /** The secret of its direction that came into use last before it; TLS 1.2 has one for both (RFC 5246 §6.3). */
    static Optional<DerivedSecret> openedWith(Event event, List<DerivedSecret> secrets) {
        if (!event.decrypted() || event.records().isEmpty()) {
            return Optional.empty();
        }
        int record = event.records().get(0);
        return secrets.stream()
                .filter(secret ->
                        secret.direction().isEmpty() || secret.direction().get() == event.direction())
                .filter(secret ->
                        secret.firstRecord().isPresent() && secret.firstRecord().getAsInt() <= record)
                .reduce((first, second) ->
                        first.firstRecord().getAsInt() > second.firstRecord().getAsInt() ? first : second);
    }
}
