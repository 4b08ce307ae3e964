package org.mtlsplayground.ui.scenarios;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import org.mtlsplayground.capture.WireRule;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Middle;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.scenario.CardFiles;
import org.mtlsplayground.scenario.Setup;

/** The two cards of the window, on which scenarios are played. For use on the FX thread. */
public interface Desk {
    /** What both cards hold now. Run, it puts that back. */
    Runnable keep();

    /** Fills both cards; the ports stay as they are. */
    void show(Setup setup, Map<Side, CardFiles> files);

    /** Says what happens on their way to the bytes of connections that begin from now on; nothing if there are no rules. */
    void disturb(List<WireRule> rules);

    /** Says who sits between client and server from the next start of the server on; nobody if empty, and at once. */
    void putInTheMiddle(Optional<Middle.Faces> faces);

    /**
     * Starts the server with what its card holds, or starts it again, and points the client at it, or at whoever is in the middle.
     *
     * @param then told whether it listens now; if not, its card says why
     */
    void serve(Consumer<Boolean> then);

    /**
     * Connects once, with what the client’s card holds; gives up what is being made.
     *
     * @param then given the connection at its beginning; null if the card’s values permit none, which it says
     */
    void connect(Consumer<Connection> then);

    /** Gives up a connection that is being made. */
    void cancel();

    /** The client’s newest connection, whoever asked for it; null before the first. */
    ObservableValue<Connection> newest();

    /** Whether a card refers to a file of this folder. */
    boolean refersTo(Path folder);
}
