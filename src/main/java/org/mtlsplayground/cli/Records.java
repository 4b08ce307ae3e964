package org.mtlsplayground.cli;

import java.util.Optional;
import org.mtlsplayground.dissect.Message;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.transcript.RecordEntry;
import org.mtlsplayground.transcript.Transcript;
import org.mtlsplayground.transcript.Unopened;

/** What the records say of the messages in them. */
final class Records {
    private Records() {}

    /** Why a message could not be opened; empty if it could, or did not need to be. */
    static Optional<Unopened> unopened(Transcript transcript, Event event) {
        if (!(event.message() instanceof Message.EncryptedRecord)) {
            return Optional.empty();
        }
        return event.records().stream()
                .flatMap(index -> transcript.recordsFrom(index).stream().limit(1))
                .map(RecordEntry::unopened)
                .flatMap(Optional::stream)
                .findFirst();
    }
}
