package org.mtlsplayground.ui.files;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.mtlsplayground.capture.Capture;
import org.mtlsplayground.capture.Progress;
import org.mtlsplayground.transcript.RecordEntry;
import org.mtlsplayground.transcript.Transcript;
import org.mtlsplayground.transcript.Transcripts;

/**
 * How far connections could be decrypted.
 *
 * @param encrypted how many have encrypted records
 * @param open of how many of them at least one could be opened
 */
record Opened(int encrypted, int open) {
    /** Whether not one could be opened, though there are some to open. */
    boolean none() {
        return encrypted > 0 && open == 0;
    }

    /** Decodes connections and counts. Blocks. */
    static Opened count(Transcripts transcripts, List<Capture> captures, Progress progress) {
        return count(transcripts, captures, captures.size(), progress);
    }

    /** The same up to the first that can be opened, which is enough to tell whether any can. */
    static Opened first(Transcripts transcripts, List<Capture> captures, Progress progress) {
        return count(transcripts, captures, 1, progress);
    }

    private static Opened count(Transcripts transcripts, List<Capture> captures, int enough, Progress progress) {
        int encrypted = 0;
        int open = 0;
        for (int i = 0; i < captures.size() && open < enough; i++) {
            if (!progress.at(i, captures.size())) {
                throw new CancellationException();
            }
            Transcript transcript = transcripts.of(captures.get(i));
            transcript.read();
            List<RecordEntry> sealed = transcript.recordsFrom(0).stream()
                    .filter(RecordEntry::encrypted)
                    .toList();
            encrypted += sealed.isEmpty() ? 0 : 1;
            open += sealed.stream().anyMatch(record -> record.unopened().isEmpty()) ? 1 : 0;
        }
        return new Opened(encrypted, open);
    }
}
