package org.mtlsplayground.transcript;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.codepoint.SuiteParts;
import org.mtlsplayground.dissect.Extension;
import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.secrets.RecordDecryptor;
import org.mtlsplayground.secrets.Tls13;

/** Follows a TLS 1.3 handshake from its ServerHello on (RFC 8446 §7). */
final class Tls13Keys implements ConnectionKeys {
    private static final byte[] NOT_KNOWN = {};

    private final KeyContext context;
    private final Tls13Secrets secrets;
    private final TranscriptHash hash;
    private final SuiteParts suite;
    private final boolean resumed;
    private final Map<Direction, Protection> protections = new EnumMap<>(Direction.class);
    private final Map<Direction, Tls13.TrafficSecret> traffic = new EnumMap<>(Direction.class);
    private final Map<Direction, Integer> generations = new EnumMap<>(Direction.class);
    private final List<Handshake.NewSessionTicket> tickets = new ArrayList<>();
    /** Directions whose first protected record is still to come. */
    private final Set<Direction> unproven = EnumSet.allOf(Direction.class);

    private final byte[] hashOfHellos;
    private Optional<Protection> early;
    private boolean serverFinished;
    private boolean clientFinished;

    /**
     * Takes up the schedule where the ServerHello has been seen.
     *
     * @param hash over all messages up to and with the ServerHello
     * @param early what opens early data, if the client may have sent some
     */
    Tls13Keys(
            KeyContext context,
            TranscriptHash hash,
            SuiteParts suite,
            Handshake.ClientHello hello,
            Handshake.ServerHello answer,
            Optional<Protection> early) {
        this.context = context;
        this.hash = hash;
        this.suite = suite;
        this.early = early;
        resumed = Extension.find(answer.extensions(), Extension.PreSharedKeyChosen.class)
                .isPresent();
        for (Direction direction : Direction.values()) {
            protections.put(direction, new Protection(context.secrets(), context.noKey()));
            generations.put(direction, 0);
        }
        secrets = Tls13Secrets.begin(context, suite, hello, answer);
        hashOfHellos = hash.now();
        for (Direction direction : Direction.values()) {
            Optional<Tls13.TrafficSecret> secret = secrets.handshakeTraffic(direction, hashOfHellos);
            if (secret.isPresent()) {
                become(direction, Tls13Secrets.handshakeId(direction), secret.get());
            } else {
                protections.get(direction).lose(secrets.problem());
            }
        }
    }

    private void become(Direction direction, String id, Tls13.TrafficSecret secret) {
        traffic.put(direction, secret);
        protections.get(direction).become(id, secret.decryptor());
    }

    @Override
    public void see(Direction direction, Handshake message, byte[] bytes) {
        if (message instanceof Handshake.KeyUpdate) {
            update(direction);
        } else if (message instanceof Handshake.NewSessionTicket ticket) {
            tickets.add(ticket);
            rememberTickets();
        } else if (!clientFinished) {
            prove(direction, message);
            hash.add(bytes);
            if (message instanceof Handshake.EndOfEarlyData) {
                early = Optional.empty();
            } else if (message instanceof Handshake.Finished && direction == Direction.SERVER_TO_CLIENT) {
                serverIsDone();
            } else if (message instanceof Handshake.Finished) {
                clientIsDone();
            }
        }
    }

    /** What a side sends to prove itself speaks of the messages before it. */
    private void prove(Direction by, Handshake message) {
        boolean ofClient = by == Direction.CLIENT_TO_SERVER;
        if (message instanceof Handshake.Certificate certificate
                && !certificate.entries().isEmpty()) {
            context.proofs().leaf(by, certificate.entries().get(0).der());
        } else if (message instanceof Handshake.CertificateVerify verify) {
            byte[] content = SignatureCheck.tls13Content(ofClient, hash.now());
            context.proofs().signed(by, verify.signatureScheme(), content, verify.signature());
        } else if (message instanceof Handshake.Finished finished && traffic.containsKey(by)) {
            byte[] expected = traffic.get(by).verifyData(hash.now());
            context.proofs().finished(by, expected, finished.verifyData());
        }
    }

