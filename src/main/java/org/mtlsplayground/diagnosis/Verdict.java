package org.mtlsplayground.diagnosis;

import java.util.Optional;
import org.mtlsplayground.peer.Side;

/**
 * What happened on a connection, in words.
 *
 * @param kind the kind of ending
 * @param refusedBy the side that refused, if one did
 * @param headline one sentence without a full stop: what happened
 * @param facts the bare facts beside it: version, suite, alert; may be empty
 * @param detail a second sentence or two: who is who, or who said what
 */
public record Verdict(Kind kind, Optional<Side> refusedBy, String headline, String facts, Phrase detail) {
    /** The kinds of ending. */
    public enum Kind {
        /** Not over yet. */
        OPEN,
        /** Both sides proved who they are. */
        MUTUAL,
        /** Only the server did. */
        SERVER_ONLY,
        /** One side refused the other, by a TLS alert. */
        REFUSED,
        /** It ended without anybody's refusal: no connection, a time-out, no TLS. */
        FAILED,
        /** The user ended it. */
        CANCELLED;

        /** Whether the connection did what it was for. */
        public boolean isSuccess() {
            return this == MUTUAL || this == SERVER_ONLY;
        }
    }
}
