package org.mtlsplayground.sequence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mtlsplayground.capture.Alteration;
import org.mtlsplayground.capture.Capture;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.dissect.FieldDifference;
import org.mtlsplayground.dissect.Message;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.transcript.RecordEntry;
import org.mtlsplayground.transcript.Transcript;

/** Finds which messages of a connection were altered on the way, as they come. Used by one thread. */
public final class Alterations {
    private final Capture capture;
    private final Transcript transcript;
    private final List<Alteration> pending = new ArrayList<>();

    /** What was told to have got lost, with what was sent: of two that change their places the first, until the second comes. */
    private final Map<Alteration, List<Event>> lost = new LinkedHashMap<>();

    private int seen;

    /**
     * Of one connection.
     *
     * @param transcript of the capture, read by its user
     */
    public Alterations(Capture capture, Transcript transcript) {
        this.capture = capture;
        this.transcript = transcript;
    }

    /**
     * What has become clear since the last call. One that did not arrive is told of once more when another has overtaken it:
     * with the same {@link Altered#sent()}, and other words.
     *
     * @param over whether nothing more comes
     */
    public List<Altered> next(boolean over) {
        List<Alteration> all = capture.alterations();
        List<Alteration> added = all.subList(seen, all.size());
        seen = all.size();
        List<Altered> marks = new ArrayList<>();
        lost.entrySet().removeIf(one -> overtaken(one.getKey(), one.getValue(), added, all, marks));
        pending.addAll(added);
        pending.removeIf(one -> tell(one, all, over, marks));
        return marks;
    }

    private static boolean overtaken(
            Alteration one, List<Event> sent, List<Alteration> added, List<Alteration> all, List<Altered> marks) {
        boolean overtaken = added.stream().anyMatch(one::isEndOf);
        if (overtaken) {
            markLost(one, AlterationWords.of(one, all, List.of()), sent, marks);
        }
        return overtaken;
    }

    private static void markLost(Alteration one, String words, List<Event> sent, List<Altered> marks) {
        sent.forEach(event -> marks.add(new Altered(one, words, Optional.empty(), List.of(event))));
    }

    private boolean tell(Alteration one, List<Alteration> all, boolean over, List<Altered> marks) {
        List<Event> arrived = one.arrived().length == 0 ? List.of() : arrived(one);
        if (one.arrived().length > 0 && arrived.isEmpty() && !over) {
            return false;
        }
        List<Event> sent = transcript.sent(one);
        String words = AlterationWords.of(one, all, differences(sent, arrived));
        if (arrived.isEmpty()) {
            markLost(one, words, sent, marks);
            lost.put(one, sent);
        } else {
            mark(one, words, sent, arrived, marks);
        }
        return true;
    }

    private static List<FieldDifference> differences(List<Event> sent, List<Event> arrived) {
        List<FieldDifference> all = new ArrayList<>();
        for (int i = 0; i < sent.size() && sent.size() == arrived.size(); i++) {
            all.addAll(sent.get(i).differences(arrived.get(i)));
        }
        return all;
    }

    private static void mark(Alteration one, String words, List<Event> sent, List<Event> arrived, List<Altered> marks) {
        boolean paired = sent.size() == arrived.size();
        boolean any = false;
        for (int i = 0; i < arrived.size(); i++) {
            Event event = arrived.get(i);
            boolean differs = !paired || !Arrays.equals(sent.get(i).bytes(), event.bytes());
            if (differs) {
                marks.add(new Altered(one, words, Optional.of(event), paired ? List.of(sent.get(i)) : sent));
                any = true;
                if (!paired) {
                    return;
                }
            }
        }
        if (!any) {
            marks.add(new Altered(one, words, Optional.of(arrived.get(arrived.size() - 1)), sent));
        }
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
