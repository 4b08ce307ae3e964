package org.mtlsplayground.diagnosis;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mtlsplayground.dissect.FieldDifference;
import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.dissect.Message;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.transcript.AlteredRecord;
import org.mtlsplayground.transcript.Event;

/**
 * What somebody on the way did to one record, in words.
 *
 * @param record what was sent, and what was done to it
 * @param difference the one field of a message in clear that arrived otherwise, if that is all, and can be said
 */
record Deed(AlteredRecord record, Optional<FieldDifference> difference) {
    static Deed of(AlteredRecord record, Facts facts) {
        return new Deed(record, difference(record, facts));
    }

    private static Optional<FieldDifference> difference(AlteredRecord record, Facts facts) {
        if (record.change() != AlteredRecord.Change.CHANGED
                || record.encrypted()
                || record.sent().size() != 1) {
            return Optional.empty();
        }
        Event sent = record.sent().get(0);
        List<Event> arrived = facts.events().stream()
                .filter(event -> event.fromClient() == sent.fromClient()
                        && event.message().getClass() == sent.message().getClass())
                .toList();
        List<FieldDifference> all = arrived.size() == 1 ? sent.differences(arrived.get(0)) : List.of();
        return all.size() == 1 ? Optional.of(all.get(0)).filter(FieldDifference::isLegible) : Optional.empty();
    }

    Side sender() {
        return record.fromClient() ? Side.CLIENT : Side.SERVER;
    }

    boolean isTo(Side side) {
        return sender() != side;
    }

    /** Whether the bytes are others than were sent. */
    boolean isOfBytes() {
        return record.change() != AlteredRecord.Change.UNCHANGED;
    }

    boolean isEncrypted() {
        return record.encrypted();
    }

    /** Whether a message of that kind was in clear in what was sent. */
    boolean touches(Class<? extends Message> kind) {
        return !isEncrypted() && record.sent().stream().anyMatch(event -> kind.isInstance(event.message()));
    }

    boolean touchesHello() {
        return touches(Handshake.ClientHello.class) || touches(Handshake.ServerHello.class);
    }

    /** Whether a Hello arrived with another random than it was sent with: a server's key exchange is signed with both (RFC 5246 §7.4.3). */
    boolean isOfRandom(Facts facts) {
        return record.sent().stream()
                .map(Event::message)
                .anyMatch(sent -> sent instanceof Handshake.ClientHello client
                        ? facts.last(Handshake.ClientHello.class, Side.CLIENT)
                                .filter(arrived -> !Arrays.equals(arrived.random(), client.random()))
                                .isPresent()
                        : sent instanceof Handshake.ServerHello server
                                && facts.last(Handshake.ServerHello.class, Side.SERVER)
                                        .filter(arrived -> !Arrays.equals(arrived.random(), server.random()))
                                        .isPresent());
    }

    /** The cause that it is. */
    Cause cause() {
        return switch (record.change()) {
            case DROPPED, REPEATED -> Cause.OUT_OF_ORDER;
            case PRECEDED, FOLLOWED -> Cause.INJECTED;
            case CUT, CHANGED, UNCHANGED ->
                isEncrypted() ? Cause.RECORD_ALTERED : touchesHello() ? Cause.HELLO_ALTERED : Cause.MESSAGE_ALTERED;
        };
    }

    /** The names of the messages that were sent, as the RFCs have them. */
    String names() {
        return record.sent().stream()
                .map(event -> event.message() instanceof Message.EncryptedRecord
                        ? ""
                        : EventText.of(event).name())
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /**
     * What was done, and how it shows.
     *
     * @param judge who noticed
     */
    Phrase words(Side judge, Facts facts) {
        return bare(isEncrypted()).and(isEncrypted() ? Phrase.empty() : Phrase.of(noticed(judge, facts), side(judge)));
    }

    private Phrase bare(boolean sealed) {
        String names = names();
        Object what = names.isEmpty() ? Phrase.unmarked(Messages.get("deed.record", record.number())) : names;
        Phrase done = Phrase.of(key(sealed), side(sender()), side(sender().other()), what);
        return difference
                .map(field -> done.and(
                        Phrase.of("deed.changed.field", Phrase.unmarked(field.name()), field.before(), field.after())))
                .orElse(done);
    }

    /** The same where somebody waited in vain. */
    Phrase vain() {
        boolean more = cause() == Cause.INJECTED;
        return bare(false).and(more ? Phrase.of("deed.vain", side(sender().other())) : Phrase.empty());
    }

    private static Object side(Side side) {
        return Phrase.unmarked(CauseWords.noun(side));
    }

    private String key(boolean encrypted) {
        return switch (record.change()) {
            case DROPPED ->
                record.overtaken()
                        ? encrypted ? "deed.overtaken.encrypted" : "deed.overtaken"
                        : encrypted ? "deed.dropped.encrypted" : "deed.dropped";
            case REPEATED -> encrypted ? "deed.repeated.encrypted" : "deed.repeated";
            case PRECEDED, FOLLOWED -> encrypted ? "deed.injected.encrypted" : "deed.injected";
            case CUT -> "deed.cut";
            case CHANGED, UNCHANGED -> encrypted ? "deed.changed.encrypted" : "deed.changed";
        };
    }

    /** What is in clear is covered by what comes later: keys, signatures and Finished (RFC 8446 §4.4.1, RFC 5246 §7.4.9). */
    private String noticed(Side judge, Facts facts) {
        return isRefusedAtOnce(judge, facts) ? "deed.seen.once" : "deed.seen.later";
    }

    /** Whether the judge took offence at what arrived itself, before there was anything that depends on all messages. */
    boolean isRefusedAtOnce(Side judge, Facts facts) {
        String said = facts.words(judge);
        boolean byProof = (FailureVerdicts.isAboutProof(said) || isProofOfStranger(said, facts))
                && !touches(Handshake.CertificateVerify.class)
                && !touches(Handshake.ServerKeyExchange.class);
        boolean later = byProof || said.contains("Finished message") || RecordCauses.isDamage(said);
        return isTo(judge) && !later;
    }

    /** A stranger has but its alert to say so. */
    private boolean isProofOfStranger(String said, Facts facts) {
        return said.isEmpty()
                && facts.alert()
                        .filter(alert -> alert.equals(Facts.BAD_RECORD_MAC)
                                || (alert.equals(Facts.DECRYPT_ERROR) && !touches(Handshake.Certificate.class)))
                        .isPresent();
    }
}
