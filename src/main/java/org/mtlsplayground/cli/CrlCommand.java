package org.mtlsplayground.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.mtlsplayground.ca.NewFile;
import org.mtlsplayground.ca.revocation.Authority;
import org.mtlsplayground.ca.revocation.CrlFiles;
import org.mtlsplayground.text.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code issue crl}: the revocation list of a CA that is kept in a folder (RFC 5280 §5). */
@Command(name = "crl")
final class CrlCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private BooksOptions books = new BooksOptions();

    @Option(names = "--days", paramLabel = "NUMBER", descriptionKey = "cli.issue.crlDays")
    private int days = 7;

    @Option(names = "--der", descriptionKey = "cli.issue.der")
    private boolean der;

    @Mixin
    private StoreOptions store = new StoreOptions();

    CrlCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws WrongUseException {
        Authority authority = books.needed();
        Instant now = Instant.now();
        X509CRL crl = authority.newCrl(now, now.plus(Duration.ofDays(days)));
        byte[] content =
                der || store.isDer() ? CrlFiles.der(crl) : CrlFiles.pem(crl).getBytes(StandardCharsets.US_ASCII);
        List<Path> written = store.write(new NewFile(store.base("ca") + ".crl", content, false));
        books.keep(authority);
        written.forEach(file -> terminal.line(Messages.get("cli.issue.wrote", file)));
        return Status.SUCCESS;
    }
}
