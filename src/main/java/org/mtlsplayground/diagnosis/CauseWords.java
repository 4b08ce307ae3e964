package org.mtlsplayground.diagnosis;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mtlsplayground.peer.Fault;
import org.mtlsplayground.peer.Outcome;
import org.mtlsplayground.peer.RevocationChecking;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.pki.CertificateDescription;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.TrustAnchors;
import org.mtlsplayground.pki.path.Step;
import org.mtlsplayground.text.Messages;

/**
 * The sentences for a cause, filled with what this very connection has. Their arguments are always the same: 0 whose
 * certificate it is about and 1 who judged it (client or server), 2 the leaf and 3 its issuer, 4 whom the judge trusts, 5 the
 * certificate to blame and 6 its issuer, 7 and 8 the values of the check that decided, 9 what it found, 10 what the client
 * offered and 11 what the server takes.
 */
final class CauseWords {
    private static final int MOST_NAMES = 3;
    private static final int MOST_ENTRIES = 12;
    private static final String NOTHING = "–";

    private final Facts facts;
    private final Side judge;
    private final Object[] arguments;

    CauseWords(Facts facts, Side judge, Finding finding) {
        this.facts = facts;
        this.judge = judge;
        Side owner = judge.other();
        Optional<X509Certificate> leaf = leaf(owner);
        Optional<X509Certificate> blamed = blamed(finding).or(this::blamedByJdk).or(() -> leaf);
        Offers offers = Offers.of(facts, finding.cause());
        arguments = new Object[] {
            Phrase.unmarked(noun(owner)),
            Phrase.unmarked(noun(judge)),
            name(leaf),
            issuer(leaf),
            trusted(),
            name(blamed),
            issuer(blamed),
            value(finding, 0),
            value(finding, 1),
            Phrase.unmarked(finding.step().map(StepText::of).orElse(NOTHING)),
            offers.client(),
            offers.server()
        };
    }

    /** Whether there are words for a cause; there are none where the headline says it all. */
    static boolean has(Cause cause) {
        return Messages.has("why." + cause);
    }

    /** Why, in a sentence or two; what is only likely is said so. */
    Phrase reason(Finding finding) {
        if (finding.deed().isPresent()) {
            return finding.deed().get().words(judge, facts);
        }
        String key = "why." + finding.cause();
        if (finding.cause() == Cause.STATUS_UNKNOWN
                && facts.revocation(judge).filter(RevocationChecking::softFail).isPresent()) {
            return Phrase.of("why.STATUS_UNKNOWN.soft", arguments);
        }
        if (finding.cause() == Cause.REVOCATION_UNCHECKED && Laxities.isNotAskedAgain(facts, judge)) {
            return Phrase.of("why.REVOCATION_UNCHECKED.resumed", arguments);
        }
        if (finding.cause() == Cause.NO_DIGITAL_SIGNATURE
                && CertificateCauses.isAboutEncipherment(facts.words(judge))) {
            return Phrase.of("why.NO_DIGITAL_SIGNATURE.encipherment", arguments);
        }
        if (finding.cause() == Cause.NO_COMMON_SIGNATURE_SCHEME && HelloCauses.isWithoutSchemes(facts)) {
            return Phrase.of("why.NO_COMMON_SIGNATURE_SCHEME.empty");
        }
        Optional<Phrase> ofKey = finding.cause() == Cause.SERVER_WITHOUT_KEY
                ? UnusableKey.of(facts).map(UnusableKey::reason)
                : Optional.empty();
        if (ofKey.isPresent()) {
            return ofKey.get();
        }
        String ofShown = key + ".stranger";
        if (!facts.isOurs(judge.other()) && Messages.has(ofShown)) {
            return Phrase.of(ofShown, arguments);
        }
        String ofStranger = key + ".outside";
        Phrase reason = Phrase.of(!facts.isOurs(judge) && Messages.has(ofStranger) ? ofStranger : key, arguments);
        return finding.certain() ? reason : Phrase.plain("why.likely").and(reason);
    }

    /** What is likely where a client left without a word. */
    Phrase ofSilence(Cause cause) {
        return Phrase.of("why." + cause + ".left", arguments);
    }

    /** A clause that says how to mend it. */
    Phrase remedy(String key) {
        return Phrase.of(key, arguments);
    }

    /** The clause that asks for a certificate with the name that was missed: an address belongs into an entry of its own kind. */
    static String reissue(Cause cause) {
        return cause == Cause.NO_IP_NAME ? "remedy.reissueForAddress" : "remedy.reissueForName";
    }

    /** A piece of evidence. */
    Phrase evidence(String key) {
        return Phrase.of(key, arguments);
    }

    private Optional<X509Certificate> leaf(Side owner) {
        return facts.chain(owner).stream()
                .findFirst()
                .or(() -> facts.identity(owner).map(Identity::leaf));
    }

    private static Optional<X509Certificate> blamed(Finding finding) {
        return finding.step()
                .map(Step::index)
                .filter(index -> index < finding.path().size())
                .map(finding.path()::get);
    }

    private Optional<X509Certificate> blamedByJdk() {
        return facts.failure(judge).map(Outcome.Failure::exception).flatMap(Fault::blamed);
    }

    /** What to call a side. */
    static String noun(Side side) {
        return Messages.get("side." + side.name().toLowerCase(Locale.ROOT));
    }

    private static String name(Optional<X509Certificate> certificate) {
        return certificate.map(some -> CertificateDescription.of(some).name()).orElse(NOTHING);
    }

    private static String issuer(Optional<X509Certificate> certificate) {
        return certificate
                .map(some -> CertificateDescription.of(some).issuerName())
                .orElse(NOTHING);
    }

    /** Whether the judge is ours, or has named them in its request. */
    boolean knowsWhomIsTrusted() {
        return facts.trust(judge).isPresent() || !namedByJudge().isEmpty();
    }

    private List<String> namedByJudge() {
        return judge == Side.SERVER ? NotSent.authorities(facts) : List.of();
    }

    /** The names of those whom the judge trusts, or whom its request names; of many the first ones. */
    private Object trusted() {
        Optional<TrustAnchors> trust = facts.trust(judge);
        if (trust.filter(TrustAnchors::platform).isPresent()) {
            return Messages.get("why.trust.jdk");
        }
        List<String> names = trust.map(known -> known.certificates().stream()
                        .map(ca -> CertificateDescription.of(ca).name())
                        .distinct()
                        .toList())
                .orElseGet(this::namedByJudge);
        if (names.isEmpty()) {
            return Messages.get("why.trust.unknown");
        }
        return Phrase.listed(names, MOST_NAMES);
    }

    /** Of the names asked for the first; of the entries their values. */
    private static String host(String value, int index) {
        return index == 0 ? value.split(",", 2)[0] : value.replaceAll("\\b(DNS|IP):", "");
    }

    private static Object value(Finding finding, int index) {
        return finding.step().map(Step::values).stream()
                .flatMap(values -> values.stream().skip(index).limit(1))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .map(value -> finding.step().get().kind() == Step.Kind.HOST_NAME
                        ? Phrase.listed(List.of(host(value, index).split(", ")), MOST_ENTRIES)
                        : value)
                .orElse(NOTHING);
    }
}
