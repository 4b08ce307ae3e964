package org.mtlsplayground.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.mtlsplayground.ca.KeyFiles;
import org.mtlsplayground.ca.NewCertificate;
import org.mtlsplayground.ca.NewFile;
import org.mtlsplayground.ca.NewRequest;
import org.mtlsplayground.ca.WrongInputException;
import org.mtlsplayground.text.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code issue request}: a certificate request (CSR) and its key, for another CA to sign. */
@Command(name = "request")
final class IssueRequestCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "NAME", arity = "1", descriptionKey = "cli.parameter.requested")
    private String name;

    @Mixin
    private WishOptions wish = new WishOptions();

    @Mixin
    private StoreOptions store = new StoreOptions();

    IssueRequestCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws WrongUseException {
        NewCertificate wanted = NewCertificate.named(name);
        wish.on(wanted, Instant.now(), 1);
        try {
            NewRequest made = wanted.createRequest();
            String base = store.base(name);
            byte[] request = made.request().pem().getBytes(StandardCharsets.US_ASCII);
            List<Path> written = store.write(
                    List.of(new NewFile(base + ".key", key(made), true), new NewFile(base + ".csr", request, false)));
            terminal.line(Messages.get("cli.issue.requested", made.request().subject()));
            written.forEach(file -> terminal.line(Messages.get("cli.issue.wrote", file)));
            return Status.SUCCESS;
        } catch (WrongInputException e) {
            throw Issuance.wrong(e);
        }
    }

    private byte[] key(NewRequest made) throws WrongUseException {
        char[] password = store.password();
        try {
            return password == null ? KeyFiles.plainPem(made.key()) : KeyFiles.encryptedPem(made.key(), password);
        } finally {
            Passwords.clear(password);
        }
    }
}
