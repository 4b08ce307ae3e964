package org.mtlsplayground.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mtlsplayground.diagnosis.FaultWords;
import org.mtlsplayground.pki.ContentKind;
import org.mtlsplayground.pki.FileContents;
import org.mtlsplayground.pki.FileEntry;
import org.mtlsplayground.pki.LoadDetail;
import org.mtlsplayground.pki.LoadException;
import org.mtlsplayground.pki.LoadFault;
import org.mtlsplayground.pki.LoadProblem;
import org.mtlsplayground.pki.PkiFiles;
import org.mtlsplayground.text.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code inspect}: what files hold, whatever they are called. */
@Command(name = "inspect")
final class InspectCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", arity = "1..*", descriptionKey = "cli.parameter.inspected")
    private List<Path> files;

    @Option(names = "--password", paramLabel = "PASSWORD", descriptionKey = "cli.option.password")
    private char[] password;

    @Option(names = "--password-file", paramLabel = "FILE", descriptionKey = "cli.option.passwordFile")
    private Path passwordFile;

    @Option(names = "--json", descriptionKey = "cli.option.json.inspect")
    private boolean json;

    @Option(
            names = {"-v", "--verbose"},
            descriptionKey = "cli.option.verbose.inspect")
    private boolean verbose;

    InspectCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws WrongUseException {
        if (password != null && passwordFile != null) {
            throw new WrongUseException(Messages.get("cli.wrong.both", "--password", "--password-file"));
        }
        boolean allRead = true;
        try (Passwords passwords = password == null ? new Passwords(passwordFile) : Passwords.given(password)) {
            for (Path file : files) {
                if (terminal.isGone()) {
                    break;
                }
                allRead &= inspect(file, passwords);
            }
        }
        return allRead ? Status.SUCCESS : Status.UNSUCCESSFUL;
    }

    private boolean inspect(Path file, Passwords passwords) {
        FileContents contents = null;
        Optional<String> error;
        try {
            contents = passwords.inspect(file, PkiFiles::inspect);
            error = error(file, contents);
        } catch (LoadException e) {
            error = Optional.of(sentence(file, e.fault()));
        }
        if (json) {
            terminal.data(Json.of(InspectJson.of(file, Optional.ofNullable(contents), error, verbose)));
        } else if (contents != null) {
            InspectText.of(file, contents, verbose).forEach(terminal::line);
        }
        error.ifPresent(words -> terminal.problem(CommandLineProgram.name("inspect") + ": " + words));
        return error.isEmpty();
    }

    /** A key that lies closed for want of a password is named as such: that is no error. */
    private static Optional<String> error(Path file, FileContents contents) {
        Optional<LoadFault> unreadable = contents.faults().stream()
                .filter(fault -> fault.problem() != LoadProblem.PASSWORD_NEEDED
                        || !fault.found().equals(Optional.of(ContentKind.PRIVATE_KEY)))
                .findFirst();
        return unreadable.or(() -> stranger(contents)).map(fault -> sentence(file, fault));
    }

    /** What it is, where none of it has to do with certificates. */
    private static Optional<LoadFault> stranger(FileContents contents) {
        boolean strange = contents.entries().stream().allMatch(FileEntry.Other.class::isInstance);
        return contents.entries().stream()
                .filter(entry -> strange)
                .findFirst()
                .map(entry -> new LoadFault(
                        LoadProblem.SOMETHING_ELSE,
                        Optional.of(entry.kind()),
                        LoadDetail.NONE,
                        ((FileEntry.Other) entry).label(),
                        Optional.of(entry.place()),
                        Optional.empty()));
    }

    private static String sentence(Path file, LoadFault fault) {
        if (fault.problem() == LoadProblem.PASSWORD_NEEDED) {
            // Here it may be given in the open, too.
            return Messages.get("cli.inspect.closed", file);
        }
        return Messages.get(
                "cli.load." + FaultWords.sentence(fault), file, FaultWords.of(fault), FaultWords.expected(fault));
    }
}
