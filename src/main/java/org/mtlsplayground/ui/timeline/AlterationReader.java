package org.mtlsplayground.ui.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.mtlsplayground.capture.Alteration;
import org.mtlsplayground.capture.Capture;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.diagnosis.EventText;
import org.mtlsplayground.dissect.Message;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.transcript.RecordEntry;
import org.mtlsplayground.transcript.Transcript;
import org.mtlsplayground.transcript.Transcripts;

/** Finds which messages of a connection were altered on the way, as they come. Used by one thread. */
final class AlterationReader {
    /**
     * A row that tells of an alteration.
     *
     * @param arrived the message whose row it replaces; null if nothing arrived
     */
    record Mark(Event arrived, TimelineRow.Arrow row) {}

    private final Transcripts transcripts;
    private final Capture capture;
    private final Transcript transcript;
    private final List<Alteration> pending = new ArrayList<>();
    private int seen;

    /** @param transcript of the capture, read by its user */
    AlterationReader(Transcripts transcripts, Capture capture, Transcript transcript) {
        this.transcripts = transcripts;
        this.capture = capture;
        this.transcript = transcript;
    }

    /**
     * What has become clear since the last call.
     *
     * @param over whether nothing more comes
     */
    List<Mark> next(boolean over) {
        List<Alteration> all = capture.alterations();
        pending.addAll(all.subList(seen, all.size()));
        seen = all.size();
        List<Mark> marks = new ArrayList<>();
        pending.removeIf(one -> tell(one, over, marks));
        return marks;
    }

    private boolean tell(Alteration one, boolean over, List<Mark> marks) {
        List<Event> arrived = one.arrived().length == 0 ? List.of() : arrived(one);
        if (one.arrived().length > 0 && arrived.isEmpty() && !over) {
            return false;
        }
        List<Event> sent = transcripts.sent(capture, one);
        if (arrived.isEmpty()) {
            sent.forEach(event ->
                    marks.add(new Mark(null, new TimelineRow.Arrow(event, EventText.of(event), new Course.Lost(one)))));
        } else {
            mark(one, sent, arrived, marks);
        }
        return true;
    }

    private static void mark(Alteration one, List<Event> sent, List<Event> arrived, List<Mark> marks) {
        boolean paired = sent.size() == arrived.size();
        boolean any = false;
        for (int i = 0; i < arrived.size(); i++) {
            Event event = arrived.get(i);
            boolean differs = !paired || !Arrays.equals(sent.get(i).bytes(), event.bytes());
            if (differs) {
                marks.add(mark(one, paired ? List.of(sent.get(i)) : sent, event));
                any = true;
                if (!paired) {
                    return;
                }
            }
        }
        if (!any) {
            marks.add(mark(one, sent, arrived.get(arrived.size() - 1)));
        }
    }

    private static Mark mark(Alteration one, List<Event> sent, Event arrived) {
        String names = sent.stream().map(event -> EventText.of(event).name()).collect(Collectors.joining(", "));
        String detail = sent.size() == 1 ? EventText.of(sent.get(0)).detail() : "";
        Course course = new Course.Altered(one, new EventText(names, detail), sent);
        return new Mark(arrived, new TimelineRow.Arrow(arrived, EventText.of(arrived), course));
    }

    /** The messages in what arrived in its place; none if they are not there yet. */
    private List<Event> arrived(Alteration one) {
        Set<Integer> records = new HashSet<>();
        long start = 0;
        for (RecordEntry record : transcript.recordsFrom(0)) {
            if (record.direction() == one.direction()) {
                long end = start + record.bytes().length;
                if (start < one.arrivedAt() + one.arrived().length && end > one.arrivedAt()) {
                    records.add(record.index());
                }
                start = end;
            }
        }
        List<Event> found = transcript.eventsFrom(0).stream()
                .filter(event -> event.records().stream().anyMatch(records::contains))
                .toList();
        return found.isEmpty() ? noTls(one.direction()) : found;
    }

    /** Bytes that are no records: only the first of them are told of. */
    private List<Event> noTls(Direction direction) {
        return transcript.eventsFrom(0).stream()
                .filter(event -> event.direction() == direction
                        && event.records().isEmpty()
                        && (event.message() instanceof Message.NotTls || event.message() instanceof Message.Malformed))
                .findFirst()
                .map(List::of)
                .orElse(List.of());
    }
}
