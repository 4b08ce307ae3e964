package org.mtlsplayground.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.mtlsplayground.ca.FileSet;
import org.mtlsplayground.ca.NewFile;
import org.mtlsplayground.ca.SaveFormat;
import org.mtlsplayground.ca.Saveable;
import org.mtlsplayground.ca.SavedFiles;
import org.mtlsplayground.text.Messages;
import picocli.CommandLine.Option;

/** Where the files go, and how they are written. */
final class StoreOptions {
    private static final int LONGEST_NAME = 60;

    @Option(names = "--out", paramLabel = "FOLDER", descriptionKey = "cli.issue.out")
    private Path folder = Path.of("");

    @Option(names = "--name", paramLabel = "NAME", descriptionKey = "cli.issue.name")
    private String name;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = IssueWords.Format.class,
            descriptionKey = "cli.issue.format")
    private SaveFormat format = SaveFormat.PEM_SET;

    @Option(names = "--password-file", paramLabel = "FILE", descriptionKey = "cli.issue.passwordFile")
    private Path passwordFile;

    @Option(names = "--overwrite", descriptionKey = "cli.option.overwrite")
    private boolean overwrite;

    /** The files for something that was made, not written yet. */
    List<NewFile> files(Saveable what, String called) throws WrongUseException {
        return filesNamed(what, base(called));
    }

    /** The same for several things: each has its own name, after what was asked for by --name. */
    String prefix() throws WrongUseException {
        return name == null ? "" : base("") + "-";
    }

    /** The files whose names begin with this. */
    List<NewFile> filesNamed(Saveable what, String base) throws WrongUseException {
        try (Passwords passwords = new Passwords(passwordFile)) {
            char[] password = passwords.copy();
            try {
                if (!format.takes(password)) {
                    throw new WrongUseException(Messages.get("cli.wrong.storePassword", IssueWords.word(format)));
                }
                return SavedFiles.of(what, format, base, password);
            } finally {
                Passwords.clear(password);
            }
        }
    }

    /** What files' names begin with: what was asked for, or what can be taken of the name of whom they are for. */
    String base(String called) throws WrongUseException {
        String base = name != null ? name : plain(called);
        if (!NewFile.isName(base)) {
            throw new WrongUseException(Messages.get("cli.wrong.fileName", base));
        }
        return base;
    }

    private static String plain(String called) {
        String plain =
                called.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]+", "-").replaceAll("^[.-]+|[.-]+$", "");
        String shorter = plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
        return shorter.isEmpty() ? "certificate" : shorter;
    }

    /** Writes them, all or none. */
    List<Path> write(List<NewFile> files) throws WrongUseException {
        try {
            FileSet.Result result = FileSet.write(folder, files, overwrite);
            if (!result.isWritten()) {
                throw new WrongUseException(Messages.get(
                        "cli.file.exists",
                        result.inTheWay().stream().map(Path::toString).collect(Collectors.joining(", "))));
            }
            return result.written();
        } catch (IOException e) {
            throw FileProblem.unwritable(folder, e);
        } finally {
            files.forEach(NewFile::clear);
        }
    }

    /** Writes one more thing in a file of its own. */
    List<Path> write(NewFile file) throws WrongUseException {
        return write(new ArrayList<>(List.of(file)));
    }

    /** The password for a key that is kept; null for none. The caller clears it. */
    char[] password() throws WrongUseException {
        try (Passwords passwords = new Passwords(passwordFile)) {
            return passwords.copy();
        }
    }
}
