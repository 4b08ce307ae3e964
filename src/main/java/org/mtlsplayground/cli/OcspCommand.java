package org.mtlsplayground.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.mtlsplayground.ca.revocation.Asked;
import org.mtlsplayground.ca.revocation.Authority;
import org.mtlsplayground.ca.revocation.OcspResponder;
import org.mtlsplayground.text.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code issue ocsp}: answers what became of the certificates of a CA that is kept in a folder (RFC 6960), on loopback. */
@Command(name = "ocsp")
final class OcspCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private BooksOptions books = new BooksOptions();

    @Option(names = "--port", paramLabel = "PORT", descriptionKey = "cli.issue.ocspPort")
    private int port;

    OcspCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws WrongUseException, InterruptedException {
        Authority authority = books.needed();
        if (port < 0 || port > 65_535) {
            throw new WrongUseException(Messages.get("cli.wrong.port", port));
        }
        OcspResponder.Settings usual = OcspResponder.Settings.usual();
        OcspResponder.Settings settings = new OcspResponder.Settings(port, usual.delegated(), usual.validity());
        try (OcspResponder responder = OcspResponder.start(authority, settings, this::tell)) {
            terminal.line(Messages.get("cli.issue.ocspListening", responder.address(), responder.crlAddress()));
            // Until the program is ended.
            new CountDownLatch(1).await();
        } catch (IOException e) {
            throw new WrongUseException(Messages.get("cli.wrong.listen", port, FileProblem.reason(e)));
        }
        return Status.SUCCESS;
    }

    private void tell(Asked asked) {
        terminal.line(Messages.get(
                "cli.issue.asked",
                IssueWords.word(asked.question()),
                asked.serial().map(serial -> serial.toString(16)).orElse("–"),
                IssueWords.word(asked.answer())));
    }
}
