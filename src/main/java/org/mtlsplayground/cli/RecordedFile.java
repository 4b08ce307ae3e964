package org.mtlsplayground.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.mtlsplayground.capture.CaptureFile;
import org.mtlsplayground.capture.CaptureFileException;
import org.mtlsplayground.capture.KeyLogFile;
import org.mtlsplayground.capture.Note;
import org.mtlsplayground.capture.Progress;
import org.mtlsplayground.secrets.KeyLog;
import org.mtlsplayground.text.Messages;

/** A file of recorded packets, with the secrets that go with it. */
final class RecordedFile {
    private RecordedFile() {}

    /**
     * Reads it.
     *
     * @param given its secrets; empty for those of a key log beside it, if there is one
     */
    static CaptureFile.Content read(Path file, Optional<KeyLog> given) throws WrongUseException {
        try {
            KeyLog beside = KeyLog.empty();
            if (given.isPresent()) {
                beside = given.get();
            } else {
                Optional<Path> found = CaptureFile.keyLogBeside(file);
                if (found.isPresent()) {
                    beside = keyLog(found.get());
                }
            }
            return CaptureFile.read(file, beside, Progress.none());
        } catch (CaptureFileException e) {
            throw FileProblem.noCapture(file, e);
        } catch (IOException e) {
            throw FileProblem.unreadable(file, e);
        }
    }

    static KeyLog keyLog(Path file) throws WrongUseException {
        try {
            return KeyLogFile.read(file);
        } catch (IOException e) {
            throw FileProblem.unreadable(file, e);
        }
    }

    /** What there is to know of what was read. */
    static String sentence(Note note) {
        String key = "capture.note." + note.kind();
        return Messages.get(note.count() == 1 && Messages.has(key + ".one") ? key + ".one" : key, note.count());
    }
}
