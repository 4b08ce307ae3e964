package org.mtlsplayground.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.mtlsplayground.capture.Capture;
import org.mtlsplayground.capture.CaptureFile;
import org.mtlsplayground.capture.KeyLogFile;
import org.mtlsplayground.capture.Progress;
import org.mtlsplayground.secrets.KeyLogEntry;
import org.mtlsplayground.text.Messages;
import picocli.CommandLine.Option;

/** The file into which the connections are saved. */
final class SaveOptions {
    @Option(names = "--save", paramLabel = "FILE.pcapng", descriptionKey = "cli.option.save")
    private Path save;

    @Option(names = "--overwrite", descriptionKey = "cli.option.overwrite")
    private boolean overwrite;

    /** Whether the connections will be saved. */
    boolean isAsked() {
        return save != null;
    }

    /** Says beforehand what could not be written afterwards. */
    void check() throws WrongUseException {
        check(save);
    }

    /** Checks a file that is to be written at the end. */
    void check(Path file) throws WrongUseException {
        if (file == null) {
            return;
        }
        if (Files.isDirectory(file)) {
            throw new WrongUseException(Messages.get("cli.file.folder", file));
        }
        if (Files.exists(file) && !overwrite) {
            throw new WrongUseException(Messages.get("cli.file.exists", file));
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new WrongUseException(Messages.get("cli.file.noFolder", file));
        }
        if (!Files.isWritable(folder)) {
            throw new WrongUseException(Messages.get("cli.file.forbidden", file));
        }
    }

    /** Writes the connections, if that was asked for. */
    void write(Report report, List<Capture> connections, List<KeyLogEntry> keyLog) throws WrongUseException {
        if (save != null) {
            writing(save, () -> CaptureFile.write(save, connections, keyLog, overwrite, Progress.none()));
            report.notice(Messages.get("cli.saved", connections.size(), save));
        }
    }

    /** Writes a key log, if there is a file for it. */
    void writeKeyLog(Report report, Path file, List<KeyLogEntry> entries) throws WrongUseException {
        if (file != null) {
            writing(file, () -> KeyLogFile.write(file, entries, overwrite));
            report.notice(Messages.get("cli.saved.keyLog", file));
        }
    }

    private interface Writing {
        void run() throws IOException;
    }

    private static void writing(Path file, Writing writing) throws WrongUseException {
        try {
            writing.run();
        } catch (IOException e) {
            throw FileProblem.unwritable(file, e);
        }
    }
}
