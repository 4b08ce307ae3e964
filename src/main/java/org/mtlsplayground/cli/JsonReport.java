package org.mtlsplayground.cli;

import org.mtlsplayground.diagnosis.Verdict;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.transcript.Transcript;

/** A JSON object a line: one for each message, then one for each connection's end. Nothing else is written. */
final class JsonReport implements Report {
    private final Terminal terminal;
    private final boolean fields;

    /** @param fields whether each message has its field tree */
    JsonReport(Terminal terminal, boolean fields) {
        this.terminal = terminal;
        this.fields = fields;
    }

    @Override
    public void notice(String text) {}

    @Override
    public void message(Connection connection, Transcript transcript, Event event) {
        terminal.data(Json.of(JsonMessage.of(connection.number(), event, Records.unopened(transcript, event), fields)));
    }

    @Override
    public void over(Connection connection, Transcript transcript, Verdict verdict) {
        terminal.data(Json.of(JsonOutcome.of(connection, transcript, verdict)));
    }
}
