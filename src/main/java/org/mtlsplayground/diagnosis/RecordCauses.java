package org.mtlsplayground.diagnosis;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.peer.Fault;
import org.mtlsplayground.peer.Outcome;
import org.mtlsplayground.peer.Side;

/** Whether what arrived is what was sent. */
final class RecordCauses {
    /** What the JDK says of a record that does not open, or is too short to be an encrypted one. */
    private static final Pattern DAMAGE =
            Pattern.compile("Tag mismatch|bad record MAC|Insufficient buffer remaining for AEAD");

    private RecordCauses() {}

    /** Why a side could not go on, if what it received was altered; empty if that is not to blame. */
    static Optional<Finding> of(Facts facts, Side refuser) {
        if (facts.foundDamage(refuser)
                || facts.alert().filter(Facts.BAD_RECORD_MAC::equals).isPresent()) {
            return Optional.of(
                    Finding.certain(haveOtherKeys(facts, refuser) ? Cause.HELLO_ALTERED : Cause.RECORD_ALTERED));
        }
        Optional<Boolean> finished = refuser == Side.CLIENT
                ? facts.checks().serverFinished()
                : facts.checks().clientFinished();
        if (facts.words(refuser).contains("Finished message")
                || finished.filter(right -> !right).isPresent()) {
            return Optional.of(Finding.certain(Cause.HELLO_ALTERED));
        }
        return Optional.empty();
    }

    /** Whether a side failed because a record did not open. */
    static boolean isDamage(Outcome.Failure failure) {
        Fault fault = failure.exception();
        return failure.reason() == Outcome.Reason.TLS
                && Stream.concat(Stream.of(fault.message()), fault.causes().stream())
                        .anyMatch(RecordCauses::isDamage);
    }

    /** Whether these words of the JDK say so. */
    static boolean isDamage(String words) {
        return DAMAGE.matcher(words).find();
    }

    /**
     * Where a Hello was altered, the two sides have different keys, and the client finds out first: by all records of the
     * server (RFC 8446 §7.1). What was recorded opens with the keys of whoever saw the same Hello. TLS 1.2 has both randoms
     * signed, so different keys can come about only without a signature (RFC 5246 §7.4.3).
     */
    private static boolean haveOtherKeys(Facts facts, Side refuser) {
        Facts.Opening sent = facts.opening(refuser.other());
        boolean otherwise = !sent.damaged() || !sent.some();
        if (facts.negotiation().isTls13()) {
            return refuser == Side.CLIENT && otherwise && !facts.isFinished(Side.CLIENT);
        }
        return otherwise
                && facts.all(Handshake.ServerKeyExchange.class, Side.SERVER).isEmpty()
                && !facts.isFinished(refuser);
    }
}
