package org.mtlsplayground.diagnosis;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.mtlsplayground.codepoint.CodePoints;
import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.dissect.Message;
import org.mtlsplayground.dissect.TlsRecord;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.transcript.AlteredRecord;
import org.mtlsplayground.transcript.Event;

/**
 * Words for connections of which the wire alone is known, and what was altered on the way: saved ones that were opened again.
 * Not every alert on such a wire is a refusal.
 */
final class AlteredVerdicts {
    /**
     * RFC 8446 §5.2: level, description, content type and a tag of 16 bytes; JSSE adds 16 bytes of padding. Hardly anything
     * else in a handshake is as long.
     */
    private static final Set<Integer> ENCRYPTED_ALERT = Set.of(19, 35);

    /** RFC 8446 §6, RFC 5246 §7.2. */
    private static final int CLEAR_ALERT = 2;

    /** What JSSE says to a side that has gone in the middle of a handshake. */
    private static final int HANDSHAKE_FAILURE = 40;

    private final Facts facts;
    private final List<AlteredRecord> altered;
    private final Optional<AlteredRecord> cut;

    private AlteredVerdicts(Facts facts) {
        this.facts = facts;
        altered = facts.altered();
        cut = altered.stream()
                .filter(one -> one.ending() != AlteredRecord.Ending.NONE)
                .findFirst();
    }

    static Verdict of(Facts facts) {
        return new AlteredVerdicts(facts).verdict();
    }

    /**
     * What is to be said where a side that is not ours obeyed an alert that nobody had sent, or refused what was done to the
     * bytes when ours had done all that it wanted; empty if none did.
     */
    static Optional<Verdict> ofStranger(Facts facts) {
        AlteredVerdicts verdicts = new AlteredVerdicts(facts);
        Optional<Event> refusal = verdicts.refusal();
        return verdicts.forged(refusal)
                .filter(event -> !facts.isOurs(sender(event).other()))
                .flatMap(verdicts::obeyed)
                .or(() -> refusal.filter(event -> !facts.isOurs(sender(event)))
                        .filter(event -> facts.success(sender(event).other()).isPresent())
                        .map(event -> refused(sender(event), refusal)));
    }

    private Optional<Event> forged(Optional<Event> refusal) {
        return facts.events().stream()
                .filter(event -> forgery(event).filter(this::isHeard).isPresent())
                .filter(event ->
                        refusal.isEmpty() || event.index() < refusal.get().index())
                .findFirst();
    }

    private Verdict verdict() {
        Optional<Event> refusal = refusal();
        Optional<Event> forged = forged(refusal);
        if (forged.isPresent()) {
            return obeyed(forged.get())
                    .orElseGet(() -> refused(sender(forged.get()).other(), answer(forged.get())));
        }
        if (refusal.isPresent()) {
            return refused(sender(refusal.get()), refusal);
        }
        if (cut.isPresent() && isBroken(cut.get())) {
            return cut.get().ending() == AlteredRecord.Ending.STALLED
                    ? failed(Cause.PEER_STALLED, "verdict.wire.unfinished", "verdict.wire.stalled.detail")
                    : failed(Cause.PEER_VANISHED, "verdict.failed.NETWORK", "verdict.wire.cutOff.detail");
        }
        return facts.negotiation().isComplete()
                ? WireVerdicts.complete(facts.negotiation())
                : failed(Cause.PEER_STALLED, "verdict.wire.unfinished", "verdict.wire.unfinished.detail");
    }

    /** In TLS 1.2 what can't be read may be a leave, out of step with what was dropped before it. */
    private Optional<Event> refusal() {
        Stream<Event> all = facts.events().stream().filter(this::isRefusal);
        return facts.negotiation().isTls13()
                ? all.findFirst()
                : all.min(Comparator.comparing((Event event) -> alert(event).isEmpty()));
    }

    private static Side sender(Event event) {
        return event.fromClient() ? Side.CLIENT : Side.SERVER;
    }

    private static Optional<Message.Alert> alert(Event event) {
        return Stream.of(event.message())
                .filter(Message.Alert.class::isInstance)
                .map(Message.Alert.class::cast)
                .filter(Message.Alert::isRefusal)
                .findFirst();
    }

