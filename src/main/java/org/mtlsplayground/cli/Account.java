package org.mtlsplayground.cli;

import java.util.ArrayList;
import java.util.List;
import org.mtlsplayground.diagnosis.Diagnosis;
import org.mtlsplayground.diagnosis.Verdict;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.secrets.KeyLogEntry;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.transcript.Transcript;

/** Reads connections and hands on what they say; keeps count of how they ended. For use by one thread. */
final class Account {
    private final Report report;
    private final boolean keeping;
    private final List<KeyLogEntry> keyLog = new ArrayList<>();
    private int over;
    private int unsuccessful;
    private String firstProblem = "";

    /** @param keeping whether secrets are kept, to be written in the end */
    Account(Report report, boolean keeping) {
        this.report = report;
        this.keeping = keeping;
    }

    /**
     * Reads what has come, and tells of the messages that are new.
     *
     * @param told how many were told of before
     * @return how many were told of now
     */
    int tell(Connection connection, Transcript transcript, int told) {
        transcript.read();
        List<Event> events = transcript.eventsFrom(told);
        events.forEach(event -> report.message(connection, transcript, event));
        return told + events.size();
    }

    /** Tells how a connection ended, after all of its messages. */
    void close(Connection connection, Transcript transcript) {
        Verdict verdict = Diagnosis.of(connection, transcript);
        report.over(connection, transcript, verdict);
        over++;
        // What the user ended is no failure of the connection.
        if (!verdict.kind().isSuccess() && verdict.kind() != Verdict.Kind.CANCELLED) {
            unsuccessful++;
            if (firstProblem.isEmpty()) {
                firstProblem = verdict.facts().isEmpty()
                        ? verdict.headline()
                        : Messages.get("terminal.verdict", verdict.headline(), verdict.facts());
            }
        }
        if (keeping) {
            keyLog.addAll(transcript.keyLog());
        }
    }

    /** Where it tells. */
    Report report() {
        return report;
    }

    /** How many connections are over. */
    int over() {
        return over;
    }

    /** Whether a connection was refused or failed. */
    boolean hasProblem() {
        return unsuccessful > 0;
    }

    /**
     * Says on standard error how many connections were refused or failed, if any was, and how the first one ended.
     *
     * @param command the name of the command that made them
     * @return the exit status
     */
    int status(Terminal terminal, String command) {
        if (!hasProblem()) {
            return Status.SUCCESS;
        }
        String problem = over == 1 ? firstProblem : Messages.get("cli.unsuccessful", unsuccessful, over, firstProblem);
        terminal.problem(CommandLineProgram.name(command) + ": " + problem);
        return Status.UNSUCCESSFUL;
    }

    /** The secrets of all connections that are over, if they are kept. */
    List<KeyLogEntry> keyLog() {
        return keyLog;
    }
}
