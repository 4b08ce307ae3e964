package org.mtlsplayground.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.mtlsplayground.ca.revocation.Authority;
import org.mtlsplayground.ca.revocation.AuthorityFolder;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.PkiFiles;
import org.mtlsplayground.text.Messages;
import picocli.CommandLine.Option;

/** Who issues: a CA that is kept in a folder, or one whose certificate and key are in files. */
final class IssuerOptions {
    @Option(names = "--authority", paramLabel = "FOLDER", descriptionKey = "cli.issue.authority")
    private Path authority;

    @Option(names = "--ca", paramLabel = "FILE", descriptionKey = "cli.issue.ca")
    private Path ca;

    @Option(names = "--ca-key", paramLabel = "FILE", descriptionKey = "cli.issue.caKey")
    private Path caKey;

    @Option(names = "--ca-password-file", paramLabel = "FILE", descriptionKey = "cli.issue.caPasswordFile")
    private Path passwordFile;

    /** Whether one was named. */
    boolean isNamed() {
        return authority != null || ca != null;
    }

    /** The folder of the CA; null if it is none that is kept. */
    Path folder() {
        return authority;
    }

    /** The CA and its books; empty where files alone were named, or nothing. Blocks. */
    Optional<Authority> authority() throws WrongUseException {
        check();
        if (authority == null) {
            return Optional.empty();
        }
        try (Passwords passwords = new Passwords(passwordFile)) {
            return Optional.of(passwords.open(authority, AuthorityFolder::load));
        }
    }

    /** The CA of the files; empty where a folder was named, or nothing. Blocks. */
    Optional<Identity> files() throws WrongUseException {
        check();
        if (ca == null) {
            return Optional.empty();
        }
        try (Passwords passwords = new Passwords(passwordFile)) {
            return Optional.of(new Identity(
                    passwords.open(ca, PkiFiles::certificates),
                    passwords.open(caKey == null ? ca : caKey, PkiFiles::privateKey)));
        }
    }

    private void check() throws WrongUseException {
        if (authority != null && ca != null) {
            throw new WrongUseException(Messages.get("cli.wrong.both", "--authority", "--ca"));
        }
        if (caKey != null && ca == null) {
            throw new WrongUseException(Messages.get("cli.wrong.caKeyAlone"));
        }
    }

    /** Keeps what was entered in the books, or a new CA's. */
    void keep(Authority changed, Path folder, char[] password) throws WrongUseException {
        try {
            AuthorityFolder.save(changed, folder, password);
        } catch (IOException e) {
            throw FileProblem.unwritable(folder, e);
        } finally {
            Passwords.clear(password);
        }
    }
}