    private void serverIsDone() {
        if (serverFinished) {
            return;
        }
        serverFinished = true;
        secrets.serverFinished(hash.now());
        becomeApplication(Direction.SERVER_TO_CLIENT, DerivedSecret.SERVER_TRAFFIC);
    }

    private void clientIsDone() {
        clientFinished = true;
        secrets.clientFinished(hash.now());
        becomeApplication(Direction.CLIENT_TO_SERVER, DerivedSecret.CLIENT_TRAFFIC);
        rememberTickets();
    }

    /** A key log may end before the keys of the data: a server that refuses never needs the client's. */
    private void becomeApplication(Direction direction, String id) {
        Optional<Tls13.TrafficSecret> secret = secrets.applicationTraffic(direction);
        if (secret.isPresent()) {
            become(direction, id + 0, secret.get());
        } else {
            traffic.remove(direction);
            protections.get(direction).lose(Unopened.KEY_NOT_FOUND);
        }
    }

    private void rememberTickets() {
        if (clientFinished) {
            for (Handshake.NewSessionTicket ticket : tickets) {
                byte[] psk = secrets.psk(ticket.nonce()).orElse(NOT_KNOWN);
                context.remembered().remember(ticket.ticket(), context.session(psk, suite));
            }
            tickets.clear();
        }
    }

    /** RFC 8446 §4.6.3, §7.2: what follows in this direction has the next key. */
    private void update(Direction direction) {
        Tls13.TrafficSecret before = traffic.get(direction);
        if (before != null) {
            int generation = generations.merge(direction, 1, Integer::sum);
            String id = direction == Direction.CLIENT_TO_SERVER
                    ? DerivedSecret.CLIENT_TRAFFIC
                    : DerivedSecret.SERVER_TRAFFIC;
            Tls13.TrafficSecret next = before.next();
            context.secrets().traffic(id + generation, "traffic upd", next.value(), direction, id + (generation - 1));
            become(direction, id + generation, next);
        }
    }

    @Override
    public void changeCipherSpec(Direction direction) {
        // RFC 8446 appendix D.4: it is there for middleboxes alone.
    }

    @Override
    public Optional<RecordDecryptor.Opened> open(Direction direction, byte[] record, int index) {
        Protection protection = protections.get(direction);
        Optional<RecordDecryptor.Opened> opened = protection.open(record, index);
        if (opened.isPresent()) {
            unproven.remove(direction);
            return opened;
        }
        if (direction == Direction.CLIENT_TO_SERVER && early.isPresent()) {
            Optional<RecordDecryptor.Opened> sentEarly = early.get().open(record, index);
            if (sentEarly.isPresent()) {
                return sentEarly;
            }
        }
        if (unproven.remove(direction) && becomeUnpadded(direction, record)) {
            return protection.open(record, index);
        }
        protection.skip();
        return Optional.empty();
    }

    /** Takes the other reading of the shared secret, if that opens the record; the server's holds for the secrets to come. */
    private boolean becomeUnpadded(Direction direction, byte[] record) {
        Optional<Tls13.TrafficSecret> other = secrets.unpaddedHandshakeTraffic(direction, hashOfHellos)
                .filter(secret -> secret.decryptor()
                        .flatMap(decryptor -> decryptor.open(record))
                        .isPresent());
        if (other.isPresent() && direction == Direction.SERVER_TO_CLIENT) {
            secrets.useUnpadded();
        }
        other.ifPresent(secret -> {
            secrets.handshakeTraffic(direction, secret);
            become(direction, Tls13Secrets.handshakeId(direction), secret);
        });
        return other.isPresent();
    }

    @Override
    public Unopened reason(Direction direction) {
        return protections.get(direction).reason();
    }

    @Override
    public boolean resumed() {
        return resumed;
    }
}
