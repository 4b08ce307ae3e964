package org.mtlsplayground.capture;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.mtlsplayground.secrets.KeyLogEntry;

/** Collects the key logs of a file, as far as memory allows. */
final class FoundSecrets {
    private final List<KeyLogEntry> entries;
    private final Notes notes;
    private final Budget budget;

    /** @param entries where they are put */
    FoundSecrets(List<KeyLogEntry> entries, Notes notes, Budget budget) {
        this.entries = entries;
        this.notes = notes;
        this.budget = budget;
    }

    /** Adds the entries of a key log. */
    void add(byte[] keyLog) {
        new String(keyLog, StandardCharsets.ISO_8859_1).lines().forEach(this::addLine);
    }

    private void addLine(String line) {
        if (budget.take(line.length())) {
            KeyLogEntry.parse(line).ifPresent(entries::add);
        } else {
            notes.count(Note.Kind.BYTES_LEFT_OUT, line.length());
        }
    }
}
