package org.mtlsplayground.diagnosis;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.mtlsplayground.peer.AlertNotice;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Outcome;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.transcript.Negotiation;
import org.mtlsplayground.transcript.Transcript;

/** Derives the verdict on a connection from what is known of it. */
public final class Diagnosis {
    private Diagnosis() {}

    /**
     * The verdict as things stand. May be asked again whenever the connection has changed; any thread. Some milliseconds of
     * work where a certificate was refused.
     *
     * @param transcript the connection's, read as far as it goes
     */
    public static Verdict of(Connection connection, Transcript transcript) {
        Facts facts = Facts.of(connection, transcript);
        boolean wireAlone = connection.outcome(Side.CLIENT).isEmpty()
                && connection.outcome(Side.SERVER).isEmpty()
                && connection.isOver();
        Verdict verdict = wireAlone && connection.isAltered()
                ? AlteredVerdicts.of(facts)
                : ofStranger(facts).orElseGet(() -> outline(connection, transcript.negotiation()));
        return verdict.kind() == Verdict.Kind.OPEN ? verdict : Reasons.explained(facts, verdict);
    }

    /** What a side of ours can't know: that a stranger was told something on the way. */
    private static Optional<Verdict> ofStranger(Facts facts) {
        Connection connection = facts.connection();
        boolean strange = Stream.of(Side.values()).anyMatch(side -> !connection.isOurs(side));
        return strange && connection.isAltered() && connection.isOver()
                ? AlteredVerdicts.ofStranger(facts)
                : Optional.empty();
    }

    /** Who did what; not why, nor at which message. */
    private static Verdict outline(Connection connection, Negotiation negotiation) {
        Optional<Outcome> client = connection.outcome(Side.CLIENT);
        Optional<Outcome> server = connection.outcome(Side.SERVER);
        Optional<Outcome.Failure> failure = decisive(connection);
        if (failure.isPresent()) {
            return FailureVerdicts.of(connection, negotiation, failure.get());
        }
        if (!connection.isOver()) {
            return new Verdict(
                    Verdict.Kind.OPEN,
                    Optional.empty(),
                    Optional.empty(),
                    Why.plain(Cause.NOT_OVER),
                    Messages.get("verdict.open"),
                    "",
                    Phrase.of("verdict.open.detail"));
        }
        if (client.isEmpty() && server.isEmpty()) {
            return WireVerdicts.of(negotiation);
        }
        return SuccessVerdicts.of(connection, negotiation, success(client), success(server));
    }

    /** The kind of the verdict alone, which costs next to nothing: for lists of many connections. */
    public static Verdict.Kind kind(Connection connection, Negotiation negotiation) {
        boolean quick = decisive(connection).isEmpty()
                && connection.isOver()
                && (connection.isOurs(Side.CLIENT) || connection.isOurs(Side.SERVER));
        if (quick) {
            return Presented.by(Side.CLIENT, connection, negotiation).isEmpty()
                    ? Verdict.Kind.SERVER_ONLY
                    : Verdict.Kind.MUTUAL;
        }
        return outline(connection, negotiation).kind();
    }

    /** The failure that tells most: of the side that refused, else of the one that knows of an alert, else any. */
    private static Optional<Outcome.Failure> decisive(Connection connection) {
        Optional<Outcome> client = connection.outcome(Side.CLIENT);
        return Stream.of(client, connection.outcome(Side.SERVER))
                .flatMap(Optional::stream)
                .filter(Outcome.Failure.class::isInstance)
                .map(Outcome.Failure.class::cast)
                .filter(failure -> !followsSilence(failure, client))
                .filter(failure -> !followsNonsense(failure, client))
                .filter(failure -> !followsCut(failure, connection))
                .min(Comparator.comparingInt(Diagnosis::rank)
                        .thenComparing(failure -> Tampering.isForged(connection, failure) ? 0 : 1)
                        .thenComparing(failure -> waitedInVain(failure, connection) ? 0 : 1)
                        .thenComparing(Diagnosis::mayFollow)
                        .thenComparingLong(Outcome.Failure::nanos));
    }

    /** Where the wire was cut both lose the other, and which of them sooner is chance: whom the next record was for tells more. */
    private static boolean waitedInVain(Outcome.Failure failure, Connection connection) {
        return failure.reason() == Outcome.Reason.NETWORK
                && connection.isCutOffFrom(failure.side().other());
    }

    /** Where the two have different keys, the client finds out first, and the server can't even open its alert. */
    private static boolean mayFollow(Outcome.Failure failure) {
        return failure.side() == Side.SERVER && RecordCauses.isDamage(failure);
    }

    /** A server whose settings are of no use says so as soon as TCP is there, even where its client has not said a word. */
    private static boolean followsSilence(Outcome.Failure failure, Optional<Outcome> client) {
        return failure.side() == Side.SERVER && failed(client, Outcome.Reason.SETTINGS);
    }

    /** What a client says that could make no sense of what came is in clear, where the server waits for what is encrypted. */
    private static boolean followsNonsense(Outcome.Failure failure, Optional<Outcome> client) {
        boolean own = failure.reason() == Outcome.Reason.TLS
                && failure.alert().filter(AlertNotice::received).isEmpty();
        return own && failure.side() == Side.SERVER && failed(client, Outcome.Reason.NOT_TLS);
    }

    private static boolean failed(Optional<Outcome> outcome, Outcome.Reason reason) {
        return outcome.filter(Outcome.Failure.class::isInstance)
                .map(Outcome.Failure.class::cast)
                .filter(failure -> failure.reason() == reason)
                .isPresent();
    }

    /** A side of ours that loses the other in the middle of a handshake sends an alert, too, which refuses nobody. */
    private static boolean followsCut(Outcome.Failure failure, Connection connection) {
        return connection.isCutOff()
                && failure.alert().filter(AlertNotice::received).isPresent()
                && failed(connection.outcome(failure.side().other()), Outcome.Reason.NETWORK);
    }

    private static int rank(Outcome.Failure failure) {
        return switch (failure.reason()) {
            case CANCELLED -> 0;
            case TLS -> failure.alert().filter(AlertNotice::received).isPresent() ? 2 : 1;
            // Whoever has waited in vain hangs up, and the other sees no more than that.
            case NETWORK -> 4;
            default -> 3;
        };
    }

    private static Optional<Outcome.Success> success(Optional<Outcome> outcome) {
        return outcome.filter(Outcome.Success.class::isInstance).map(Outcome.Success.class::cast);
    }
}
