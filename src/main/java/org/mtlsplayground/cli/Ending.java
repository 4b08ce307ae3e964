package org.mtlsplayground.cli;

import java.nio.file.Path;
import java.util.List;
import org.mtlsplayground.capture.Capture;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.text.Messages;

/**
 * What is done when all connections of a run are over.
 *
 * @param command the name of the command, for what is said on standard error
 */
record Ending(Terminal terminal, String command) {
    /** Saves what was asked for and says on standard error what went wrong. Returns the exit status. */
    int of(Account account, Connections connections, Report report, SaveOptions save, Path keyLog)
            throws WrongUseException {
        List<Capture> kept = connections.all().stream().map(Connection::capture).toList();
        save.write(report, kept, account.keyLog());
        if (save.isAsked() && connections.dropped() > 0) {
            terminal.problem(Messages.get("cli.saved.dropped", connections.dropped()));
        }
        save.writeKeyLog(report, keyLog, account.keyLog());
        return status(account);
    }

    /** Says on standard error what went wrong, if anything did. */
    int status(Account account) {
        if (!account.hasProblem()) {
            return Status.SUCCESS;
        }
        terminal.problem(CommandLineProgram.name(command) + ": " + account.problem());
        return Status.UNSUCCESSFUL;
    }
}
