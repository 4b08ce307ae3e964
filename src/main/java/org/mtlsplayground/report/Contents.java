package org.mtlsplayground.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.transcript.Transcripts;

/**
 * What a report is about: one connection; or where somebody is in the middle, both of theirs.
 *
 * @param halves that of the client first
 * @param asked which of them was asked for
 */
record Contents(List<Told> halves, int asked) {
    Contents {
        halves = List.copyOf(halves);
    }

    static Contents of(Connection connection, Transcripts transcripts, boolean withSecrets) {
        boolean behind = connection.middle().equals(Optional.of(Side.CLIENT));
        List<Connection> both = new ArrayList<>(List.of(connection));
        connection.otherOfMiddle().ifPresent(other -> both.add(behind ? 0 : 1, other));
        return new Contents(
                both.stream()
                        .map(each -> Told.of(each, transcripts.of(each.capture()), withSecrets))
                        .toList(),
                both.indexOf(connection));
    }

    /** The connection that was asked for. */
    Told main() {
        return halves.get(asked);
    }

    /** Whether there are two, with somebody in the middle. */
    boolean isMiddle() {
        return halves.size() > 1;
    }

    /** Puts before a heading of which of the two connections it is; nothing where there is one. */
    UnaryOperator<String> whose(Told told) {
        String key = told.equals(halves.get(0)) ? "report.ofClient" : "report.behind";
        return isMiddle() ? heading -> Messages.get(key, heading) : UnaryOperator.identity();
    }

    /** What the diagram shows, in the order of time. */
    List<Step.Timed> steps() {
        long start = halves.get(0).connection().startNanos();
        List<Step.Timed> all = new ArrayList<>();
        for (int i = 0; i < halves.size(); i++) {
            all.addAll(Steps.of(halves.get(i), i, halves.get(i).connection().startNanos() - start));
        }
        all.sort(Comparator.comparingLong(Step.Timed::nanos));
        return all;
    }
}
