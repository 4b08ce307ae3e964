package org.mtlsplayground.ui.files;

import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.transcript.Transcripts;

/**
 * The connections that the window shows.
 *
 * @param connections all that are kept
 * @param transcripts the same, decoded
 * @param selected the one that is looked at; null while there is none; changes on the FX thread
 * @param select looks at another one; to be called on the FX thread
 * @param readAgain reads those from files from their beginning, since more of their secrets is known; likewise
 */
public record Traffic(
        Connections connections,
        Transcripts transcripts,
        ObservableValue<Connection> selected,
        Consumer<Connection> select,
        Runnable readAgain) {}
