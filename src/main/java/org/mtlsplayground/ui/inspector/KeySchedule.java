package org.mtlsplayground.ui.inspector;

import java.util.List;
import java.util.Optional;
import org.mtlsplayground.transcript.DerivedSecret;

/**
 * The key schedule of one connection as a picture: boxes in a grid, and which comes from which.
 *
 * @param boxes in reading order
 */
record KeySchedule(List<Box> boxes, List<Link> links) {
    /** What a box stands for. */
    enum Kind {
        /** What is mixed in. */
        INPUT,
        /** Zeros, where nothing is mixed in. */
        NOTHING,
        /** A step of the schedule. */
        STAGE,
        /** What protects records. */
        TRAFFIC,
        /** What is handed on to others. */
        OTHER
    }

    /**
     * A box.
     *
     * @param id of the secret, or for zeros any other name
     * @param column from 0 at the left
     * @param row from 0 at the top
     * @param secret empty where it is not known
     */
    record Box(String id, int column, int row, Kind kind, Optional<DerivedSecret> secret) {}

    /**
     * An arrow.
     *
     * @param label beside it, a short one; may be empty
     */
    record Link(String from, String to, String label) {}

    KeySchedule {
        boxes = List.copyOf(boxes);
        links = List.copyOf(links);
    }

    /** Empty where no secret is known. */
    static KeySchedule of(KeyFacts facts) {
        if (facts.secrets().isEmpty()) {
            return new KeySchedule(List.of(), List.of());
        }
        return facts.tls13() ? new KeySchedule13(facts).draw() : KeySchedule12.draw(facts);
    }

    Box box(String id) {
        return boxes.stream().filter(box -> box.id().equals(id)).findFirst().orElseThrow();
    }

    int columns() {
        return 1 + boxes.stream().mapToInt(Box::column).max().orElse(-1);
    }

    int rows() {
        return 1 + boxes.stream().mapToInt(Box::row).max().orElse(-1);
    }
}
