package org.mtlsplayground.diagnosis.paste;

import java.util.Optional;
import org.mtlsplayground.diagnosis.Cause;
import org.mtlsplayground.peer.Side;

/**
 * A cause that an error text points to.
 *
 * @param cause the cause
 * @param weight how far the text points to it, from 1 to 100: from 90 on it says so; causes of the same weight can’t be told
 *     apart by this text, and the more common one comes first
 * @param reason a sentence: why
 * @param refuser the side that refused; empty if none did, or if it can’t be told which
 */
public record Likely(Cause cause, int weight, String reason, Optional<Side> refuser) {
    /** The weight in words. */
    public Strength strength() {
        return Strength.of(weight);
    }
}
