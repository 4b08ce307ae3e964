package org.mtlsplayground.diagnosis;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.mtlsplayground.codepoint.CodePoints;
import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.dissect.Message;
import org.mtlsplayground.peer.AlertNotice;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Outcome;
import org.mtlsplayground.peer.RevocationChecking;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.TrustAnchors;
import org.mtlsplayground.pki.path.PathQuestion;
import org.mtlsplayground.transcript.AlteredRecord;
import org.mtlsplayground.transcript.Checks;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.transcript.Negotiation;
import org.mtlsplayground.transcript.RecordEntry;
import org.mtlsplayground.transcript.Transcript;
import org.mtlsplayground.transcript.Unopened;

/** All that is known of one connection when somebody asks why it ended so. Not thread-safe. */
final class Facts {
    static final String BAD_RECORD_MAC = "bad_record_mac";
    static final String DECRYPT_ERROR = "decrypt_error";

    private final Connection connection;
    private final Transcript transcript;
    private final Negotiation negotiation;
    private List<Event> events;
    private List<AlteredRecord> altered;
    private List<Warning> warnings;

    private Facts(Connection connection, Transcript transcript) {
        this.connection = connection;
        this.transcript = transcript;
        this.negotiation = transcript.negotiation();
    }

    static Facts of(Connection connection, Transcript transcript) {
        return new Facts(connection, transcript);
    }

    Connection connection() {
        return connection;
    }

    Negotiation negotiation() {
        return negotiation;
    }

    /** The messages seen so far. */
    List<Event> events() {
        if (events == null) {
            events = transcript.eventsFrom(0);
        }
        return events;
    }

    /** What somebody on the way did, in order. */
    List<AlteredRecord> altered() {
        if (altered == null) {
            altered = connection.isAltered() ? transcript.altered() : List.of();
        }
        return altered;
    }

    /** What each side's proofs are worth; costs a millisecond where signatures were seen. */
    Checks checks() {
        return transcript.checks();
    }

    /** Whether a side's end was seen, and all that it sent before was read. */
    boolean isReadToEnd(Side by) {
        return transcript.isReadToEnd(by.sends());
    }

    /** When TCP ended what a side sends, since the connection began; empty if that was not seen. */
    OptionalLong endNanos(Side by) {
        return connection.endNanos(by);
    }

    /** Whether all that is known of it is what crossed the wire. */
    boolean isWireAlone() {
        return Stream.of(Side.values())
                .allMatch(side -> connection.outcome(side).isEmpty());
    }

    boolean isOurs(Side side) {
        return connection.isOurs(side);
    }

    Optional<Outcome.Failure> failure(Side side) {
        return connection
                .outcome(side)
                .filter(Outcome.Failure.class::isInstance)
                .map(Outcome.Failure.class::cast);
    }

    Optional<Outcome.Success> success(Side side) {
        return connection
                .outcome(side)
                .filter(Outcome.Success.class::isInstance)
                .map(Outcome.Success.class::cast);
    }

    /** What the side's JDK said against going on, by itself and not because it was told to; empty if nothing. */
    String words(Side side) {
        return failure(side)
                .filter(failure -> failure.alert().filter(AlertNotice::received).isEmpty())
                .map(failure -> failure.exception().message())
                .orElse("");
    }

    /** The fatal alert that crossed the wire: as it was read there, else as one was told of it, else as one says it sent, or must have. */
    Optional<String> alert() {
        return negotiation
                .fatalAlert()
                .map(seen -> CodePoints.alert(seen.description()))
                .or(() -> notice(true))
                .or(() -> notice(false))
                .or(() -> Stream.of(Side.values()).anyMatch(this::foundDamage)
                        ? Optional.of(BAD_RECORD_MAC)
                        : Optional.empty());
    }

    /** Whether a record did not open for a side that is ours; the alert about it may be one that nobody else can open. */
    boolean foundDamage(Side side) {
        return failure(side).filter(RecordCauses::isDamage).isPresent();
    }

    private Optional<String> notice(boolean received) {
        return Stream.of(Side.values())
                .flatMap(side -> failure(side).stream())
                .filter(failure -> failure.reason() == Outcome.Reason.TLS)
                .flatMap(failure -> failure.alert().stream())
                .filter(notice -> notice.received() == received)
                .map(AlertNotice::description)
                .findFirst();
    }

    Optional<ClientSettings> client() {
        return connection.clientSettings();
    }

    Optional<ServerSettings> server() {
        return connection.serverSettings();
    }

    /** Whom a side trusts, if it is ours. */
    Optional<TrustAnchors> trust(Side side) {
        return side == Side.CLIENT ? client().map(ClientSettings::trust) : server().map(ServerSettings::trust);
    }

    /** How a side looks for revocation, if it is ours. */
    Optional<RevocationChecking> revocation(Side side) {
        return side == Side.CLIENT
                ? client().map(ClientSettings::revocation)
                : server().map(ServerSettings::revocation);
    }

