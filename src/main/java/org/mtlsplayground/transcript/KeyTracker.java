package org.mtlsplayground.transcript;

import java.util.Optional;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.codepoint.SuiteParts;
import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.secrets.RecordDecryptor;

/** Follows the handshakes of one connection from its first message, and opens its records where the keys are known. */
final class KeyTracker {
    private static final int TLS_1_2 = 0x0303;
    private static final int TLS_1_3 = 0x0304;

    private final KeyContext context;
    private TranscriptHash hash = new TranscriptHash();
    private Optional<Handshake.ClientHello> hello = Optional.empty();
    private Optional<Protection> early = Optional.empty();
    private Optional<ConnectionKeys> keys = Optional.empty();
    private Unopened reason = Unopened.NO_BEGINNING;

    KeyTracker(KeyContext context) {
        this.context = context;
    }

    /** Whether the present handshake resumes an earlier session. */
    boolean resumed() {
        return keys.filter(ConnectionKeys::resumed).isPresent();
    }

    /**
     * A handshake message was seen, in clear or opened.
     *
     * @param bytes the whole message
     */
    void see(Direction direction, Handshake message, byte[] bytes) {
        if (message instanceof Handshake.ClientHello opening) {
            begin(opening, bytes);
        } else if (message instanceof Handshake.ServerHello answer && hello.isPresent()) {
            answered(hello.get(), answer, bytes);
        } else {
            keys.ifPresent(following -> {
                following.see(direction, message, bytes);
                if (message instanceof Handshake.ServerKeyExchange exchange && following instanceof Tls12Keys tls12) {
                    tls12.signedParameters(exchange, bytes);
                }
            });
        }
    }

    private void begin(Handshake.ClientHello opening, byte[] bytes) {
        if (hello.isPresent() && keys.isPresent()) {
            // A handshake within the connection (RFC 5246 §7.4.1.2), which begins a transcript of its own.
            hash = new TranscriptHash();
        }
        hello = Optional.of(opening);
        context.secrets().of(opening.random());
        hash.add(bytes);
        early = early.or(() -> EarlyData.of(context, opening, bytes));
        reason = context.noKey();
    }

    private void answered(Handshake.ClientHello opening, Handshake.ServerHello answer, byte[] bytes) {
        Optional<SuiteParts> suite = SuiteParts.of(answer.cipherSuite());
        if (suite.isEmpty()) {
            reason = Unopened.UNSUPPORTED;
            keys = Optional.empty();
        } else if (answer.helloRetryRequest()) {
            hash.replaceByHash(suite.get().hash());
            hash.add(bytes);
        } else {
            hash.add(bytes);
            hash.use(suite.get().hash());
            keys = follow(opening, answer, suite.get());
            if (keys.isEmpty()) {
                reason = Unopened.UNSUPPORTED;
            }
        }
    }

    private Optional<ConnectionKeys> follow(
            Handshake.ClientHello opening, Handshake.ServerHello answer, SuiteParts suite) {
        if (answer.version() == TLS_1_3) {
            hash.dropMessages();
            return Optional.of(new Tls13Keys(context, hash, suite, opening, answer, early));
        }
        if (answer.version() == TLS_1_2) {
            Optional<Tls12Keys> before =
                    keys.filter(Tls12Keys.class::isInstance).map(Tls12Keys.class::cast);
            return Optional.of(new Tls12Keys(context, hash, suite, opening, answer, before));
        }
        return Optional.empty();
    }

    /** A ChangeCipherSpec was seen. */
    void changeCipherSpec(Direction direction) {
        keys.ifPresent(following -> following.changeCipherSpec(direction));
    }

    /**
     * Opens the next encrypted record of a direction.
     *
     * @param index the record's place in the connection
     */
    Optional<RecordDecryptor.Opened> open(Direction direction, byte[] record, int index) {
        if (keys.isPresent()) {
            return keys.get().open(direction, record, index);
        }
        return direction == Direction.CLIENT_TO_SERVER
                ? early.flatMap(protection -> protection.open(record, index))
                : Optional.empty();
    }

    /** Why the last record of this direction did not open. */
    Unopened reason(Direction direction) {
        return keys.map(following -> following.reason(direction)).orElse(reason);
    }
}
