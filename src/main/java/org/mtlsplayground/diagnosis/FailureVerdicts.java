package org.mtlsplayground.diagnosis;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.mtlsplayground.codepoint.CodePoints;
import org.mtlsplayground.peer.AlertNotice;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Outcome;
import org.mtlsplayground.peer.RevocationWord;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.transcript.Negotiation;

/** Words for connections that failed. */
final class FailureVerdicts {
    private static final String CERTIFICATE_REQUIRED = "certificate_required";
    private static final String REVOKED = "certificate_revoked";

    /** RFC 6066 §8: what the server stapled won't do. */
    private static final String STAPLED = "bad_certificate_status_response";

    private static final String EMPTY_CHAIN = "Empty client certificate chain";

    /** Newer JDKs put the alert before their words; the verdict shows it beside them. */
    private static final Pattern ALERT_PREFIX = Pattern.compile("^\\(\\w+\\) ");

    /** Alerts that speak of the other side's certificate (RFC 8446 §6.2). */
    private static final Set<String> ABOUT_CERTIFICATE = Set.of(
            "bad_certificate",
            "unsupported_certificate",
            "certificate_revoked",
            "certificate_expired",
            "certificate_unknown",
            STAPLED,
            "unknown_ca",
            "access_denied",
            CERTIFICATE_REQUIRED);

    /** In TLS 1.2 a server signs its key exchange, and so proves that it has the key (RFC 5246 §7.4.3). */
    private static final Pattern PROOF =
            // The last is of a ServerKeyExchange that a key of another curve signed.
            Pattern.compile("(Invalid|Cannot verify) .*(CertificateVerify|ServerKeyExchange)\\b.*signature"
                    + "|Unsupported signature algorithm: ");

    private FailureVerdicts() {}

    static Verdict of(Connection connection, Negotiation negotiation, Outcome.Failure failure) {
        if (failure.reason() == Outcome.Reason.TLS && Tampering.isForged(connection, failure)) {
            return forged(failure.side(), Tampering.told(failure));
        }
        if (failure.reason() == Outcome.Reason.TLS || hasSaidNo(connection, failure)) {
            return refusal(connection, negotiation, failure);
        }
        boolean cancelled = failure.reason() == Outcome.Reason.CANCELLED;
        return new Verdict(
                cancelled ? Verdict.Kind.CANCELLED : Verdict.Kind.FAILED,
                Optional.empty(),
                Optional.empty(),
                Why.plain(Causes.of(failure.reason())),
                Messages.get("verdict.failed." + failure.reason(), Messages.get("side." + word(failure.side()))),
                "",
                detail(connection, failure));
    }

    /** What the one who failed says; where somebody ended it on the way, that as well. */
    private static Phrase detail(Connection connection, Outcome.Failure failure) {
        Phrase own = Phrase.plain(
                "verdict.failed." + failure.reason() + ".detail",
                failure.exception(),
                CauseWords.noun(failure.side()),
                CauseWords.noun(failure.side().other()));
        boolean cutOff = failure.reason() == Outcome.Reason.NETWORK && connection.isCutOff();
        return cutOff ? Phrase.plain("verdict.wire.cutOff.detail").and(own) : own;
    }

    /** Whether the other side failed by the alert of one that could not make sense of what came. */
    private static boolean hasSaidNo(Connection connection, Outcome.Failure failure) {
        return failure.reason() == Outcome.Reason.NOT_TLS
                && connection
                        .outcome(failure.side().other())
                        .filter(Outcome.Failure.class::isInstance)
                        .map(Outcome.Failure.class::cast)
                        .filter(other -> other.reason() == Outcome.Reason.TLS)
                        .isPresent();
    }

    /** Nobody has refused anything. */
    static Verdict forged(Side victim, String alert) {
        return new Verdict(
                Verdict.Kind.FAILED,
                Optional.empty(),
                Optional.empty(),
                Why.plain(Cause.INJECTED),
                Messages.get("verdict.forged"),
                alertFact(alert),
                Phrase.of(
                        "verdict.forged.detail",
                        Phrase.unmarked(CauseWords.noun(victim)),
                        Phrase.unmarked(CauseWords.noun(victim.other())),
                        alert));
    }

    private static Verdict refusal(Connection connection, Negotiation negotiation, Outcome.Failure failure) {
        Optional<Negotiation.FatalAlert> overheard = overheard(connection, negotiation, failure);
        if (overheard.isPresent()) {
            return seen(failure.side().other(), CodePoints.alert(overheard.get().description()))
                    .withDetail(Phrase.plain("verdict.overheard." + failure.side(), failure.exception()));
        }
        Side refuser = isTold(failure) ? failure.side().other() : failure.side();
        Optional<Outcome.Failure> other = connection
                .outcome(failure.side().other())
                .filter(Outcome.Failure.class::isInstance)
                .map(Outcome.Failure.class::cast)
                .filter(FailureVerdicts::isTold);
        // A JDK of 17 does not say which alert it sends itself: then the other side knows, or the wire shows it.
        Optional<String> alert = failure.alert()
                .or(() -> other.flatMap(Outcome.Failure::alert))
                .map(AlertNotice::description)
                .or(() -> negotiation
                        .fatalAlert()
                        .filter(seen -> seen.fromClient() == (refuser == Side.CLIENT))
                        .map(seen -> CodePoints.alert(seen.description())));
        Verdict.Matter cause = cause(failure, alert);
        Phrase detail = words(failure).and(other.map(FailureVerdicts::words).orElse(Phrase.empty()));
        return refusal(refuser, cause, alert, detail);
    }

