package org.mtlsplayground.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.mtlsplayground.codepoint.CodePoints;
import org.mtlsplayground.dissect.Extension;
import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.dissect.Message;
import org.mtlsplayground.peer.AlertNotice;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Outcome;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.transcript.AlteredRecord;

/** Whether it was somebody on the way who made a connection end as it did, where what they did is known. */
final class Tampering {
    private Tampering() {}

    private static List<Deed> deeds(Facts facts) {
        return facts.altered().stream().map(record -> Deed.of(record, facts)).toList();
    }

    /**
     * Why a side refused the other, if what was done on the way decided that.
     *
     * @param plain what is found where nothing is known of it
     */
    static Finding ofRefusal(Facts facts, Side refuser, Verdict.Matter matter, Finding plain) {
        boolean ownKey = plain.ownFault() && plain.cause() != Cause.NO_COMMON_SIGNATURE_SCHEME;
        if (!facts.connection().isAltered() || ownKey || plain.cause() == Cause.DOWNGRADE) {
            return plain;
        }
        return deeds(facts).stream()
                .filter(deed -> deed.isOfBytes() && reaches(facts, deed, refuser))
                .filter(deed -> outweighs(facts, refuser, deed, matter, plain))
                .findFirst()
                .map(deed -> Finding.of(deed.cause(), deed))
                .orElse(plain);
    }

    /** Why a side waited in vain, or lost the other, if something was done to the bytes before that; not where they were all held up. */
    static Optional<Finding> ofFailure(Facts facts, Cause plain) {
        boolean waited = plain == Cause.PEER_STALLED || plain == Cause.PEER_VANISHED;
        return !waited || !facts.connection().isAltered() || facts.connection().isCutOff()
                ? Optional.empty()
                : deeds(facts).stream()
                        .filter(deed -> deed.isOfBytes() && !isIdle(facts, deed) && !isLeave(deed))
                        .findFirst()
                        .map(deed -> Finding.of(deed.cause(), deed));
    }

    /** When a side takes its leave, the rest is over. */
    private static boolean isLeave(Deed deed) {
        return deed.record().sent().stream().anyMatch(event -> event.message() instanceof Message.Alert);
    }

    /** RFC 8446 §5, appendix D.4: it is there for the eyes of others. */
    private static boolean isIdle(Facts facts, Deed deed) {
        return facts.negotiation().isTls13()
                && deed.touches(Message.ChangeCipherSpec.class)
                && deed.record().change() == AlteredRecord.Change.DROPPED;
    }

    /** What is encrypted concerns its receiver alone; what is in clear both sides go by. */
    private static boolean reaches(Facts facts, Deed deed, Side refuser) {
        return !isIdle(facts, deed)
                && (deed.isTo(refuser) || (!deed.isEncrypted() && !deed.touches(Message.Alert.class)));
    }

    /** Whether it explains better than what is to be said against what arrived. */
    private static boolean outweighs(Facts facts, Side refuser, Deed deed, Verdict.Matter matter, Finding plain) {
        return switch (plain.cause()) {
            case UNKNOWN, HELLO_ALTERED, RECORD_ALTERED -> true;
            case NOT_TLS -> deed.cause() == Cause.OUT_OF_ORDER;
            case NO_COMMON_VERSION -> isNoRecord(facts, refuser, deed) || isForeign(facts, deed, plain.cause());
            case NO_COMMON_CIPHER_SUITE,
                    NO_COMMON_GROUP,
                    NO_COMMON_PROTOCOL,
                    NO_COMMON_SIGNATURE_SCHEME,
                    SERVER_NAME_REFUSED,
                    SERVER_WITHOUT_KEY -> isForeign(facts, deed, plain.cause());
            case FALSE_CA -> deed.touches(Handshake.Certificate.class) || (!plain.certain() && isSigned(deed));
            case FOREIGN_KEY -> !plain.certain() || deed.touches(Handshake.Certificate.class);
            default ->
                matter == Verdict.Matter.MISSING
                        ? deed.touches(Handshake.CertificateRequest.class) || deed.touches(Handshake.Certificate.class)
                        : deed.touches(Handshake.Certificate.class);
        };
    }

    /** OpenSSL finds a version that it does not know in what is no record, and says so by its alert. */
    private static boolean isNoRecord(Facts facts, Side refuser, Deed deed) {
        return !facts.isOurs(refuser) && deed.isTo(refuser) && deed.record().change() == AlteredRecord.Change.PRECEDED;
    }

    /** A signature that does not fit, said by an alert alone, may be one over all messages (RFC 8446 §6.2: decrypt_error). */
    private static boolean isSigned(Deed deed) {
        return !deed.isEncrypted() && deed.record().change() == AlteredRecord.Change.CHANGED;
    }

    /** Whether two sides that have nothing in common would have had, had the Hello arrived as it was sent. */
    private static boolean isForeign(Facts facts, Deed deed, Cause cause) {
        Optional<Handshake.ClientHello> sent = deed.record().sent().stream()
                .map(event -> event.message())
                .filter(Handshake.ClientHello.class::isInstance)
                .map(Handshake.ClientHello.class::cast)
                .findFirst();
        if (sent.isEmpty()) {
            return deed.touches(Handshake.ServerHello.class) || deed.touches(Handshake.CertificateRequest.class);
        }
        if (cause == Cause.SERVER_NAME_REFUSED
                || cause == Cause.NO_COMMON_PROTOCOL
                || cause == Cause.NO_COMMON_SIGNATURE_SCHEME) {
            return facts.last(Handshake.ClientHello.class, Side.CLIENT)
                    .filter(arrived -> asks(arrived, cause).equals(asks(sent.get(), cause)))
                    .isEmpty();
        }
        return facts.server()
                .filter(server -> HelloCauses.ofServer(facts, sent.get(), server) == cause)
                .isEmpty();
    }

    /** What a server may have disliked in a Hello. */
    private static List<?> asks(Handshake.ClientHello hello, Cause cause) {
        List<Extension> all = hello.extensions();
        return switch (cause) {
            case NO_COMMON_PROTOCOL ->
                Extension.find(all, Extension.Alpn.class)
                        .map(Extension.Alpn::protocols)
                        .orElse(List.of());
            case NO_COMMON_SIGNATURE_SCHEME ->
                Extension.find(all, Extension.SignatureAlgorithms.class)
                        .map(Extension.SignatureAlgorithms::schemes)
                        .orElse(List.of());
            default ->
                Extension.find(all, Extension.ServerName.class)
                        .flatMap(Extension.ServerName::hostName)
                        .map(List::of)
                        .orElse(List.of());
        };
    }

    /**
     * Whether the alert of which a side was told was put in on the way. In clear nothing protects one (RFC 8446 §6, RFC 5246
     * §7.2).
     */
    static boolean isForged(Connection connection, Outcome.Failure failure) {
        OptionalInt code = CodePoints.alertValue(told(failure));
        return code.isPresent() && connection.isAlertForged(failure.side().other(), code.getAsInt());
    }

    /** The alert that a side was sent; empty if it was none. */
    static String told(Outcome.Failure failure) {
        // JSSE words a leave in the midst of a handshake as a fault of its own finding.
        return failure.exception().message().contains("Received close_notify during handshake")
                ? "close_notify"
                : failure.alert()
                        .filter(AlertNotice::received)
                        .map(AlertNotice::description)
                        .orElse("");
    }
}
