package org.mtlsplayground.diagnosis;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.mtlsplayground.codepoint.CodePoints;
import org.mtlsplayground.peer.AlertNotice;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Outcome;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.pki.CertificateDescription;
import org.mtlsplayground.text.Messages;

/** Words for connections that failed. */
final class FailureVerdicts {
    private static final String CERTIFICATE_REQUIRED = "certificate_required";
    private static final String EMPTY_CHAIN = "Empty client certificate chain";

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
        if (isMissing(failure, alert.description())) {
            detail = notSent(connection).and(detail);
        }
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
                Messages.get(headline(failure, alert.description()) + by),
                alertFact(alert.description()),
                detail);
    }

    private static String headline(Outcome.Failure failure, String alert) {
        if (isMissing(failure, alert)) {
            return "verdict.refused.missing.";
        }
        return ABOUT_CERTIFICATE.contains(alert) ? "verdict.refused.certificate." : "verdict.refused.connection.";
    }

    /** TLS 1.2 has no alert of its own for it (RFC 5246 §7.4.6), but our server's JDK says so. */
    private static boolean isMissing(Outcome.Failure failure, String alert) {
        return alert.equals(CERTIFICATE_REQUIRED)
                || failure.exception().message().contains(EMPTY_CHAIN);
    }

    /** Our client had a certificate and its JDK did not send it: it chooses among those that the server's list names. */
    private static Phrase notSent(Connection connection) {
        return connection
                .clientSettings()
                .flatMap(ClientSettings::identity)
                .map(identity -> CertificateDescription.of(identity.leaf()))
                .map(leaf -> Phrase.of("verdict.notSent", leaf.name(), leaf.issuerName()))
                .orElse(Phrase.empty());
    }

    private static String alertFact(String description) {
        OptionalInt value = CodePoints.alertValue(description);
        return value.isPresent() ? description + " (" + value.getAsInt() + ")" : description;
    }
}
