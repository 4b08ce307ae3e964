package org.mtlsplayground.peer;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mtlsplayground.capture.Alteration;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.capture.Disturbance;
import org.mtlsplayground.capture.WireRule;
import org.mtlsplayground.diagnosis.Cause;
import org.mtlsplayground.diagnosis.Verdict;

/**
 * Which verdicts are admissible on a connection between two sound sides, from what one rule did to it and from how it ended
 * for both, and from nothing else: what is known of TLS is written down here a second time.
 */
final class AlterationJudge {
    private static final int CHANGE_CIPHER_SPEC = 20;
    private static final int HANDSHAKE = 22;
    private static final int APPLICATION_DATA = 23;
    private static final int HEADER = 5;
    private static final int SERVER_HELLO = 2;
    private static final int LONGEST = (1 << 14) + 2048;

    private final TlsVersion version;
    private final WireRule rule;
    private final Connection connection;
    private final List<Alteration> alterations;

    AlterationJudge(TlsVersion version, WireRule rule, Connection connection) {
        this.version = version;
        this.rule = rule;
        this.connection = connection;
        this.alterations = connection.capture().alterations();
    }

    /** What is wrong with the verdict; empty if nothing is. */
    Optional<String> objection(Verdict verdict) {
        Cause cause = verdict.why().cause();
        Optional<Side> refuser = refuser();
        String found = verdict.kind() + " " + verdict.refusedBy() + " " + cause;
        Set<Cause> causes;
        Verdict.Kind kind;
        if (isSound()) {
            kind = Verdict.Kind.MUTUAL;
            causes = ofSuccess();
        } else if (refuser.isPresent()) {
            kind = Verdict.Kind.REFUSED;
            causes = ofRefusal(refuser.get());
        } else {
            kind = Verdict.Kind.FAILED;
            causes = isTold() && !connection.isCutOff() ? EnumSet.of(Cause.INJECTED) : ofLoss();
        }
        boolean right = verdict.kind() == kind && causes.contains(cause) && isBy(verdict);
        return right
                ? Optional.empty()
                : Optional.of(found + ", and should be " + kind + " " + refuser + " " + causes + "; the client: "
                        + connection.outcome(Side.CLIENT) + "; the server: " + connection.outcome(Side.SERVER));
    }

    private boolean isBy(Verdict verdict) {
        // Where both refuse, either may have been first.
        boolean both = hasRefused(Side.CLIENT) && hasRefused(Side.SERVER) && !isNonsense(Side.CLIENT);
        return both ? verdict.refusedBy().isPresent() : verdict.refusedBy().equals(refuser());
    }

    private Optional<Outcome.Failure> failure(Side side) {
        return connection
                .outcome(side)
                .filter(Outcome.Failure.class::isInstance)
                .map(Outcome.Failure.class::cast);
    }

    private boolean isSound() {
        return failure(Side.CLIENT).isEmpty() && failure(Side.SERVER).isEmpty();
    }

    private boolean isTold(Side side) {
        // To JSSE a leave in the midst of a handshake is a fault; here nobody has taken one.
        boolean left = failure(side)
                        .filter(failure -> failure.exception().message().contains("close_notify during handshake"))
                        .isPresent()
                && alterations.stream().anyMatch(alteration -> alteration.addsAlert(0));
        return left
                || failure(side)
                        .flatMap(Outcome.Failure::alert)
                        .filter(AlertNotice::received)
                        .isPresent();
    }

    private boolean isTold() {
        return isTold(Side.CLIENT) || isTold(Side.SERVER);
    }

    private boolean isNonsense(Side side) {
        return failure(side)
                .filter(failure -> failure.reason() == Outcome.Reason.NOT_TLS)
                .isPresent();
    }

    /** By itself, and not because it was told to. */
    private boolean hasRefused(Side side) {
        boolean tls = failure(side)
                .filter(failure -> failure.reason() == Outcome.Reason.TLS)
                .isPresent();
        boolean heard = isNonsense(side)
                && failure(side.other())
                        .filter(failure -> failure.reason() == Outcome.Reason.TLS)
                        .isPresent();
        return (tls && !isTold(side)) || heard;
    }

    /** Whoever made no sense of a thing said so before the other made no sense of that. */
    private Optional<Side> refuser() {
        if (hasRefused(Side.CLIENT)) {
            return Optional.of(Side.CLIENT);
        }
        return hasRefused(Side.SERVER) ? Optional.of(Side.SERVER) : Optional.empty();
    }

