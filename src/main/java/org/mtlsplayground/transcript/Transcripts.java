package org.mtlsplayground.transcript;

import java.util.List;
import java.util.function.Supplier;
import org.mtlsplayground.capture.Capture;

/**
 * The decoded connections. Each is decoded once, when it is first asked for, and kept for a while. A resumed connection
 * needs the secrets of the one it comes from, which is then decoded too. Thread-safe.
 */
public final class Transcripts {
    /** @param captures all connections that are kept, oldest first */
    public Transcripts(Supplier<List<Capture>> captures) {}

    /** The connection, decoded as far as {@link Transcript#read()} was called; not decoded at all at first. */
    public Transcript of(Capture capture) {
        return new Transcript(capture);
    }
}
