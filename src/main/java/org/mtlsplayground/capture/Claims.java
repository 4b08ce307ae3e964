package org.mtlsplayground.capture;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a file says was altered on the way in one connection. Only what fits the packets becomes an {@link Alteration}. */
final class Claims {
    private static final int MOST = 1000;

    /** Whoever tells of one reads all bytes that came before it anew: so many are read for all of them together. */
    private static final long MOST_READ = 32L << 20;

    private final List<AlterationText.Claim> all = new ArrayList<>();

    /** Takes a comment of one of the connection's packets. */
    void add(String comment, Notes notes, Budget budget) {
        Optional<AlterationText.Claim> claim =
                all.size() < MOST && budget.take(comment.length()) ? AlterationText.parse(comment) : Optional.empty();
        if (claim.isPresent()) {
            all.add(claim.get());
        } else {
            notes.count(Note.Kind.ALTERATIONS_LEFT_OUT);
        }
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** Tells the connection, which has all its bytes by now. */
    void tell(Capture capture, Notes notes) {
        if (all.isEmpty()) {
            return;
        }
        Map<Direction, byte[]> streams = new EnumMap<>(Direction.class);
        Map<Direction, Long> ends = new EnumMap<>(Direction.class);
        for (Direction direction : Direction.values()) {
            streams.put(direction, stream(capture, direction));
            ends.put(direction, 0L);
        }
        long read = 0;
        all.sort(Comparator.comparingLong(AlterationText.Claim::nanos));
        for (AlterationText.Claim claim : all) {
            byte[] stream = streams.get(claim.direction());
            long end = claim.arrivedAt() + claim.arrived();
            // What arrived, arrived in this order, and once.
            boolean fits = claim.arrivedAt() >= ends.get(claim.direction()) && end <= stream.length;
            Optional<Alteration> altered = fits ? altered(claim, stream) : Optional.empty();
            read += altered.map(one -> capture.before(one).kept()).orElse(0L);
            if (altered.isPresent() && read <= MOST_READ && capture.altered(altered.get())) {
                ends.put(claim.direction(), end);
            } else {
                notes.count(Note.Kind.ALTERATIONS_LEFT_OUT);
            }
        }
        all.clear();
    }

    /** Empty if it says that nothing was done. */
    private static Optional<Alteration> altered(AlterationText.Claim claim, byte[] stream) {
        int from = (int) claim.arrivedAt();
        Alteration altered = new Alteration(
                claim.direction(),
                claim.nanos(),
                claim.record(),
                claim.sentAt(),
                claim.sent(),
                claim.arrivedAt(),
                Arrays.copyOfRange(stream, from, from + claim.arrived()),
                claim.ending());
        boolean nothing = altered.kind() == Alteration.Kind.UNCHANGED && altered.ending() == Alteration.Ending.NONE;
        return nothing ? Optional.empty() : Optional.of(altered);
    }

    private static byte[] stream(Capture capture, Direction direction) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        capture.chunksFrom(0).stream()
                .filter(chunk -> chunk.direction() == direction)
                .map(Chunk::bytes)
                .forEach(all::writeBytes);
        return all.toByteArray();
    }
}
