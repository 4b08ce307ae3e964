package org.mtlsplayground.diagnosis;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.mtlsplayground.peer.ClientAuthentication;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.pki.TrustAnchors;
import org.mtlsplayground.pki.path.PathCheck;
import org.mtlsplayground.pki.path.Role;
import org.mtlsplayground.pki.path.Step;

/** What is to be said against a connection that came about, the gravest first. */
final class Warnings {
    private static final Set<Step.Kind> OF_THE_LEAF =
            EnumSet.of(Step.Kind.DATES, Step.Kind.EXTENDED_KEY_USAGE, Step.Kind.DIGITAL_SIGNATURE);

    private final Facts facts;
    private final List<Warning> all = new ArrayList<>();

    private Warnings(Facts facts) {
        this.facts = facts;
    }

    /** Each is found out anew; see {@link Facts#warnings()}. */
    static List<Warning> of(Facts facts) {
        Warnings warnings = new Warnings(facts);
        MiddleWarning.in(facts).ifPresent(warnings.all::add);
        boolean resumed = facts.negotiation().resumed();
        if (resumed) {
            warnings.each(judge -> refusedByNow(facts, judge));
        }
        warnings.each(judge -> uncheckedAnchor(facts, judge));
        warnings.add(Side.CLIENT, Departure.dislike(facts));
        warnings.add(Side.CLIENT, NameWarnings.ofHost(facts));
        warnings.each(judge -> Laxities.statusPassedOver(facts, judge));
        warnings.add(Side.SERVER, unverified(facts));
        warnings.each(judge -> Laxities.revocationUnchecked(facts, judge));
        warnings.each(judge -> Laxities.weak(facts, judge));
        warnings.add(Side.SERVER, NameWarnings.absent(facts));
        warnings.each(judge -> Departure.isUnannounced(facts, judge)
                ? Optional.of(Finding.certain(Cause.TRUNCATED))
                : Optional.empty());
        return warnings.all;
    }

    private void each(Function<Side, Optional<Finding>> check) {
        for (Side judge : Side.values()) {
            add(judge, check.apply(judge));
        }
    }

    private void add(Side judge, Optional<Finding> finding) {
        finding.ifPresent(found -> all.add(warning(judge, found)));
    }

    private Warning warning(Side judge, Finding finding) {
        CauseWords words = new CauseWords(facts, judge, finding);
        Remedy tighten = new Remedy(words.remedy(mend(judge, finding.cause())), action(judge, finding.cause()));
        return new Warning(
                finding.cause(),
                finding.certain() ? words.reason(finding) : words.ofSilence(finding.cause()),
                finding.certain(),
                EvidenceOf.finding(facts, judge, finding, words),
                Optional.of(tighten.doableBy(facts)));
    }

    private String mend(Side judge, Cause cause) {
        return switch (cause) {
            case REVOCATION_UNCHECKED ->
                "mend." + (Laxities.isNotAskedAgain(facts, judge) ? Cause.RESUMED_UNCHECKED : cause);
            case WRONG_HOST, NO_IP_NAME -> CauseWords.reissue(cause);
            case TRUNCATED -> facts.isOurs(judge.other()) ? "remedy.ownEnd" : "mend.TRUNCATED";
            default -> "mend." + cause;
        };
    }

    private Optional<Action> action(Side judge, Cause cause) {
        return switch (cause) {
            case CLIENT_UNVERIFIED -> Optional.of(new Action.SetClientAuthentication(ClientAuthentication.REQUIRED));
            case HOST_NAME_UNCHECKED -> byName().map(Action.CheckHostName::new);
            case RESUMED_UNCHECKED -> Optional.of(new Action.HandshakeInFull());
            case ANCHOR_UNCHECKED -> Optional.of(new Action.LoadTrust(judge));
            case NAME_ONLY_IN_CN, WRONG_HOST, NO_IP_NAME -> Optional.of(new Action.Reissue(Side.SERVER, cause));
            case WEAK_ACCEPTED -> Optional.of(new Action.Reissue(judge.other(), cause));
            case STATUS_PASSED_OVER -> Optional.of(new Action.SetSoftFail(judge, false));
            case REVOCATION_UNCHECKED ->
                Laxities.isNotAskedAgain(facts, judge)
                        ? Optional.of(new Action.HandshakeInFull())
                        : facts.chain(judge.other()).stream()
                                .findFirst()
                                .map(leaf -> new Action.LookForRevocation(judge, Laxities.source(leaf)));
            case OTHER_NAME_ACCEPTED, SERVER_NAME_ABSENT -> byName().map(name -> name);
            default -> Optional.empty();
        };
    }

    /** By a name that the server's certificate has. */
    private Optional<Action.ConnectByName> byName() {
        return facts.client()
                .flatMap(client ->
                        NameWarnings.ofServer(facts).map(name -> new Action.ConnectByName(client.host(), name)));
    }

    private static Optional<Finding> unverified(Facts facts) {
        // Of whom a session is resumed with, nobody is asked again.
        boolean wanted = facts.negotiation().certificateRequested()
                || facts.server()
                        .filter(server -> server.clientAuthentication() == ClientAuthentication.OPTIONAL)
                        .isPresent();
        boolean nobody = wanted && facts.chain(Side.CLIENT).isEmpty();
        return nobody ? Optional.of(Finding.certain(Cause.CLIENT_UNVERIFIED)) : Optional.empty();
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
}
