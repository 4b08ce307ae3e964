package org.mtlsplayground.diagnosis;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mtlsplayground.peer.ClientAuthentication;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.Outcome;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.pki.TrustAnchors;
import org.mtlsplayground.pki.path.PathCheck;
import org.mtlsplayground.pki.path.PathQuestion;
import org.mtlsplayground.pki.path.Role;
import org.mtlsplayground.pki.path.Step;

/** What is to be said against a connection that came about, the gravest first. */
final class Warnings {
    private static final Set<Step.Kind> OF_THE_LEAF =
            EnumSet.of(Step.Kind.DATES, Step.Kind.EXTENDED_KEY_USAGE, Step.Kind.DIGITAL_SIGNATURE);

    private Warnings() {}

    static List<Warning> of(Facts facts) {
        List<Warning> warnings = new ArrayList<>();
        facts.connection().middle().ifPresent(side -> warnings.add(middle(facts, side)));
        boolean resumed = facts.negotiation().resumed();
        for (Side judge : Side.values()) {
            Optional<Finding> finding = resumed ? refusedByNow(facts, judge) : uncheckedAnchor(facts, judge);
            finding.ifPresent(found -> warnings.add(warning(facts, judge, found)));
        }
        hostName(facts).ifPresent(found -> warnings.add(warning(facts, Side.CLIENT, found)));
        if (facts.negotiation().certificateRequested()
                && facts.chain(Side.CLIENT).isEmpty()) {
            warnings.add(warning(facts, Side.SERVER, Finding.certain(Cause.CLIENT_UNVERIFIED)));
        }
        return warnings;
    }

    /** @param side the one that somebody in the middle plays */
    private static Warning middle(Facts facts, Side side) {
        Cause cause = Cause.IN_THE_MIDDLE;
        CauseWords words = new CauseWords(facts, side.other(), Finding.certain(cause));
        if (side == Side.CLIENT) {
            return new Warning(cause, words.remedy("why.IN_THE_MIDDLE.behind"), Optional.of(require(words)));
        }
        boolean stopped = facts.connection()
                .otherOfMiddle()
                .flatMap(behind -> behind.outcome(Side.CLIENT))
                .filter(Outcome.Failure.class::isInstance)
                .isPresent();
        return stopped
                ? new Warning(
                        cause,
                        words.remedy("why.IN_THE_MIDDLE.stopped"),
                        Optional.of(new Remedy(words.remedy("mend.IN_THE_MIDDLE.trust"), Optional.empty())))
                : new Warning(cause, words.remedy("why.IN_THE_MIDDLE"), Optional.of(require(words)));
    }

    private static Remedy require(CauseWords words) {
        return new Remedy(
                words.remedy("mend.IN_THE_MIDDLE"),
                Optional.of(new Action.SetClientAuthentication(ClientAuthentication.REQUIRED)));
    }

    private static Warning warning(Facts facts, Side judge, Finding finding) {
        CauseWords words = new CauseWords(facts, judge, finding);
        Optional<Action> action = switch (finding.cause()) {
            case CLIENT_UNVERIFIED -> Optional.of(new Action.SetClientAuthentication(ClientAuthentication.REQUIRED));
            case HOST_NAME_UNCHECKED -> Optional.of(new Action.SetHostNameCheck(true));
            case RESUMED_UNCHECKED -> Optional.of(new Action.HandshakeInFull());
            case ANCHOR_UNCHECKED -> Optional.of(new Action.LoadTrust(judge));
            case NAME_ONLY_IN_CN -> Optional.of(new Action.Reissue(Side.SERVER, Cause.NAME_ONLY_IN_CN));
            default -> Optional.empty();
        };
        Phrase tighten = words.remedy("mend." + finding.cause());
        return new Warning(
                finding.cause(), words.reason(finding), Optional.of(new Remedy(tighten, action).doableBy(facts)));
    }

    private static Optional<Finding> refusedByNow(Facts facts, Side judge) {
        List<X509Certificate> chain = facts.chain(judge.other());
        Optional<TrustAnchors> trust = facts.trust(judge);
        if (trust.isEmpty() || chain.isEmpty()) {
            return Optional.empty();
        }
        PathCheck check = PathCheck.of(facts.question(judge, chain, trust.get()));
        return check.accepted()
                ? Optional.empty()
                : PathCauses.decisive(check.steps(), check.jdkReason().orElse(""))
                        .map(step -> Finding.certain(Cause.RESUMED_UNCHECKED).by(step, check.path()))
                        .or(() -> Optional.of(Finding.certain(Cause.RESUMED_UNCHECKED)));
    }

    /** Row 56: of what is trusted itself, neither dates nor usages are looked at. */
    private static Optional<Finding> uncheckedAnchor(Facts facts, Side judge) {
        List<X509Certificate> chain = facts.chain(judge.other());
        if (chain.isEmpty() || !facts.trusted(judge).contains(chain.get(0))) {
            return Optional.empty();
        }
        Role role = judge == Side.SERVER ? Role.CLIENT : Role.SERVER;
        PathCheck.Unjudged unjudged = PathCheck.unjudged(chain.subList(0, 1), role);
        return unjudged.steps().stream()
                .filter(step -> step.fails() && OF_THE_LEAF.contains(step.kind()))
                .findFirst()
                .map(step -> Finding.certain(Cause.ANCHOR_UNCHECKED).by(step, unjudged.path()));
    }

    private static Optional<Finding> hostName(Facts facts) {
        List<X509Certificate> chain = facts.chain(Side.SERVER);
        Optional<ClientSettings> client = facts.client();
        if (client.isEmpty() || chain.isEmpty()) {
            return Optional.empty();
        }
        PathQuestion question = PathQuestion.server(chain, client.get().trust())
                .named(client.get().serverName(), client.get().host());
        Step name = PathCheck.hostName(question);
        boolean checked = client.get().verifyHostName();
        boolean byCommonName = name.reason() == Step.Reason.NAME_MATCHES_COMMON_NAME;
        if (checked ? !byCommonName : !name.fails()) {
            return Optional.empty();
        }
        Cause cause = checked ? Cause.NAME_ONLY_IN_CN : Cause.HOST_NAME_UNCHECKED;
        return Optional.of(Finding.certain(cause).by(name, chain));
    }
}
