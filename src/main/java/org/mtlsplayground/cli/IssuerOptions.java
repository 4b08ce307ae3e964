package org.mtlsplayground.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.mtlsplayground.ca.revocation.Authority;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.PkiFiles;
import org.mtlsplayground.text.Messages;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Who issues: a CA that is kept in a folder, or one whose certificate and key are in files. */
final class IssuerOptions {
    @Mixin
    private BooksOptions books = new BooksOptions();

    @Option(names = "--ca", paramLabel = "FILE", descriptionKey = "cli.issue.ca")
    private Path ca;

    @Option(names = "--ca-key", paramLabel = "FILE", descriptionKey = "cli.issue.caKey")
    private Path caKey;

    /** Whether one was named. */
    boolean isNamed() {
        return books.folder() != null || ca != null;
    }

    /** The CA and its books; empty where files alone were named, or nothing. Blocks. */
    Optional<Authority> authority() throws WrongUseException {
        check();
        return books.authority();
    }

    /** The CA of the files; empty where a folder was named, or nothing. Blocks. */
    Optional<Identity> files() throws WrongUseException {
        check();
        if (ca == null) {
            return Optional.empty();
        }
        try (Passwords passwords = new Passwords(books.passwordFile())) {
            return Optional.of(new Identity(
                    passwords.open(ca, PkiFiles::certificates),
                    passwords.open(caKey == null ? ca : caKey, PkiFiles::privateKey)));
        }
    }

    private void check() throws WrongUseException {
        if (books.folder() != null && ca != null) {
            throw new WrongUseException(Messages.get("cli.wrong.both", "--authority", "--ca"));
        }
        if (caKey != null && ca == null) {
            throw new WrongUseException(Messages.get("cli.wrong.caKeyAlone"));
        }
    }

    /** Keeps what was entered in the books. */
    void keep(Authority changed) throws WrongUseException {
        books.keep(changed);
    }
}
