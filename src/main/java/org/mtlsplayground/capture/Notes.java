package org.mtlsplayground.capture;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts what a reader of a file should know. */
final class Notes {
    private final Map<Note.Kind, Long> counts = new EnumMap<>(Note.Kind.class);

    void count(Note.Kind kind) {
        count(kind, 1);
    }

    void count(Note.Kind kind, long more) {
        if (more > 0) {
            counts.merge(kind, more, Long::sum);
        }
    }

    /** How many of that kind. */
    long of(Note.Kind kind) {
        return counts.getOrDefault(kind, 0L);
    }

    /** All of which there is one at least. */
    List<Note> all() {
        return counts.entrySet().stream()
                .map(entry -> new Note(entry.getKey(), entry.getValue()))
                .toList();
    }
}
