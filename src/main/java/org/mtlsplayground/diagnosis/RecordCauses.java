package org.mtlsplayground.diagnosis;

import java.util.Optional;
import org.mtlsplayground.peer.Side;

/** Whether what arrived is what was sent. */
final class RecordCauses {
    private RecordCauses() {}

    /** Why a side could not go on, if what it received was altered; empty if that is not to blame. */
    static Optional<Finding> of(Facts facts, Side refuser) {
        String alert = facts.alert().orElse("");
        if (alert.equals("bad_record_mac")) {
            boolean sameKeys = facts.damage(refuser.other())
                    .filter(damage -> damage == Facts.Damage.LATER)
                    .isPresent();
            boolean settled = facts.negotiation().isComplete();
            return Optional.of(Finding.certain(sameKeys || settled ? Cause.RECORD_ALTERED : Cause.HELLO_ALTERED));
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
}
