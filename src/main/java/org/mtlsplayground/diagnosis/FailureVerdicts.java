package org.mtlsplayground.diagnosis;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.mtlsplayground.codepoint.CodePoints;
import org.mtlsplayground.peer.AlertNotice;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Outcome;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.text.Messages;

/** Words for connections that failed. */
final class FailureVerdicts {
    private static final String CERTIFICATE_REQUIRED = "certificate_required";

    /** Alerts that speak of the other side's certificate (RFC 8446 §6.2). */
    private static final Set<String> ABOUT_CERTIFICATE = Set.of(
            "bad_certificate",
            "unsupported_certificate",
            "certificate_revoked",
            "certificate_expired",
            "certificate_unknown",
            "unknown_ca",
            "access_denied",
            CERTIFICATE_REQUIRED);

    private FailureVerdicts() {}

    static Verdict of(Connection connection, Outcome.Failure failure) {
        Optional<AlertNotice> alert = failure.alert();
        boolean refused = alert.isPresent() && failure.reason() == Outcome.Reason.TLS;
        if (refused) {
            return refusal(connection, failure, alert.get());
        }
        boolean cancelled = failure.reason() == Outcome.Reason.CANCELLED;
        String side = failure.side().name().toLowerCase(Locale.ROOT);
        return new Verdict(
                cancelled ? Verdict.Kind.CANCELLED : Verdict.Kind.FAILED,
                Optional.empty(),
                Messages.get("verdict.failed." + failure.reason(), Messages.get("side." + side)),
                "",
                Phrase.of("verdict.failed." + failure.reason() + ".detail", failure.exception()));
    }

    private static Verdict refusal(Connection connection, Outcome.Failure failure, AlertNotice alert) {
        Side refuser = alert.received() ? failure.side().other() : failure.side();
        String by = refuser.name().toLowerCase(Locale.ROOT);
        Phrase detail = alert.received()
                ? Phrase.of(
                        "verdict.told." + failure.side(), failure.exception().message())
                : Phrase.of("verdict.said." + refuser, failure.exception().message());
        Optional<Outcome.Failure> other = connection
                .outcome(failure.side().other())
                .filter(Outcome.Failure.class::isInstance)
                .map(Outcome.Failure.class::cast);
        if (other.isPresent()) {
            detail = detail.and(Phrase.of(
                    "verdict.told." + other.get().side(),
                    other.get().exception().message()));
        }
        return new Verdict(
                Verdict.Kind.REFUSED,
                Optional.of(refuser),
                Messages.get(headline(alert.description()) + by),
                alertFact(alert.description()),
                detail);
    }

    private static String headline(String alert) {
        if (alert.equals(CERTIFICATE_REQUIRED)) {
            return "verdict.refused.missing.";
        }
        return ABOUT_CERTIFICATE.contains(alert) ? "verdict.refused.certificate." : "verdict.refused.connection.";
    }

    private static String alertFact(String description) {
        OptionalInt value = CodePoints.alertValue(description);
        return value.isPresent() ? description + " (" + value.getAsInt() + ")" : description;
    }
}
