package org.mtlsplayground.diagnosis;

import java.util.Optional;
import org.mtlsplayground.peer.Side;

/**
 * What happened on a connection, in words.
 *
 * @param kind the kind of ending
 * @param refusedBy the side that refused, if one did
 * @param matter what that side refused; empty if none did
 * @param why the reason
 * @param headline one sentence without a full stop: what happened
 * @param facts the bare facts beside it: version, suite, alert; may be empty
 * @param detail a second sentence or two: who is who, or why it failed and how to mend it
 * @param explanation what stands behind it
 */
public record Verdict(
        Kind kind,
        Optional<Side> refusedBy,
        Optional<Matter> matter,
        Why why,
        String headline,
        String facts,
        Phrase detail,
        Explanation explanation) {
    /** One with nothing behind it. */
    Verdict(
            Kind kind,
            Optional<Side> refusedBy,
            Optional<Matter> matter,
            Why why,
            String headline,
            String facts,
            Phrase detail) {
        this(kind, refusedBy, matter, why, headline, facts, detail, Explanation.none());
    }

    /** The same with other facts beside it. */
    Verdict withFacts(String others) {
        return new Verdict(kind, refusedBy, matter, why, headline, others, detail, explanation);
    }

    /** The same with other words. */
    Verdict withDetail(Phrase others) {
        return new Verdict(kind, refusedBy, matter, why, headline, facts, others, explanation);
    }

    /** The same with another reason. */
    Verdict because(Why other) {
        return new Verdict(kind, refusedBy, matter, other, headline, facts, detail, explanation);
    }

    /** The same under another headline. */
    Verdict headed(String other) {
        return new Verdict(kind, refusedBy, matter, why, other, facts, detail, explanation);
    }

    /** The same in other words. */
    Verdict saying(Phrase words) {
        return new Verdict(kind, refusedBy, matter, why, headline, facts, words, explanation);
    }

    /** The same where it turned out that the refusal was about the other side's certificate. */
    Verdict aboutCertificate() {
        return new Verdict(
                kind,
                refusedBy,
                Optional.of(Matter.CERTIFICATE),
                why,
                FailureVerdicts.headline(Matter.CERTIFICATE, refusedBy.orElseThrow()),
                facts,
                detail,
                explanation);
    }

    /** The same, explained. */
    Verdict explained(Explanation all) {
        return new Verdict(kind, refusedBy, matter, why, headline, facts, detail, all);
    }

    /** What a side refuses. */
    public enum Matter {
        /** A client without a certificate. */
        MISSING,
        /** The other side's certificate, which its CA has revoked. */
        REVOKED,
        /** The other side's certificate, of which it can't be found out whether it is revoked. */
        UNDETERMINED,
        /** The other side's certificate, or its proof that it has the key. */
        CERTIFICATE,
        /** What the connection was to be like. */
        CONNECTION
    }

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
