package org.mtlsplayground.sequence;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.dissect.Message;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.transcript.Event;

/**
 * Finds the moments at which the sides have finished their TLS 1.3 handshake: the client when it has sent its Finished,
 * the server when it has received and verified that, which its next message tells if it is no refusal.
 */
public final class Finishes {
    private static final int TLS_1_3 = 0x0304;

    private final Set<Side> told = EnumSet.noneOf(Side.class);
    private boolean tls13;
    private boolean clientFinished;
    private boolean closed;

    /** What is to be marked above a message. */
    public Optional<Finish> before(Event event) {
        boolean proves = tls13
                && clientFinished
                && !event.fromClient()
                && (event.message() instanceof Handshake
                        || event.message() instanceof Message.ApplicationData
                        || (event.message() instanceof Message.Alert alert
                                && alert.description() == Message.Alert.CLOSE_NOTIFY));
        return proves ? done(Side.SERVER, event.nanos()) : Optional.empty();
    }

    /** What is to be marked below a message. */
    public Optional<Finish> after(Event event) {
        closed |= event.message() instanceof Message.EncryptedRecord;
        if (event.message() instanceof Handshake.ServerHello hello) {
            tls13 = hello.version() == TLS_1_3;
        }
        if (tls13 && event.fromClient() && event.message() instanceof Handshake.Finished) {
            clientFinished = true;
            return done(Side.CLIENT, event.nanos());
        }
        return Optional.empty();
    }

    /**
     * A side says of itself that it has finished, which counts where the messages did not tell: once the client's Finished is
     * there, or where nobody can see it. A side may say so before its messages have been read.
     */
    public Optional<Finish> said(Side side, long nanos) {
        return tls13 && (clientFinished || closed) ? done(side, nanos) : Optional.empty();
    }

    private Optional<Finish> done(Side side, long nanos) {
        return told.add(side) ? Optional.of(new Finish(side, nanos)) : Optional.empty();
    }
}
