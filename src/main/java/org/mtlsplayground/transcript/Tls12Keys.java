package org.mtlsplayground.transcript;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.codepoint.SuiteParts;
import org.mtlsplayground.dissect.Extension;
import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.secrets.RecordDecryptor;

/** Follows a TLS 1.2 handshake from its ServerHello on (RFC 5246 §7.3, RFC 7627, RFC 5077). */
final class Tls12Keys implements ConnectionKeys {
    private static final int HEADER = 4;

    private final KeyContext context;
    private final Tls12Secrets secrets;
    private final TranscriptHash hash;
    private final SuiteParts suite;
    private final Handshake.ClientHello hello;
    private final Handshake.ServerHello answer;
    private final Map<Direction, Protection> protections = new EnumMap<>(Direction.class);
    private final List<byte[]> tickets = new ArrayList<>();
    private Optional<Handshake.ServerKeyExchange> serverExchange = Optional.empty();
    private boolean exchanged;

    /** Whether the session that is resumed has been looked for. */
    private boolean takenUp;

    /**
     * Takes up the schedule where the ServerHello has been seen.
     *
     * @param hash over all messages up to and with the ServerHello
     * @param before the keys of the handshake before this one, whose protection stays until ChangeCipherSpec; empty if
     *     this is the connection's first
     */
    Tls12Keys(
            KeyContext context,
            TranscriptHash hash,
            SuiteParts suite,
            Handshake.ClientHello hello,
            Handshake.ServerHello answer,
            Optional<Tls12Keys> before) {
        this.context = context;
        this.hash = hash;
        this.suite = suite;
        this.hello = hello;
        this.answer = answer;
        this.secrets = new Tls12Secrets(context, suite, hello, answer);
        for (Direction direction : Direction.values()) {
            protections.put(
                    direction,
                    before.map(keys -> keys.protections.get(direction))
                            .orElseGet(() -> new Protection(context.secrets(), context.noKey())));
        }
        takeUp(resumed());
    }

    @Override
    public void see(Direction direction, Handshake message, byte[] bytes) {
        if (message instanceof Handshake.HelloRequest) {
            // RFC 5246 §7.4.1.1: no part of the transcript.
            return;
        }
        prove(direction, message);
        hash.add(bytes);
        if (message instanceof Handshake.ServerKeyExchange exchange) {
            serverExchange = Optional.of(exchange);
        } else if (message instanceof Handshake.ClientKeyExchange exchange) {
            exchanged = true;
            secrets.exchanged(serverExchange.map(Handshake.ServerKeyExchange::parameters), exchange, hash.now());
            remember();
        } else if (message instanceof Handshake.NewSessionTicket ticket) {
            tickets.add(ticket.ticket());
            remember();
        }
    }

    private void prove(Direction by, Handshake message) {
        if (message instanceof Handshake.Certificate certificate
                && !certificate.entries().isEmpty()) {
            context.proofs().leaf(by, certificate.entries().get(0).der());
        } else if (message instanceof Handshake.CertificateVerify verify) {
            context.proofs().signed(by, verify.signatureScheme(), hash.messages(), verify.signature());
        } else if (message instanceof Handshake.Finished finished) {
            secrets.master()
                    .ifPresent(master -> context.proofs()
                            .finished(
                                    by,
                                    master.verifyData(by == Direction.CLIENT_TO_SERVER, hash.now()),
                                    finished.verifyData()));
        }
    }

    /**
     * Notes the signature over the server's parameters (RFC 5246 §7.4.3).
     *
     * @param bytes the whole ServerKeyExchange
     */
    void signedParameters(Handshake.ServerKeyExchange exchange, byte[] bytes) {
        exchange.signatureScheme().ifPresent(scheme -> {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            content.writeBytes(hello.random());
            content.writeBytes(answer.random());
            content.writeBytes(Arrays.copyOfRange(bytes, HEADER, HEADER + exchange.signedLength()));
            context.proofs().signed(Direction.SERVER_TO_CLIENT, scheme, content.toByteArray(), exchange.signature());
        });
    }

    /** Looks for the session that is resumed, once. */
    private void takeUp(boolean resumes) {
        if (resumes && !takenUp) {
            takenUp = true;
            secrets.resumed();
            remember();
        }
    }

    private void remember() {
        secrets.master().ifPresent(master -> {
            Session session = context.session(master.value(), suite);
            tickets.forEach(ticket -> context.remembered().remember(ticket, session));
            tickets.clear();
            context.remembered().remember(answer.sessionId(), session);
        });
    }

    @Override
    public void changeCipherSpec(Direction direction) {
        // RFC 5246 §7.3: without a key exchange the session is an earlier one.
        takeUp(!exchanged);
        Protection protection = new Protection(context.secrets(), secrets.problem());
        boolean etm = Extension.find(answer.extensions(), Extension.EncryptThenMac.class)
                .isPresent();
        secrets.protect(protection, direction, etm);
        protections.put(direction, protection);
    }

    @Override
    public Optional<RecordDecryptor.Opened> open(Direction direction, byte[] record, int index) {
        Protection protection = protections.get(direction);
        Optional<RecordDecryptor.Opened> opened = protection.open(record, index);
        if (opened.isEmpty()) {
            protection.skip();
        }
        return opened;
    }

    @Override
    public Unopened reason(Direction direction) {
        return protections.get(direction).reason();
    }

    /** RFC 5246 §7.3: a server that resumes echoes the client's session id; with tickets RFC 5077 §3.4 says the same. */
    @Override
    public boolean resumed() {
        return !exchanged && hello.sessionId().length > 0 && Arrays.equals(hello.sessionId(), answer.sessionId());
    }
}