    /** An alert that nobody knows ends a connection whatever its level (RFC 8446 §6), and so does a leave in a handshake. */
    private Optional<Message.Alert> ending(Event event) {
        boolean complete = facts.negotiation().isComplete();
        return Stream.of(event.message())
                .filter(Message.Alert.class::isInstance)
                .map(Message.Alert.class::cast)
                .filter(alert -> alert.isRefusal()
                        || !CodePoints.knowsAlert(alert.description())
                        || (alert.description() == Message.Alert.CLOSE_NOTIFY && !complete))
                .findFirst();
    }

    /** What put an alert there, if nobody had sent it. */
    private Optional<AlteredRecord> forgery(Event event) {
        return event.encrypted()
                ? Optional.empty()
                : ending(event)
                        .flatMap(alert -> altered.stream()
                                .filter(one -> one.fromClient() == event.fromClient()
                                        && one.forged().contains(alert.description()))
                                .findFirst());
    }

    /** Whoever has taken leave hears nothing more. */
    private boolean isHeard(AlteredRecord record) {
        return !facts.negotiation().isComplete() || !isLeave(record);
    }

    private static boolean isLeave(AlteredRecord record) {
        return record.sent().stream().anyMatch(event -> event.message() instanceof Message.Alert);
    }

    /**
     * Whoever awaits what is encrypted may obey no alert in clear, and then refuses to go on (RFC 8446 §5.2): JSSE does, OpenSSL
     * does until it has read something encrypted. Whoever obeys one is silent.
     */
    private Optional<Verdict> obeyed(Event event) {
        Side victim = sender(event).other();
        return answer(event).isPresent()
                ? Optional.empty()
                : Optional.of(FailureVerdicts.forged(
                        victim, CodePoints.alert(ending(event).orElseThrow().description())));
    }

    /** The alert by which its receiver answered one that was forged. */
    private Optional<Event> answer(Event forged) {
        return facts.events().stream()
                .filter(event -> event.index() > forged.index() && event.fromClient() != forged.fromClient())
                .filter(event -> isRefusal(event) || isUnreadAlert(event))
                .findFirst();
    }

    private static Verdict refused(Side refuser, Optional<Event> refusal) {
        return refusal.flatMap(AlteredVerdicts::alert)
                .map(alert -> FailureVerdicts.seen(refuser, CodePoints.alert(alert.description())))
                .orElseGet(() -> FailureVerdicts.unread(refuser));
    }

    /** Whether a side refuses by it, rather than saying that it has lost the other. */
    private boolean isRefusal(Event event) {
        boolean said = alert(event).isPresent() && forgery(event).isEmpty();
        return (said || isUnreadAlert(event)) && !isAlone(event);
    }

    private boolean isUnreadAlert(Event event) {
        return event.message() instanceof Message.EncryptedRecord record
                && !hasFinished(sender(event))
                && !facts.negotiation().isComplete()
                && ((record.contentType() == TlsRecord.ALERT && record.length() > CLEAR_ALERT)
                        || (facts.negotiation().isTls13() && ENCRYPTED_ALERT.contains(record.length())));
    }

    /** In TLS 1.2 whoever has sent a Finished that did not arrive waits for an answer, and in the end takes its leave. */
    private boolean hasFinished(Side side) {
        return !facts.negotiation().isTls13()
                && altered.stream()
                        .filter(one -> one.fromClient() == (side == Side.CLIENT))
                        .flatMap(one -> one.sent().stream())
                        .anyMatch(event -> event.message() instanceof Handshake.Finished);
    }

    /** Whether the other side had gone by then, and that was all that it was about, or had been cut off. */
    private boolean isAlone(Event event) {
        OptionalLong gone = facts.endNanos(sender(event).other());
        boolean left = gone.isPresent() && gone.getAsLong() <= event.nanos();
        boolean aboutThat = alert(event)
                .filter(alert -> alert.description() != HANDSHAKE_FAILURE)
                .isEmpty();
        return (left && aboutThat)
                || cut.filter(one -> one.nanos() <= event.nanos()).isPresent();
    }

    /** Whether somebody still waited for something when it was cut off. */
    private boolean isBroken(AlteredRecord record) {
        boolean hard = record.ending() == AlteredRecord.Ending.RESET;
        return !facts.negotiation().isComplete() || (hard && !isLeave(record));
    }

    private static Verdict failed(Cause cause, String headline, String detail) {
        return new Verdict(
                Verdict.Kind.FAILED,
                Optional.empty(),
                Optional.empty(),
                Why.plain(cause),
                Messages.get(headline),
                "",
                Phrase.plain(detail));
    }
}
