package org.mtlsplayground.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.mtlsplayground.capture.CaptureFileException;
import org.mtlsplayground.diagnosis.FaultWords;
import org.mtlsplayground.pki.LoadException;
import org.mtlsplayground.text.Messages;

/** Says why a file can't be read or written. */
final class FileProblem {
    private FileProblem() {}

    static WrongUseException unreadable(Path file, IOException e) {
        return new WrongUseException(
                e instanceof NoSuchFileException
                        ? Messages.get("cli.file.missing", file)
                        : Messages.get("cli.file.unreadable", file, reason(e)));
    }

    static WrongUseException unusable(Path file, LoadException e) {
        return new WrongUseException(Messages.get(
                "cli.load." + FaultWords.sentence(e.fault()),
                file,
                FaultWords.of(e.fault()),
                FaultWords.expected(e.fault())));
    }

    static WrongUseException noCapture(Path file, CaptureFileException e) {
        return new WrongUseException(Messages.get("capture.problem." + e.problem(), file, e.detail()));
    }

    static WrongUseException unwritable(Path file, IOException e) {
        return new WrongUseException(Messages.get("cli.file.unwritable", file, reason(e)));
    }

    /** The system's own words, without the path that goes before them. */
    static String reason(IOException e) {
        if (e instanceof FileSystemException failed) {
            return failed.getReason() == null ? e.getClass().getSimpleName() : failed.getReason();
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