    /** What is to be said against the connection that came about, the gravest first; found out once. */
    List<Warning> warnings() {
        if (warnings == null) {
            warnings = Warnings.of(this);
        }
        return warnings;
    }

    /** What a side is to show, if it is ours and has something. */
    Optional<Identity> identity(Side side) {
        return side == Side.CLIENT
                ? client().flatMap(ClientSettings::identity)
                : server().flatMap(ServerSettings::identity);
    }

    /** What a side showed, leaf first, as far as it can be read. */
    List<X509Certificate> chain(Side side) {
        return Presented.by(side, connection, negotiation);
    }

    /** The same as it was on the wire. */
    List<byte[]> encodedChain(Side side) {
        return side == Side.CLIENT ? negotiation.presentedByClient() : negotiation.presentedByServer();
    }

    /** As JSSE names it; TLS 1.3 as long as none is settled. */
    String protocol() {
        return negotiation.version().isEmpty() || negotiation.isTls13()
                ? TlsVersion.TLS_1_3.jsseName()
                : TlsVersion.TLS_1_2.jsseName();
    }

    /**
     * What a side that is ours asks of a chain of the other.
     *
     * @param chain never empty
     */
    PathQuestion question(Side judge, List<X509Certificate> chain, TrustAnchors trust) {
        if (judge == Side.SERVER) {
            return PathQuestion.client(chain, trust).by(protocol());
        }
        PathQuestion question = PathQuestion.server(chain, trust).by(protocol());
        return client().filter(ClientSettings::verifyHostName)
                .map(settings -> question.named(settings.serverName(), settings.host()))
                .orElse(question);
    }

    /** The certificates that are at hand on any side, shown or not, trusted or not; not the JDK's own list. */
    Set<X509Certificate> certificatesAtHand() {
        Set<X509Certificate> all = new LinkedHashSet<>();
        for (Side side : Side.values()) {
            identity(side).map(Identity::chain).ifPresent(all::addAll);
            trust(side).map(TrustAnchors::certificates).ifPresent(all::addAll);
            all.addAll(chain(side));
        }
        return all;
    }

    /** Whom a side trusts, as far as that is known; not the JDK's own list. */
    List<X509Certificate> trusted(Side side) {
        return trust(side).map(TrustAnchors::certificates).orElse(List.of());
    }

    /** The signature schemes that a side of ours is told to keep to; empty if it is told nothing. */
    List<String> allowedSchemes(Side side) {
        return side == Side.CLIENT
                ? client().map(ClientSettings::signatureSchemes).orElse(List.of())
                : server().map(ServerSettings::signatureSchemes).orElse(List.of());
    }

    /** The last message of a kind that a side sent. */
    <T extends Message> Optional<T> last(Class<T> kind, Side by) {
        List<T> found = all(kind, by);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(found.size() - 1));
    }

    /** All messages of a kind that a side sent. */
    <T extends Message> List<T> all(Class<T> kind, Side by) {
        List<T> found = new ArrayList<>();
        for (Event event : events()) {
            if (event.fromClient() == (by == Side.CLIENT) && kind.isInstance(event.message())) {
                found.add(kind.cast(event.message()));
            }
        }
        return found;
    }

    /** The answer to the ClientHello; not one that only asks for another. */
    Optional<Handshake.ServerHello> serverHello() {
        return last(Handshake.ServerHello.class, Side.SERVER).filter(hello -> !hello.helloRetryRequest());
    }

    /** Whether a side was seen to finish its handshake. */
    boolean isFinished(Side side) {
        return !all(Handshake.Finished.class, side).isEmpty();
    }

    /** Whether the client was not heard of after its ClientHello. */
    boolean onlyHelloSeen() {
        return all(Handshake.class, Side.CLIENT).stream().allMatch(Handshake.ClientHello.class::isInstance)
                && all(Message.EncryptedRecord.class, Side.CLIENT).isEmpty();
    }

    /** Whether encrypted records of this side opened, and whether some did not though their keys are known. */
    Opening opening(Side by) {
        boolean opened = false;
        boolean damaged = false;
        for (RecordEntry record : records(by)) {
            if (record.encrypted()) {
                opened |= record.unopened().isEmpty();
                damaged |= record.unopened().filter(Facts::isDamage).isPresent();
            }
        }
        return new Opening(opened, damaged);
    }

    /** The records of one side, in order. */
    List<RecordEntry> records(Side by) {
        return transcript.recordsFrom(0).stream()
                .filter(record -> record.fromClient() == (by == Side.CLIENT))
                .toList();
    }

    private static boolean isDamage(Unopened reason) {
        return reason == Unopened.DAMAGED || reason == Unopened.KEY_NOT_FOUND;
    }

    /**
     * What became of one side's encrypted records.
     *
     * @param some whether some opened
     * @param damaged whether some did not
     */
    record Opening(boolean some, boolean damaged) {}
}
