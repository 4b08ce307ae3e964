package org.mtlsplayground.proof;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.mtlsplayground.diagnosis.Cause;
import org.mtlsplayground.diagnosis.Verdict;
import org.mtlsplayground.diagnosis.Warning;
import org.mtlsplayground.peer.Side;

/**
 * What the independent reading says must come of a connection.
 *
 * @param kind how it ends
 * @param refusers who may be the one that refuses; empty if nobody does
 * @param causes what stands in its way, or is to be said against it
 * @param further what else does, found out with more effort; asked only if none of the causes is the verdict's
 * @param guesses what a verdict may take for the cause as well, so long as it says that it is only likely
 * @param resumed whether a session is resumed, if a handshake comes to its end
 * @param ground why, for people
 */
record Expected(
        Verdict.Kind kind,
        Set<Side> refusers,
        Set<Cause> causes,
        Supplier<Set<Cause>> further,
        Set<Cause> guesses,
        boolean resumed,
        String ground) {

    static Expected success(Verdict.Kind kind, Set<Cause> causes) {
        return new Expected(kind, Set.of(), causes, Set::of, Set.of(), false, "nothing in the way");
    }

    /** The client can't even begin. */
    static Expected unusable() {
        return new Expected(
                Verdict.Kind.FAILED,
                Set.of(),
                EnumSet.of(Cause.SETTINGS_UNUSABLE),
                Set::of,
                Set.of(),
                false,
                "no suite for its versions");
    }

    static Expected refusal(Side by, String ground, Cause... causes) {
        return new Expected(
                Verdict.Kind.REFUSED,
                EnumSet.of(by),
                EnumSet.copyOf(List.of(causes)),
                Set::of,
                Set.of(),
                false,
                ground);
    }

    static Expected refusal(Side by, String ground, Set<Cause> causes) {
        return new Expected(Verdict.Kind.REFUSED, EnumSet.of(by), causes, Set::of, Set.of(), false, ground);
    }

    /** The same with other guesses. */
    Expected guessing(Set<Cause> others) {
        return new Expected(kind, refusers, causes, further, others, resumed, ground);
    }

    /** The same where chance decides which of the two gives up first. */
    Expected byEither(Cause other) {
        Set<Cause> all = EnumSet.copyOf(causes);
        all.add(other);
        return new Expected(kind, EnumSet.allOf(Side.class), all, further, guesses, resumed, ground);
    }

    /** The same by a session of before. */
    Expected byResumption() {
        return new Expected(kind, refusers, causes, further, guesses, true, "resumed");
    }

    /** What of an ending is not as it must be; empty if all is. */
    Optional<String> difference(Trial.Ending ending) {
        Optional<String> other = difference(ending.verdict());
        return other.isEmpty() && kind.isSuccess() && ending.resumed() != resumed
                ? Optional.of(resumed ? "it does not resume" : "it resumes")
                : other;
    }

    private Optional<String> difference(Verdict verdict) {
        if (verdict.kind() != kind) {
            return Optional.of("it ends otherwise");
        }
        if (refusers.isEmpty() != verdict.refusedBy().isEmpty()
                || verdict.refusedBy().filter(side -> !refusers.contains(side)).isPresent()) {
            return Optional.of("another one refuses");
        }
        Cause cause = verdict.why().cause();
        if (kind.isSuccess()) {
            Set<Cause> warned = verdict.explanation().warnings().stream()
                    .map(Warning::cause)
                    .collect(Collectors.toSet());
            Cause unharmed = kind == Verdict.Kind.MUTUAL ? Cause.SOUND : Cause.SERVER_ONLY;
            return warned.equals(causes) && (causes.isEmpty() ? cause == unharmed : causes.contains(cause))
                    ? Optional.empty()
                    : Optional.of("with other warnings: " + warned);
        }
        if (causes.contains(cause)
                || (!verdict.why().certain() && guesses.contains(cause))
                || further.get().contains(cause)) {
            return Optional.empty();
        }
        return Optional.of("for another reason");
    }
}
