package org.mtlsplayground.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mtlsplayground.transcript.DerivedSecret;
import org.mtlsplayground.ui.inspector.KeySchedule.Box;
import org.mtlsplayground.ui.inspector.KeySchedule.Kind;
import org.mtlsplayground.ui.inspector.KeySchedule.Link;

/**
 * The ladder of RFC 8446 §7.1: three steps downwards, what is mixed in at their left, at their right what comes from them,
 * the client's before the server's.
 */
final class KeySchedule13 {
    private static final int INPUTS = 0;
    private static final int STAGES = 1;
    private static final int CLIENTS = 2;
    private static final int SERVERS = 3;

    /** So many generations of a traffic secret are shown; of more than that the first and the last two. */
    private static final int GENERATIONS = 4;

    private final KeyFacts facts;
    private final List<Box> boxes = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();

    KeySchedule13(KeyFacts facts) {
        this.facts = facts;
    }

    KeySchedule draw() {
        stage(0, DerivedSecret.PSK, facts.resumed(), DerivedSecret.EARLY);
        branch(0, CLIENTS, DerivedSecret.EARLY, DerivedSecret.CLIENT_EARLY_TRAFFIC, Kind.TRAFFIC);
        branch(0, SERVERS, DerivedSecret.EARLY, DerivedSecret.EARLY_EXPORTER, Kind.OTHER);
        boolean agreed = facts.secret(DerivedSecret.SHARED).isPresent()
                || facts.secret(DerivedSecret.HANDSHAKE).isEmpty();
        stage(1, DerivedSecret.SHARED, agreed, DerivedSecret.HANDSHAKE);
        links.add(new Link(DerivedSecret.EARLY, DerivedSecret.HANDSHAKE, "derived"));
        branch(1, CLIENTS, DerivedSecret.HANDSHAKE, DerivedSecret.CLIENT_HANDSHAKE_TRAFFIC, Kind.TRAFFIC);
        branch(1, SERVERS, DerivedSecret.HANDSHAKE, DerivedSecret.SERVER_HANDSHAKE_TRAFFIC, Kind.TRAFFIC);
        stage(2, "zeros", false, DerivedSecret.MASTER);
        links.add(new Link(DerivedSecret.HANDSHAKE, DerivedSecret.MASTER, "derived"));
        int row = Math.max(
                generations(CLIENTS, DerivedSecret.CLIENT_TRAFFIC), generations(SERVERS, DerivedSecret.SERVER_TRAFFIC));
        branch(row, CLIENTS, DerivedSecret.MASTER, DerivedSecret.EXPORTER, Kind.OTHER);
        branch(row, SERVERS, DerivedSecret.MASTER, DerivedSecret.RESUMPTION, Kind.OTHER);
        return new KeySchedule(boxes, links);
    }

    private void stage(int row, String input, boolean mixedIn, String id) {
        String from = mixedIn ? input : "zeros." + row;
        boxes.add(new Box(
                from,
                INPUTS,
                row,
                mixedIn ? Kind.INPUT : Kind.NOTHING,
                mixedIn ? facts.secret(input) : Optional.empty()));
        boxes.add(new Box(id, STAGES, row, Kind.STAGE, facts.secret(id)));
        links.add(new Link(from, id, ""));
    }

    private void branch(int row, int column, String from, String id, Kind kind) {
        Optional<DerivedSecret> secret = facts.secret(id);
        if (secret.isPresent()) {
            boxes.add(new Box(id, column, row, kind, secret));
            links.add(new Link(from, id, ""));
        }
    }

    /** The traffic secrets of a side, each from the one before (RFC 8446 §7.2). Gives the next free row. */
    private int generations(int column, String id) {
        int count = 0;
        while (facts.secret(id + count).isPresent()) {
            count++;
        }
        int row = 2;
        String from = DerivedSecret.MASTER;
        String label = "";
        for (int generation = 0; generation < count; generation++) {
            if (count > GENERATIONS && generation == 2) {
                label = "× " + (count - 2 - generation);
                generation = count - 2;
            }
            boxes.add(new Box(id + generation, column, row++, Kind.TRAFFIC, facts.secret(id + generation)));
            links.add(new Link(from, id + generation, label));
            from = id + generation;
            label = "";
        }
        return Math.max(row, 3);
    }
}
