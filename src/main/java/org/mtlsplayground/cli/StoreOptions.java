package org.mtlsplayground.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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

    /** A name that ends so is the name of a file. */
    private static final Set<String> ENDINGS =
            Set.of("crl", "pem", "der", "crt", "cer", "csr", "key", "p12", "pfx", "jks");

    @Option(names = "--out", paramLabel = "FOLDER|FILE", descriptionKey = "cli.issue.out")
    private Path out = Path.of("");

    @Option(names = "--name", paramLabel = "NAME", descriptionKey = "cli.issue.name")
    private String name;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = IssueWords.Format.class,
            descriptionKey = "cli.issue.format")
    private SaveFormat format;

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
                if (!format().takes(password)) {
                    throw new WrongUseException(Messages.get("cli.wrong.storePassword", IssueWords.word(format())));
                }
                return SavedFiles.of(what, format(), base, password);
            } finally {
                Passwords.clear(password);
            }
        }
    }

    private SaveFormat format() {
        if (format != null) {
            return format;
        }
        return switch (outFile().map(StoreOptions::ending).orElse("")) {
            case "pem" -> SaveFormat.PEM;
            case "p12", "pfx" -> SaveFormat.PKCS12;
            case "jks" -> SaveFormat.JKS;
            case "der" -> SaveFormat.DER;
            default -> SaveFormat.PEM_SET;
        };
    }

    /** Whether --out names a file of DER. */
    boolean isDer() {
        return outFile().map(StoreOptions::ending).filter("der"::equals).isPresent();
    }

    /** The name of the file, where --out has the name of one and not of a folder. */
    private Optional<String> outFile() {
        return Optional.ofNullable(out.getFileName())
                .map(Path::toString)
                .filter(file -> !Files.isDirectory(out) && ENDINGS.contains(ending(file)));
    }

    private Path folder() {
        Path above = out.getParent();
        return outFile().isEmpty() ? out : above == null ? Path.of("") : above;
    }

    /** Empty where there is nothing before it. */
    private static String ending(String file) {
        int dot = file.lastIndexOf('.');
        return dot <= 0 ? "" : file.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** What files' names begin with: what was asked for, or what can be taken of the name of whom they are for. */
    String base(String called) throws WrongUseException {
        String base = name != null
                ? name
                : outFile()
                        .map(file -> file.substring(0, file.lastIndexOf('.')))
                        .orElseGet(() -> plain(called));
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
            FileSet.Result result = FileSet.write(folder(), named(files), overwrite);
            if (!result.isWritten()) {
                throw new WrongUseException(inTheWay(result.inTheWay()));
            }
            return result.written();
        } catch (IOException e) {
            throw FileProblem.unwritable(folder(), e);
        } finally {
            files.forEach(NewFile::clear);
        }
    }

    /** A single file has the name that --out gives it; among several there must be one of that name. */
    private List<NewFile> named(List<NewFile> files) throws WrongUseException {
        Optional<String> wanted = outFile();
        if (wanted.isEmpty()) {
            return files;
        }
        if (files.size() == 1) {
            NewFile only = files.get(0);
            return List.of(new NewFile(wanted.get(), only.content(), only.secret()));
        }
        if (files.stream().noneMatch(file -> file.name().equals(wanted.get()))) {
            throw new WrongUseException(Messages.get(
                    "cli.wrong.severalFiles",
                    out,
                    files.stream().map(NewFile::name).collect(Collectors.joining(", "))));
        }
        return files;
    }

    private static String inTheWay(List<Path> files) {
        if (files.size() == 1) {
            return Messages.get("cli.file.exists", files.get(0));
        }
        return Messages.get(
                "cli.file.exist", files.stream().map(file -> "“" + file + "”").collect(Collectors.joining(", ")));
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
