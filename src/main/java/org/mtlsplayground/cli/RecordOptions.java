package org.mtlsplayground.cli;

import java.nio.file.Path;
import java.util.List;
import org.mtlsplayground.capture.Capture;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.text.Messages;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The files into which live connections go: themselves, and their secrets alone. */
final class RecordOptions {
    @Mixin
    private SaveOptions save = new SaveOptions();

    @Option(names = "--keylog", paramLabel = "FILE", descriptionKey = "cli.option.keyLog.write")
    private Path keyLog;

    /** Says beforehand what could not be written afterwards. */
    void check() throws WrongUseException {
        save.check();
        save.check(keyLog);
    }

    /** An account that keeps what will be written. */
    Account account(Report report) {
        return new Account(report, save.isAsked() || keyLog != null);
    }

    /** Writes what was asked for, and says what could not be kept. */
    void write(Account account, Connections connections, Terminal terminal) throws WrongUseException {
        List<Capture> kept = connections.all().stream().map(Connection::capture).toList();
        save.write(account.report(), kept, account.keyLog());
        if (save.isAsked() && connections.dropped() > 0) {
            terminal.problem(Messages.get("cli.saved.dropped", connections.dropped()));
        }
        save.writeKeyLog(account.report(), keyLog, account.keyLog());
    }
}
