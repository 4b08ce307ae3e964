package org.mtlsplayground.recorded;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.mtlsplayground.capture.Capture;
import org.mtlsplayground.capture.CaptureFile;
import org.mtlsplayground.capture.Note;
import org.mtlsplayground.capture.Progress;
import org.mtlsplayground.diagnosis.Diagnosis;
import org.mtlsplayground.diagnosis.EventText;
import org.mtlsplayground.diagnosis.Verdict;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.secrets.KeyLog;
import org.mtlsplayground.sequence.Alterations;
import org.mtlsplayground.sequence.Altered;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.transcript.Transcript;
import org.mtlsplayground.transcript.Transcripts;
import org.mtlsplayground.wire.Hex;

/**
 * A connection that was saved with its secrets and opened again.
 *
 * @param notes what the reader had to say
 */
public record Reopened(Connection connection, List<Note> notes) {
    /** Saves it in a file that is gone afterwards. */
    public static Reopened of(Connection live) throws Exception {
        Path file = Files.createTempFile("reopened", ".pcapng");
        try {
            try (OutputStream out = Files.newOutputStream(file)) {
                CaptureFile.write(out, List.of(live.capture()), read(live).keyLog());
            }
            CaptureFile.Content content = CaptureFile.read(file, KeyLog.empty(), Progress.none());
            Capture capture = content.connections().get(0);
            return new Reopened(new Connections().addRecorded(capture, "again"), content.notes());
        } finally {
            Files.delete(file);
        }
    }

    private static Transcript read(Connection connection) {
        Transcript transcript = new Transcripts(List::of).of(connection.capture());
        transcript.read();
        return transcript;
    }

    /** What is said of a connection. */
    public static Verdict verdict(Connection connection) {
        return Diagnosis.of(connection, read(connection));
    }

    /** What the timeline marks in it: what was done to what, a line each. */
    public static List<String> marks(Connection connection) {
        return new Alterations(connection.capture(), read(connection))
                .next(true).stream().map(Reopened::mark).toList();
    }

    private static String mark(Altered one) {
        String arrived = one.arrived().map(Reopened::message).orElse("nothing");
        return one.sent().stream().map(Reopened::message).toList() + " -> " + arrived + ": " + one.words();
    }

    private static String message(Event event) {
        return EventText.of(event).name() + " " + Hex.of(event.bytes());
    }
}
