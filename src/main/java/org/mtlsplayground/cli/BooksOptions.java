package org.mtlsplayground.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.mtlsplayground.ca.revocation.Authority;
import org.mtlsplayground.ca.revocation.AuthorityFolder;
import org.mtlsplayground.text.Messages;
import picocli.CommandLine.Option;

/** A CA that is kept in a folder with its books. */
final class BooksOptions {
    @Option(names = "--authority", paramLabel = "FOLDER", descriptionKey = "cli.issue.authority")
    private Path authority;

    @Option(names = "--ca-password-file", paramLabel = "FILE", descriptionKey = "cli.issue.caPasswordFile")
    private Path passwordFile;

    /** The folder of the CA; null if none was named. */
    Path folder() {
        return authority;
    }

    /** A file with the password of the CA's key; null if none was named. */
    Path passwordFile() {
        return passwordFile;
    }

    /** The CA and its books; empty where none was named. Blocks. */
    Optional<Authority> authority() throws WrongUseException {
        if (authority == null) {
            return Optional.empty();
        }
        try (Passwords passwords = new Passwords(passwordFile)) {
            return Optional.of(passwords.open(authority, AuthorityFolder::load));
        }
    }

    /** The same where there must be one. */
    Authority needed() throws WrongUseException {
        return authority().orElseThrow(() -> new WrongUseException(Messages.get("cli.wrong.authorityNeeded")));
    }

    /** Keeps what was entered in the books. */
    void keep(Authority changed) throws WrongUseException {
        keep(changed, authority, null);
    }

    /** Keeps the books of a new CA, too. */
    static void keep(Authority changed, Path folder, char[] password) throws WrongUseException {
        try {
            AuthorityFolder.save(changed, folder, password);
        } catch (IOException e) {
            throw FileProblem.unwritable(folder, e);
        } finally {
            Passwords.clear(password);
        }
    }
}