    private boolean hasHeard(Side side) {
        return connection
                .outcome(side)
                .map(Outcome.Success.class::cast)
                .filter(success -> !success.received().isEmpty())
                .isPresent();
    }

    /** Nothing is to be said against it only if all that was said has arrived. */
    private Set<Cause> ofSuccess() {
        if (alterations.isEmpty()) {
            return EnumSet.of(Cause.SOUND);
        }
        boolean all = hasHeard(Side.CLIENT) && hasHeard(Side.SERVER);
        return all ? EnumSet.of(Cause.SOUND, Cause.TRUNCATED) : EnumSet.of(Cause.TRUNCATED);
    }

    /** No certificate is wrong and the two have all in common: so it is what was done. */
    private Set<Cause> ofRefusal(Side refuser) {
        Set<Cause> causes = ofDeed();
        boolean replaced =
                !(rule.disturbance() instanceof Disturbance.Times) && !(rule.disturbance() instanceof Disturbance.Swap);
        if (replaced && (isNonsense(refuser) || !isRecord(Pair.bytes(connection, directionTo(refuser))))) {
            return EnumSet.of(Cause.NOT_TLS);
        }
        return causes;
    }

    private static Direction directionTo(Side side) {
        return side == Side.SERVER ? Direction.CLIENT_TO_SERVER : Direction.SERVER_TO_CLIENT;
    }

    /** RFC 8446 §5.1, RFC 5246 §6.2: a type, a version, and no more than that many bytes. */
    private static boolean isRecord(byte[] heard) {
        if (heard.length < HEADER) {
            return true;
        }
        int length = ((heard[3] & 0xff) << Byte.SIZE) | (heard[4] & 0xff);
        return heard[0] >= CHANGE_CIPHER_SPEC && heard[0] <= APPLICATION_DATA && heard[1] == 3 && length <= LONGEST;
    }

    private Set<Cause> ofDeed() {
        if (alterations.isEmpty()) {
            return EnumSet.noneOf(Cause.class);
        }
        Disturbance deed = rule.disturbance();
        if (deed instanceof Disturbance.Times || deed instanceof Disturbance.Swap) {
            return EnumSet.of(Cause.OUT_OF_ORDER);
        }
        if (deed instanceof Disturbance.Inject) {
            return EnumSet.of(Cause.INJECTED);
        }
        if (deed instanceof Disturbance.End) {
            return EnumSet.noneOf(Cause.class);
        }
        byte[] sent = alterations.get(0).sent();
        if (isEncrypted(alterations.get(0))) {
            return EnumSet.of(Cause.RECORD_ALTERED);
        }
        boolean hello = sent[0] == HANDSHAKE && sent[HEADER] <= SERVER_HELLO;
        return EnumSet.of(hello ? Cause.HELLO_ALTERED : Cause.MESSAGE_ALTERED);
    }

    /** RFC 8446 §5.2; RFC 5246 §7.1: all that follows a ChangeCipherSpec. */
    private boolean isEncrypted(Alteration alteration) {
        if (version == TlsVersion.TLS_1_3) {
            return alteration.sent()[0] == APPLICATION_DATA;
        }
        byte[] bytes = Pair.bytes(connection, alteration.direction());
        int at = 0;
        while (at < alteration.arrivedAt()) {
            if (bytes[at] == CHANGE_CIPHER_SPEC) {
                return true;
            }
            at += HEADER + (((bytes[at + 3] & 0xff) << Byte.SIZE) | (bytes[at + 4] & 0xff));
        }
        return false;
    }

    /** Somebody waited in vain, or lost the other. */
    private Set<Cause> ofLoss() {
        Set<Cause> causes = EnumSet.noneOf(Cause.class);
        Alteration.Ending ending = alterations.isEmpty()
                ? Alteration.Ending.NONE
                : alterations.get(alterations.size() - 1).ending();
        switch (ending) {
            case CLOSED, RESET -> causes.add(Cause.PEER_VANISHED);
            case STALLED -> causes.addAll(List.of(Cause.PEER_STALLED, Cause.PEER_VANISHED));
            case NONE -> causes.addAll(ofDeed());
        }
        if (isNonsense(Side.CLIENT) || isNonsense(Side.SERVER)) {
            causes.add(Cause.NOT_TLS);
        }
        return causes;
    }
}
