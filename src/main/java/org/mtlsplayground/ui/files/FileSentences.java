package org.mtlsplayground.ui.files;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.mtlsplayground.capture.CaptureFileException;
import org.mtlsplayground.capture.Note;
import org.mtlsplayground.text.Messages;

/** What is said when a file can't be written or read, and what is to know of one that was. */
final class FileSentences {
    private FileSentences() {}

    /** The last part of a path. */
    static String name(Path file) {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }

    /** Why a file could not be written. */
    static String notWritten(Path file, Exception problem) {
        if (problem instanceof Export.NoSecretsException) {
            return Messages.get("files.failed.noSecrets");
        }
        return Messages.get("files.failed.write", name(file), reason(file.getParent(), problem));
    }

    /** Why a file could not be read. */
    static String notRead(Path file, Exception problem) {
        if (problem instanceof CaptureFileException unusable) {
            return Messages.get("capture.problem." + unusable.problem(), name(file), unusable.detail());
        }
        return Messages.get("files.failed.read", name(file), reason(file, problem));
    }

    private static String reason(Path place, Exception problem) {
        if (problem instanceof AccessDeniedException) {
            return Messages.get("files.reason.forbidden");
        }
        if (problem instanceof NoSuchFileException) {
            return Messages.get("files.reason.missing", place);
        }
        if (problem instanceof FileAlreadyExistsException) {
            return Messages.get("files.reason.exists");
        }
        // Of the exceptions of a file system the system's own words, without the path that goes before them.
        String words = problem instanceof FileSystemException failed && failed.getReason() != null
                ? failed.getReason()
                : String.valueOf(problem.getMessage());
        return Messages.get("files.reason.other", words);
    }

    /** One sentence for each note. */
    static List<String> notes(List<Note> notes) {
        return notes.stream()
                .map(note -> Messages.get(
                        note.count() == 1 && Messages.has("capture.note." + note.kind() + ".one")
                                ? "capture.note." + note.kind() + ".one"
                                : "capture.note." + note.kind(),
                        note.count()))
                .toList();
    }

    /** "1 connection", "3 connections". */
    static String connections(int count) {
        return count == 1 ? Messages.get("files.connection") : Messages.get("files.connections", count);
    }

    /** "1 secret", "9 secrets". */
    static String secrets(int count) {
        return count == 1 ? Messages.get("files.keyLog.one") : Messages.get("files.keyLog.many", count);
    }
}