    /**
     * The stranger's alert that our side did not understand. With TLS 1.3 a client of OpenSSL that refuses the server says so
     * in clear; JSSE, by RFC 8446 §5 in the right, expects it encrypted, and fails itself.
     */
    private static Optional<Negotiation.FatalAlert> overheard(
            Connection connection, Negotiation negotiation, Outcome.Failure failure) {
        boolean stranger = connection.outcome(failure.side().other()).isEmpty();
        return negotiation
                .fatalAlert()
                .filter(alert -> stranger && !isTold(failure) && alert.fromClient() == (failure.side() == Side.SERVER));
    }

    /** Of what the one who refused spoke, as far as its failure and the alert tell. */
    private static Verdict.Matter cause(Outcome.Failure failure, Optional<String> alert) {
        if (isMissing(failure, alert)) {
            return Verdict.Matter.MISSING;
        }
        if (failure.exception().revocation() == RevocationWord.REVOKED
                || alert.filter(REVOKED::equals).isPresent()) {
            return Verdict.Matter.REVOKED;
        }
        if (failure.exception().revocation() == RevocationWord.UNDETERMINED) {
            return Verdict.Matter.UNDETERMINED;
        }
        return isAboutCertificate(failure, alert) ? Verdict.Matter.CERTIFICATE : Verdict.Matter.CONNECTION;
    }

    private static Verdict refusal(Side refuser, Verdict.Matter cause, Optional<String> alert, Phrase detail) {
        return new Verdict(
                Verdict.Kind.REFUSED,
                Optional.of(refuser),
                Optional.of(cause),
                new Why(Cause.UNKNOWN, false, Optional.empty(), alert),
                headline(cause, refuser),
                alert.map(FailureVerdicts::alertFact).orElse(""),
                detail);
    }

    /** That a side refused, and what. */
    static String headline(Verdict.Matter matter, Side refuser) {
        return Messages.get("verdict.refused." + word(matter) + "." + word(refuser));
    }

    /** A refusal of which the wire alone tells. */
    static Verdict seen(Side refuser, String alert) {
        return refusal(refuser, cause(alert), Optional.of(alert), Phrase.plain("verdict.wire.refused"));
    }

    /** The same, if its alert can't be read. */
    static Verdict unread(Side refuser) {
        return refusal(refuser, Verdict.Matter.CONNECTION, Optional.empty(), Phrase.plain("verdict.wire.refused"));
    }

    private static Verdict.Matter cause(String alert) {
        if (CERTIFICATE_REQUIRED.equals(alert)) {
            return Verdict.Matter.MISSING;
        }
        return REVOKED.equals(alert)
                ? Verdict.Matter.REVOKED
                : ABOUT_CERTIFICATE.contains(alert) ? Verdict.Matter.CERTIFICATE : Verdict.Matter.CONNECTION;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static boolean isTold(Outcome.Failure failure) {
        return failure.alert().filter(AlertNotice::received).isPresent();
    }

    private static Phrase words(Outcome.Failure failure) {
        String key = isTold(failure) ? "verdict.told." : "verdict.said.";
        return Phrase.plain(
                key + failure.side(), withoutAlert(failure.exception().message()));
    }

    /** The JDK's words alone. */
    static String withoutAlert(String words) {
        return ALERT_PREFIX.matcher(words).replaceFirst("");
    }

    /** TLS 1.2 has no alert of its own for it (RFC 5246 §7.4.6), but our server's JDK says so. */
    private static boolean isMissing(Outcome.Failure failure, Optional<String> alert) {
        return alert.filter(CERTIFICATE_REQUIRED::equals).isPresent()
                || failure.exception().message().contains(EMPTY_CHAIN);
    }

    private static boolean isAboutCertificate(Outcome.Failure failure, Optional<String> alert) {
        return alert.filter(ABOUT_CERTIFICATE::contains).isPresent()
                || failure.exception().aboutCertificate()
                || isAboutProof(failure.exception().message());
    }

    /** Whether these words of the JDK say that the other side's signature does not fit the key in its certificate. */
    static boolean isAboutProof(String words) {
        return PROOF.matcher(words).find();
    }

    static String alertFact(String description) {
        OptionalInt value = CodePoints.alertValue(description);
        return value.isPresent() ? description + " (" + value.getAsInt() + ")" : description;
    }
}
