package org.mtlsplayground.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.mtlsplayground.codepoint.CodePoints;
import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.peer.Moment;
import org.mtlsplayground.peer.Outcome;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.transcript.Event;

/** Puts together what stands behind a verdict. */
final class Explaining {
    private static final Verdict.Matter CONNECTION = Verdict.Matter.CONNECTION;
    private static final int CLAUSES_IN_BANNER = 2;

    private Explaining() {}

    /** The same verdict, explained; its detail says why and how to mend it, where that is known. */
    static Verdict of(Facts facts, Verdict verdict, Finding finding) {
        return switch (verdict.kind()) {
            case OPEN, CANCELLED -> verdict;
            case MUTUAL, SERVER_ONLY -> success(facts, verdict, finding);
            case FAILED -> failure(facts, verdict, finding);
            case REFUSED -> refusal(facts, verdict, finding);
        };
    }

    private static Verdict success(Facts facts, Verdict verdict, Finding finding) {
        List<Warning> warnings = facts.warnings();
        Explanation explanation = new Explanation(
                Phrase.empty(),
                warnings.stream()
                        .flatMap(warning -> warning.evidence().stream())
                        .toList(),
                warnings.stream().flatMap(warning -> warning.tighten().stream()).toList(),
                Optional.empty(),
                List.of(),
                OptionalLong.empty(),
                finding.notSent(),
                warnings);
        Verdict warned = warnings.isEmpty()
                ? Departure.isSilent(facts)
                        ? verdict.saying(verdict.detail().and(Phrase.plain("verdict.leftSilently")))
                        : verdict
                : verdict.saying(verdict.detail()
                        .and(warnings.get(0).words())
                        .and(fix(explanation.remedies().stream().limit(1).toList())));
        Optional<Side> middle = facts.connection().middle();
        Verdict headed = middle.isEmpty()
                ? warned
                : warned.headed(Messages.get(
                        middle.get() == Side.SERVER ? "verdict.middle.tookForServer" : "verdict.middle.letIn"));
        return headed.explained(explanation);
    }

    private static Verdict failure(Facts facts, Verdict verdict, Finding finding) {
        boolean named = finding.step().isPresent();
        CauseWords words = new CauseWords(facts, Side.CLIENT, finding);
        Verdict said = finding.deed().isPresent()
                ? verdict.saying(finding.deed().get().vain())
                : Habits.leftWhenAsked(facts)
                        ? verdict.saying(Phrase.plain("verdict.leftWhenAsked"))
                        : named
                                ? verdict.saying(words.ofSilence(finding.cause()))
                                : Departure.isSilent(facts)
                                        ? verdict.saying(Phrase.plain("verdict.brokeSilently"))
                                        : verdict;
        return said.explained(new Explanation(
                Phrase.empty(),
                named ? EvidenceOf.finding(facts, Side.CLIENT, finding, words) : List.of(),
                FailureRemedies.of(facts, finding),
                views(facts, failed(facts)),
                List.of(),
                OptionalLong.empty(),
                Optional.empty(),
                List.of()));
    }

    private static Side failed(Facts facts) {
        return facts.failure(Side.CLIENT).isPresent() ? Side.CLIENT : Side.SERVER;
    }

    private static Verdict refusal(Facts facts, Verdict verdict, Finding finding) {
        Side refuser = verdict.refusedBy().orElseThrow();
        boolean known = CauseWords.has(finding.cause());
        Optional<Side> middle = facts.connection().middle();
        CauseWords words = new CauseWords(facts, judge(finding, refuser), finding);
        Phrase reason = known ? words.reason(finding) : Phrase.empty();
        List<Remedy> remedies =
                known && middle.isEmpty() ? Remedies.of(facts, judge(finding, refuser), finding, words) : List.of();
        Explanation explanation = new Explanation(
                reason,
                known ? EvidenceOf.finding(facts, judge(finding, refuser), finding, words) : List.of(),
                remedies,
                views(facts, refuser),
                EvidenceOf.isHelloRefused(facts, refuser, finding)
                        ? List.of()
                        : Customs.of(finding.cause(), facts, refuser),
                believed(facts, refuser),
                finding.notSent(),
                List.of());
        Phrase detail = known ? reason.and(fix(remedies)) : verdict.detail();
        if (middle.isPresent()) {
            // It went as it should: nothing is to be mended.
            detail = detail.and(Phrase.plain(middle.get() == Side.CLIENT ? "verdict.middle.behind" : "verdict.middle"));
        }
        boolean sharper = finding.isAboutCertificate()
                && verdict.matter().filter(CONNECTION::equals).isPresent();
        Verdict named = sharper
                ? verdict.aboutCertificate()
                : finding.deed().isPresent() && isOfProof(facts, refuser)
                        // Nothing is wrong with the certificate: what was signed is no longer what arrived.
                        ? verdict.headed(FailureVerdicts.headline(CONNECTION, refuser))
                        : verdict;
        return named.saying(detail).explained(explanation);
    }

    private static boolean isOfProof(Facts facts, Side refuser) {
        return facts.failure(refuser)
                .filter(failure ->
                        FailureVerdicts.isAboutProof(failure.exception().message()))
                .isPresent();
    }

    /** Whoever can't prove itself ends the connection, and it is the other one who could have judged. */
    private static Side judge(Finding finding, Side refuser) {
        return finding.ownFault() ? refuser.other() : refuser;
    }

    /** The first ways to mend it, as a sentence. */
    private static Phrase fix(List<Remedy> remedies) {
        Phrase clauses = Phrase.empty();
        for (Remedy remedy : remedies.subList(0, Math.min(CLAUSES_IN_BANNER, remedies.size()))) {
            clauses = clauses.joined("why.or", remedy.words());
        }
        return remedies.isEmpty() ? Phrase.empty() : clauses.within("why.fix");
    }

    private static Optional<Views> views(Facts facts, Side knowing) {
        Optional<String> knew = Optional.of(facts.words(knowing))
                .filter(words -> !words.isEmpty())
                .map(FailureVerdicts::withoutAlert);
        Optional<String> told = facts.failure(knowing.other())
                .map(failure -> FailureVerdicts.withoutAlert(failure.exception().message()));
        Optional<String> wire = facts.negotiation()
                .fatalAlert()
                .map(alert -> FailureVerdicts.alertFact(CodePoints.alert(alert.description())));
        return knew.isEmpty() && told.isEmpty() && wire.isEmpty()
                ? Optional.empty()
                : Optional.of(new Views(knowing, knew, wire, told));
    }

    /** A client of TLS 1.3 has finished when its certificate is judged (RFC 8446 §4.4.2.4, appendix E.1.2). */
    private static OptionalLong believed(Facts facts, Side refuser) {
        Optional<Outcome.Failure> client = facts.failure(Side.CLIENT)
                .filter(failure -> failure.moment() == Moment.FIRST_READ || failure.moment() == Moment.EXCHANGE);
        if (refuser != Side.SERVER || client.isEmpty() || !facts.negotiation().isTls13()) {
            return OptionalLong.empty();
        }
        long told = client.get().nanos() - facts.connection().startNanos();
        List<Long> finished = new ArrayList<>();
        for (Event event : facts.events()) {
            if (event.fromClient() && event.message() instanceof Handshake.Finished) {
                finished.add(event.nanos());
            }
        }
        return finished.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(Math.max(0, told - finished.get(finished.size() - 1)));
    }
}
