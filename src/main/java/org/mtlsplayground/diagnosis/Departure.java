package org.mtlsplayground.diagnosis;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.mtlsplayground.dissect.Message;
import org.mtlsplayground.peer.Moment;
import org.mtlsplayground.peer.Outcome;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.pki.TrustAnchors;
import org.mtlsplayground.pki.path.PathCheck;
import org.mtlsplayground.pki.path.PathQuestion;
import org.mtlsplayground.pki.path.Step;
import org.mtlsplayground.transcript.RecordEntry;
import org.mtlsplayground.transcript.Unopened;

/** How the other side took its leave when the handshake was over. */
final class Departure {
    /** A request that says itself where it ends, so that nothing is missed where no close_notify follows it. */
    private static final Pattern WHOLE_REQUEST = Pattern.compile("[A-Z]+ \\S+ HTTP/1\\.[01]\r?\n.*", Pattern.DOTALL);

    /** RFC 8446 §6.1: close_notify should follow it, and only that says that nothing is missing. */
    private static final int USER_CANCELED = 90;

    private Departure() {}

    /**
     * Whether a strange client finished its handshake and left before it had sent anything. Some programs compare the
     * server's name with its certificate only then: curl does.
     */
    static boolean isSilent(Facts facts) {
        return !facts.isOurs(Side.CLIENT)
                && (isOver(facts) || brokeAfterwards(facts))
                && facts.all(Message.ApplicationData.class, Side.CLIENT).isEmpty()
                && facts.all(Message.EncryptedRecord.class, Side.CLIENT).isEmpty()
                && leftFirst(facts, Side.CLIENT);
    }

    private static boolean isOver(Facts facts) {
        return facts.success(Side.SERVER)
                .filter(success -> success.received().isEmpty())
                .isPresent();
    }

    /** Unread session tickets make TCP reset a connection that is closed. */
    private static boolean brokeAfterwards(Facts facts) {
        return facts.failure(Side.SERVER)
                .filter(failure -> failure.reason() == Outcome.Reason.NETWORK)
                .filter(failure -> failure.moment() == Moment.FIRST_READ)
                .isPresent();
    }

    /**
     * Why a client that left in silence may have done so: the server's certificate is not for what it called. By what
     * address it called where it asked for no name is known, too.
     */
    static Optional<Finding> dislike(Facts facts) {
        if (!isSilent(facts) || facts.chain(Side.SERVER).isEmpty()) {
            return Optional.empty();
        }
        return wrongName(facts);
    }

    /** Whether the server's certificate is for what a strange client called it: a name, or without one the address. */
    static Optional<Finding> wrongName(Facts facts) {
        boolean named = facts.negotiation().serverName().isPresent();
        return facts.negotiation()
                .serverName()
                .or(() -> facts.connection().server().map(Departure::address))
                .map(called -> PathQuestion.server(facts.chain(Side.SERVER), TrustAnchors.none())
                        .named("", called))
                .map(PathCheck::hostName)
                .filter(Step::fails)
                .map(step -> Finding.guess(named ? Cause.WRONG_HOST : Cause.NO_IP_NAME)
                        .by(step, facts.chain(Side.SERVER)));
    }

    private static String address(InetSocketAddress address) {
        return address.getAddress().getHostAddress();
    }

    /**
     * Whether the other side ended the connection without close_notify (RFC 8446 §6.1, RFC 5246 §7.2.1) while this side
     * could see it: then nobody can tell that end from one that somebody on the way has made. Of our own peers both say
     * close_notify, unless somebody has meddled with their bytes.
     */
    static boolean isUnannounced(Facts facts, Side judge) {
        Side other = judge.other();
        if (facts.isWireAlone()) {
            return facts.connection().isAltered() && !mayHaveAnnounced(facts, other);
        }
        boolean strange = !facts.isOurs(other) || facts.connection().isAltered();
        return strange
                && facts.success(judge).isPresent()
                && (facts.isReadToEnd(other)
                        || (facts.isOurs(other) && facts.connection().isOver()))
                && !mayHaveAnnounced(facts, other)
                && (judge == Side.SERVER ? !hasWholeRequest(facts) : facts.isOurs(other) || leftFirst(facts, other));
    }

    /** What comes behind a record that does not open nobody reads any more; what is not known may say anything. */
    private static boolean mayHaveAnnounced(Facts facts, Side side) {
        for (RecordEntry record : facts.records(side)) {
            if (record.unopened().isPresent()) {
                return record.unopened().get() != Unopened.DAMAGED;
            }
            boolean said = record.events().stream()
                    .map(index -> facts.events().get(index).message())
                    .anyMatch(
                            message -> message instanceof Message.Alert alert && alert.description() != USER_CANCELED);
            if (said) {
                return true;
            }
        }
        return false;
    }

    /** RFC 9112 §9.8: a client that has said all may close as it likes. */
    private static boolean hasWholeRequest(Facts facts) {
        return facts.success(Side.SERVER)
                .map(Outcome.Success::received)
                .filter(words -> words.contains("\r\n\r\n"))
                .filter(words -> WHOLE_REQUEST.matcher(words).matches())
                .isPresent();
    }

    private static boolean leftFirst(Facts facts, Side side) {
        OptionalLong left = left(facts, side);
        return left.isPresent() && left.getAsLong() <= left(facts, side.other()).orElse(Long.MAX_VALUE);
    }

    /** When a side said that it has no more to say, by TLS or by TCP alone. */
    private static OptionalLong left(Facts facts, Side side) {
        LongStream said = facts.events().stream()
                .filter(event -> event.fromClient() == (side == Side.CLIENT))
                .filter(event -> event.message() instanceof Message.Alert)
                .mapToLong(event -> event.nanos());
        LongStream ended = facts.isReadToEnd(side) ? facts.endNanos(side).stream() : LongStream.empty();
        return LongStream.concat(said, ended).min();
    }
}
