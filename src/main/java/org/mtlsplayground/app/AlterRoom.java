package org.mtlsplayground.app;

import java.util.List;
import java.util.Objects;
import javafx.beans.InvalidationListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import org.mtlsplayground.capture.WireUnit;
import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.ui.inspector.MessageModel;
import org.mtlsplayground.ui.timeline.TimelineModel;
import org.mtlsplayground.ui.timeline.TimelineRow;
import org.mtlsplayground.ui.wire.AlterBar;
import org.mtlsplayground.ui.wire.AlteredBar;
import org.mtlsplayground.ui.wire.WireModel;

/** Joins what alters messages to the message that is looked at. For use on the FX thread. */
final class AlterRoom {
    /** What encryption adds to a record of TLS 1.2 with AES-GCM: eight bytes before, sixteen behind (RFC 5288 §3). */
    private static final int GCM_NONCE = 8;

    private static final int GCM_ADDS = 24;

    private final WireModel wire;
    private final TimelineModel timeline;
    private final AlterBar alter;
    private final AlteredBar altered;

    AlterRoom(WireModel wire, TimelineModel timeline, MessageModel message) {
        this.wire = wire;
        this.timeline = timeline;
        alter = new AlterBar(wire);
        altered = new AlteredBar(timeline.messageProperty()::set);
        timeline.messageProperty().addListener((property, before, now) -> show());
        timeline.aheadProperty().addListener((property, before, now) -> show());
        wire.waitingProperty().addListener((property, before, now) -> show());
        timeline.rows().addListener((InvalidationListener) changed -> showAltered());
        message.onSelection(() -> alter.select(message.selection(), message.rangeOfField()));
        show();
    }

    /** What stands above the message. */
    List<Node> roots() {
        return List.of(alter.root(), altered.root());
    }

    private void show() {
        Event event = timeline.messageProperty().get();
        WireModel.Waiting waiting = wire.waitingProperty().get();
        List<TimelineRow.Arrow> ofRecord = waiting == null
                ? List.of()
                : timeline.aheadProperty().get().stream()
                        .filter(arrow ->
                                arrow.underway().unit().equals(waiting.held().unit()))
                        .toList();
        alter.show(ofRecord.stream()
                .filter(arrow -> arrow.event().equals(event))
                .findFirst()
                .map(arrow -> target(waiting, arrow, ofRecord))
                .orElse(null));
        showAltered();
    }

    private static AlterBar.Target target(
            WireModel.Waiting waiting, TimelineRow.Arrow arrow, List<TimelineRow.Arrow> ofRecord) {
        Event event = arrow.event();
        int before = 0;
        int all = 0;
        for (TimelineRow.Arrow one : ofRecord) {
            before += one.event().index() < event.index() ? one.event().bytes().length : 0;
            all += one.event().bytes().length;
        }
        int adds = waiting.held().unit().bytes().length - WireUnit.HEADER - all;
        int nonce = event.encrypted() && adds == GCM_ADDS ? GCM_NONCE : 0;
        boolean whole = event.records().size() == 1 && (event.decrypted() || !event.encrypted());
        int offset = whole ? WireUnit.HEADER + nonce + before : -1;
        boolean isReadable = event.message() instanceof Handshake && !event.encrypted();
        return new AlterBar.Target(
                waiting.held(),
                arrow.text().name(),
                offset,
                event.bytes(),
                event.encrypted(),
                isReadable ? event.fields() : List.of());
    }

    /** Where no message is chosen, the inspector shows the first. */
    private Event lookedAt() {
        Event chosen = timeline.messageProperty().get();
        return chosen == null && !timeline.events().isEmpty()
                ? timeline.events().get(0)
                : chosen;
    }

    /** Whether the message was altered on the way: then both what was sent and what arrived can be looked at. */
    private void showAltered() {
        Event event = lookedAt();
        ObservableList<TimelineRow> rows = timeline.rows();
        altered.show(
                rows.stream()
                        .filter(TimelineRow.Arrow.class::isInstance)
                        .map(row -> ((TimelineRow.Arrow) row).sides())
                        .filter(sides -> sides.stream().anyMatch(one -> Objects.equals(one, event)))
                        .findFirst()
                        .orElse(List.of()),
                event);
    }
}
