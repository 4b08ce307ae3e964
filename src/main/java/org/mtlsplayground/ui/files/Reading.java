package org.mtlsplayground.ui.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.mtlsplayground.capture.CaptureFile;
import org.mtlsplayground.capture.CaptureFileException;
import org.mtlsplayground.capture.KeyLogFile;
import org.mtlsplayground.capture.Progress;
import org.mtlsplayground.secrets.KeyLog;

/** Reads a file of which nobody has said what it is: connections, or a key log. */
final class Reading {
    /**
     * What it holds. One of the two.
     *
     * @param content its connections
     * @param keyLog its secrets; of a key log alone
     */
    record Found(Optional<CaptureFile.Content> content, KeyLog keyLog) {}

    private Reading() {}

    /** Reads it. Blocks. */
    static Found read(Path file, Progress progress) throws IOException, CaptureFileException {
        try {
            return new Found(Optional.of(CaptureFile.read(file, beside(file), progress)), KeyLog.empty());
        } catch (CaptureFileException e) {
            if (e.problem() == CaptureFileException.Problem.NOT_A_CAPTURE) {
                KeyLog log = KeyLogFile.read(file);
                if (!log.entries().isEmpty()) {
                    return new Found(Optional.empty(), log);
                }
            }
            throw e;
        }
    }

    private static KeyLog beside(Path file) {
        Optional<Path> beside = CaptureFile.keyLogBeside(file);
        try {
            return beside.isPresent() ? KeyLogFile.read(beside.get()) : KeyLog.empty();
        } catch (IOException e) {
            // It may be picked by hand, and the user is then told what is wrong with it.
            return KeyLog.empty();
        }
    }
}
