package org.mtlsplayground.capture;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** The way on, for the record that an {@link Interceptor} is asked about. */
public interface Passage {
    /** Lets bytes go on: those of the record or others, at once or in parts. */
    void forward(byte[] bytes) throws IOException;

    /** Lets bytes go on behind the next record of this direction; never, if none comes. */
    void postpone(byte[] bytes);

    /**
     * Waits as on a slow wire: the time-outs of both sides run on.
     *
     * @throws IOException if the connection was closed meanwhile, by time-out, cancel or stop
     */
    void delay(Duration time) throws IOException;

    /**
     * Waits until told, or until the other side has closed its socket: then there is nothing to wait for. The time-outs of our
     * sides stand still meanwhile; a stranger may lose patience.
     *
     * @param until how it is completed does not matter
     * @throws IOException if this side closed its socket meanwhile, by cancel or stop
     */
    void hold(CompletionStage<?> until) throws IOException;

    /**
     * Whether a side of ours has closed its socket, or a stranger that was to receive this has taken its leave: holding has no
     * effect any more.
     */
    boolean isOver();

    /** Ends the connection in both directions, as TCP ends in order (FIN), without a word of TLS; both sides see its end. */
    void close() throws IOException;

    /** Breaks the connection off in both directions (RST, RFC 9293 §3.5.2); both sides see a reset. */
    void reset() throws IOException;

    /**
     * From now on nothing more passes in this direction; neither side is told. It lasts until a side closes the connection:
     * its FIN does pass, so the side that is to run into its time-out must have the shorter one.
     */
    void stall();
}
