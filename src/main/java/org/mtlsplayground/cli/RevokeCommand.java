package org.mtlsplayground.cli;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mtlsplayground.ca.revocation.Authority;
import org.mtlsplayground.ca.revocation.Issued;
import org.mtlsplayground.ca.revocation.Revocation;
import org.mtlsplayground.pki.PkiFiles;
import org.mtlsplayground.pki.status.RevocationReason;
import org.mtlsplayground.text.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code issue revoke}: a certificate of a CA that is kept in a folder is good no more; {@code issue release} takes a hold back. */
@Command
final class RevokeCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final boolean release;

    @Parameters(paramLabel = "SERIAL|FILE", arity = "1", descriptionKey = "cli.parameter.revoked")
    private String which;

    @Mixin
    private BooksOptions books = new BooksOptions();

    @Option(
            names = "--reason",
            paramLabel = "REASON",
            converter = IssueWords.Reason.class,
            descriptionKey = "cli.issue.reason")
    private RevocationReason reason = RevocationReason.UNSPECIFIED;

    RevokeCommand(Terminal terminal, boolean release) {
        this.terminal = terminal;
        this.release = release;
    }

    @Override
    public Integer call() throws WrongUseException {
        Authority authority = books.needed();
        BigInteger serial = serial();
        Optional<Issued> found = authority.find(serial);
        if (found.isEmpty()) {
            throw new WrongUseException(Messages.get("cli.wrong.notIssued", serial.toString(16)));
        }
        try {
            if (release) {
                authority.release(serial);
            } else {
                authority.revoke(serial, Revocation.now(reason));
            }
        } catch (IllegalStateException e) {
            throw new WrongUseException(
                    Messages.get(release ? "cli.wrong.notOnHold" : "cli.wrong.revokedAlready", serial.toString(16)));
        }
        books.keep(authority);
        terminal.line(Messages.get(
                release ? "cli.issue.released" : "cli.issue.revoked",
                found.get().subject(),
                serial.toString(16)));
        return Status.SUCCESS;
    }

    private BigInteger serial() throws WrongUseException {
        Path file = Path.of(which);
        if (Files.exists(file)) {
            try (Passwords passwords = new Passwords(null)) {
                return passwords.open(file, PkiFiles::certificates).get(0).getSerialNumber();
            }
        }
        String digits = which.replace(":", "");
        if (!digits.matches("[0-9A-Fa-f]{1,64}")) {
            throw new WrongUseException(Messages.get("cli.wrong.serial", which));
        }
        return new BigInteger(digits, 16);
    }
}
