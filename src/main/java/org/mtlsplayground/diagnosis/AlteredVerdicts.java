package org.mtlsplayground.diagnosis;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.mtlsplayground.codepoint.CodePoints;
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

    private Verdict verdict() {
        Optional<Event> refusal = refusal();
        Optional<Event> forged = facts.events().stream()
                .filter(event -> forgery(event).filter(this::isHeard).isPresent())
                .filter(event ->
                        refusal.isEmpty() || event.index() < refusal.get().index())
                .findFirst();
        if (forged.isPresent()) {
            return forged(forged.get());
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

    /** What put an alert there, if nobody had sent it. */
    private Optional<AlteredRecord> forgery(Event event) {
        return event.encrypted()
                ? Optional.empty()
                : alert(event)
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

    /** Whoever awaits what is encrypted obeys no alert in clear, and refuses to go on (RFC 8446 §5.2, RFC 5246 §7.1). */
    private Verdict forged(Event event) {
        AlteredRecord forgery = forgery(event).orElseThrow();
        Side victim = sender(event).other();
        boolean middlebox = facts.negotiation().isTls13()
                && forgery.sent().stream().anyMatch(sent -> sent.message() instanceof Message.ChangeCipherSpec);
        if (!forgery.encrypted() && !middlebox) {
            return FailureVerdicts.forged(
                    victim, CodePoints.alert(alert(event).orElseThrow().description()));
        }
        return refused(
                victim,
                facts.events().stream()
                        .filter(later -> later.index() > event.index() && sender(later) == victim && isRefusal(later))
                        .findFirst());
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
                && !facts.negotiation().isComplete()
                && ((record.contentType() == TlsRecord.ALERT && record.length() > CLEAR_ALERT)
                        || (facts.negotiation().isTls13() && ENCRYPTED_ALERT.contains(record.length())));
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
