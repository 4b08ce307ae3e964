package org.mtlsplayground.ui.timeline;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.text.Times;
import org.mtlsplayground.transcript.Event;

/**
 * What a whole handshake took, from the ClientHello to the last Finished.
 *
 * @param messages of the handshake
 * @param bytes of these messages, without those of records
 * @param nanos from the first to the last of them
 */
record Effort(int messages, long bytes, long nanos) {
    private static final int BOTH = 2;

    /** Empty as long as not both sides have finished. */
    static Optional<Effort> of(List<Event> events) {
        int[] finished = IntStream.range(0, events.size())
                .filter(i -> events.get(i).message() instanceof Handshake.Finished)
                .limit(BOTH)
                .toArray();
        if (finished.length < BOTH) {
            return Optional.empty();
        }
        List<Event> handshake = events.subList(0, finished[1] + 1).stream()
                .filter(event -> event.message() instanceof Handshake)
                .toList();
        long bytes = handshake.stream().mapToLong(event -> event.bytes().length).sum();
        long nanos =
                handshake.get(handshake.size() - 1).nanos() - handshake.get(0).nanos();
        return Optional.of(new Effort(handshake.size(), bytes, nanos));
    }

    /** What a resumed handshake took, beside a full one. */
    static String saved(Effort resumed, Effort full) {
        String bytes = Amount.of(resumed.bytes);
        String bytesOfFull = Amount.of(full.bytes);
        String time = Times.of(resumed.nanos);
        String timeOfFull = Times.of(full.nanos);
        return bytes.equals(bytesOfFull)
                // A ticket weighs about as much as the certificates that it saves.
                ? Messages.get("compare.saved.inTime", resumed.messages, full.messages, time, timeOfFull)
                : Messages.get("compare.saved", resumed.messages, full.messages, bytes, bytesOfFull, time, timeOfFull);
    }
}
