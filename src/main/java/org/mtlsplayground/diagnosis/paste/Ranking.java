package org.mtlsplayground.diagnosis.paste;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mtlsplayground.diagnosis.Cause;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.text.Messages;

/** Weighs what was found in a text. */
final class Ranking {
    private static final int MOST_CAUSES = 24;
    private static final int MOST_FACTS = 12;
    /** How far from an error, in characters, words can tell who reports it: a stack trace is as long. */
    private static final int NEAR = 8000;

    /** What only a client refuses, and only a server. */
    private static final Set<Cause> CLIENT_REFUSES =
            EnumSet.of(Cause.WRONG_HOST, Cause.NO_IP_NAME, Cause.NAME_ONLY_IN_CN, Cause.DOWNGRADE);

    private static final Set<Cause> SERVER_REFUSES = EnumSet.of(
            Cause.NO_CLIENT_CERTIFICATE,
            Cause.ISSUER_NOT_LISTED,
            Cause.INTERMEDIATE_NOT_LISTED,
            Cause.KEY_OF_ANOTHER_KIND,
            Cause.SUBJECT_NOT_ALLOWED,
            Cause.SERVER_WITHOUT_KEY,
            Cause.SERVER_NAME_REFUSED);

    private final List<Hit> hits;
    /** Those that tell the program; the words that others quote are apart. */
    private final List<Hit> programs;

    private final List<Hit> quoted;
    private final List<Hit> sides;

    /** @param hits in the order of the text */
    Ranking(List<Hit> hits) {
        this.hits = List.copyOf(hits);
        programs = marks(rule -> rule.program().isPresent() && !rule.quoted());
        quoted = marks(Rule::quoted);
        sides = marks(rule -> rule.side().isPresent() && rule.causes().isEmpty());
    }

    private List<Hit> marks(Predicate<Rule> which) {
        return hits.stream().filter(hit -> which.test(hit.rule())).toList();
    }

    Reading reading(boolean shortened) {
        Set<Speaker> speakers = new LinkedHashSet<>();
        Map<Cause, Likely> best = new LinkedHashMap<>();
        Set<Fact> facts = new LinkedHashSet<>();
        List<Hit> telling =
                hits.stream().filter(hit -> !hit.rule().causes().isEmpty()).toList();
        for (Hit hit : telling) {
            Speaker speaker = speaker(hit);
            speakers.add(speaker);
            for (Rule.Weighted weighted : hit.rule().causes()) {
                likely(hit, weighted, speaker).ifPresent(likely -> best.merge(likely.cause(), likely, Ranking::better));
            }
        }
        for (Hit hit : hits) {
            hit.rule().alert().ifPresent(name -> facts.add(new Fact(Fact.Kind.ALERT, name)));
            facts.addAll(hit.facts());
        }
        List<Likely> causes = best.values().stream()
                .sorted(Comparator.comparingInt(Likely::weight).reversed())
                .limit(MOST_CAUSES)
                .toList();
        if (telling.isEmpty()) {
            Stream.of(Program.values())
                    .filter(this::speaks)
                    .forEach(program ->
                            speakers.add(new Speaker(Optional.of(program), Stance.NEITHER, Optional.empty())));
        }
        return new Reading(
                new ArrayList<>(distinct(speakers)),
                causes,
                facts.stream().limit(MOST_FACTS).toList(),
                shortened);
    }

    private boolean speaks(Program program) {
        return hits.stream().anyMatch(hit -> hit.rule().program().equals(Optional.of(program)));
    }

    /** The same without those of which another one says more. */
    private static List<Speaker> distinct(Set<Speaker> speakers) {
        return speakers.stream()
                .filter(one -> one.side().isPresent()
                        || speakers.stream()
                                .noneMatch(other -> other.side().isPresent()
                                        && other.program().equals(one.program())
                                        && other.stance() == one.stance()))
                .toList();
    }

    private static boolean isAddress(Fact fact) {
        return fact.kind() == Fact.Kind.HOST
                && (fact.value().contains("::")
                        || fact.value().chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9')));
    }

    private static Likely better(Likely one, Likely other) {
        if (one.weight() != other.weight()) {
            return one.weight() > other.weight() ? one : other;
        }
        return one.refuser().isPresent() ? one : other;
    }

    private static Optional<Likely> likely(Hit hit, Rule.Weighted weighted, Speaker speaker) {
        boolean address = hit.facts().stream().anyMatch(Ranking::isAddress)
                && hit.rule().causes().stream().noneMatch(other -> other.cause() == Cause.NO_IP_NAME);
        Cause cause = weighted.cause() == Cause.WRONG_HOST && address ? Cause.NO_IP_NAME : weighted.cause();
        Optional<Side> refuser = speaker.refuser();
        if (speaker.stance() != Stance.NEITHER) {
            Optional<Side> only = CLIENT_REFUSES.contains(cause)
                    ? Optional.of(Side.CLIENT)
                    : SERVER_REFUSES.contains(cause) ? Optional.of(Side.SERVER) : Optional.empty();
            if (only.isPresent() && refuser.isPresent() && !only.equals(refuser)) {
                return Optional.empty();
            }
            refuser = refuser.or(() -> only);
        }
        return Optional.of(new Likely(
                cause, weighted.weight(), Messages.get("paste.why." + hit.rule().id()), refuser));
    }

    private Speaker speaker(Hit hit) {
        Optional<Program> program = hit.rule()
                .program()
                .or(() -> nearest(programs, hit, other -> true).flatMap(Rule::program))
                .or(() -> nearest(quoted, hit, other -> true).flatMap(Rule::program));
        Optional<Side> side = hit.rule()
                .side()
                .or(() -> nearest(
                                sides,
                                hit,
                                other -> other.program().isEmpty()
                                        || program.isEmpty()
                                        || other.program().equals(program))
                        .flatMap(Rule::side));
        return new Speaker(program, hit.rule().stance(), side);
    }

    private static Optional<Rule> nearest(List<Hit> marks, Hit hit, Predicate<Rule> which) {
        Hit nearest = null;
        int least = NEAR + 1;
        for (Hit mark : marks) {
            int distance = Math.abs(mark.at() - hit.at());
            if (distance < least && which.test(mark.rule())) {
                nearest = mark;
                least = distance;
            }
        }
        return Optional.ofNullable(nearest).map(Hit::rule);
    }
}
