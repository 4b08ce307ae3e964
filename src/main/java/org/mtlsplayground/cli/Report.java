package org.mtlsplayground.cli;

import org.mtlsplayground.diagnosis.Verdict;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.transcript.Transcript;

/** How connections are told of. One thread calls it. */
interface Report {
    /** Something to know beforehand or afterwards that is no part of a connection. */
    void notice(String text);

    /** The next message of a connection. */
    void message(Connection connection, Transcript transcript, Event event);

    /** The connection's end, after all of its messages. */
    void over(Connection connection, Transcript transcript, Verdict verdict);
}
