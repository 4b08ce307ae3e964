package org.mtlsplayground.transcript;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.codepoint.SuiteParts;
import org.mtlsplayground.dissect.Extension;
import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.secrets.KeyLogEntry;
import org.mtlsplayground.secrets.Tls13;

/**
 * The secrets of one TLS 1.3 connection, stage by stage: from the key exchange where a private key or a pre-shared key is
 * known, else from the key log that came with the connection.
 */
final class Tls13Secrets {
    private final KeyContext context;
    private final SuiteParts suite;
    private final byte[] clientRandom;
    private final Unopened problem;
    private final Optional<Tls13.EarlySecret> early;
    private final Map<Direction, Tls13.TrafficSecret> application = new EnumMap<>(Direction.class);
    private final Optional<KeyContext.Agreed> unpadded;
    private Optional<Tls13.HandshakeSecret> handshake = Optional.empty();
    private Optional<Tls13.MasterSecret> master = Optional.empty();
    private Optional<byte[]> resumption = Optional.empty();

    private Tls13Secrets(
            KeyContext context,
            SuiteParts suite,
            byte[] clientRandom,
            Unopened problem,
            Optional<Tls13.EarlySecret> early,
            Optional<KeyContext.Agreed> agreed) {
        this.context = context;
        this.suite = suite;
        this.clientRandom = clientRandom;
        this.problem = problem;
        this.early = early;
        unpadded = agreed.filter(shared -> shared.secret().length > 0 && shared.secret()[0] == 0)
                .map(KeyContext.Agreed::stripped);
    }

    private static Tls13Secrets none(KeyContext context, SuiteParts suite, byte[] clientRandom, Unopened problem) {
        return new Tls13Secrets(context, suite, clientRandom, problem, Optional.empty(), Optional.empty());
    }

    static String handshakeId(Direction direction) {
        return direction == Direction.CLIENT_TO_SERVER
                ? DerivedSecret.CLIENT_HANDSHAKE_TRAFFIC
                : DerivedSecret.SERVER_HANDSHAKE_TRAFFIC;
    }

    /** Derives what can be derived once the ServerHello is known. */
    static Tls13Secrets begin(
            KeyContext context, SuiteParts suite, Handshake.ClientHello hello, Handshake.ServerHello answer) {
        Optional<Integer> chosen = Extension.find(answer.extensions(), Extension.PreSharedKeyChosen.class)
                .map(Extension.PreSharedKeyChosen::identity);
        Optional<byte[]> psk = chosen.flatMap(index -> psk(context, hello, index));
        if (context.logged(KeyLogEntry.CLIENT_HANDSHAKE_TRAFFIC_SECRET, hello.random())
                .isPresent()) {
            return none(context, suite, hello.random(), Unopened.KEY_NOT_FOUND);
        }
        if (chosen.isPresent()) {
            if (psk.isEmpty()) {
                return none(context, suite, hello.random(), Unopened.EARLIER_SESSION_UNKNOWN);
            }
            context.secrets().given(DerivedSecret.PSK, DerivedSecret.Origin.EARLIER_CONNECTION, psk.get());
        }
        Optional<Extension.KeyShareEntry> ofServer = share(answer.extensions(), 0);
        Optional<KeyContext.Agreed> agreed = ofServer.flatMap(share -> Extension.find(
                        hello.extensions(), Extension.KeyShare.class)
                .flatMap(offered -> offered.shares().stream()
                        .filter(offer -> offer.group() == share.group())
                        .findFirst())
                .flatMap(offer -> context.agree(share.group(), offer.keyExchange(), share.keyExchange(), false)));
        if (ofServer.isPresent() && agreed.isEmpty()) {
            return none(context, suite, hello.random(), context.noKey());
        }
        Tls13.EarlySecret early = Tls13.early(suite, psk);
        if (psk.isPresent()) {
            context.secrets().derived(DerivedSecret.EARLY, "", early.value(), DerivedSecret.PSK);
        } else {
            context.secrets().derived(DerivedSecret.EARLY, "", early.value());
        }
        Tls13Secrets begun =
                new Tls13Secrets(context, suite, hello.random(), context.noKey(), Optional.of(early), agreed);
        begun.agreeOn(agreed);
        return begun;
    }

    private void agreeOn(Optional<KeyContext.Agreed> shared) {
        handshake = early.map(secret -> secret.handshake(shared.map(KeyContext.Agreed::secret)));
        shared.ifPresent(with -> context.secrets().given(DerivedSecret.SHARED, with.origin(), with.secret()));
        String[] from = shared.isPresent()
                ? new String[] {DerivedSecret.EARLY, DerivedSecret.SHARED}
                : new String[] {DerivedSecret.EARLY};
        handshake.ifPresent(
                secret -> context.secrets().derived(DerivedSecret.HANDSHAKE, "derived", secret.value(), from));
    }

    /**
     * What a side uses that takes a finite field's shared secret without its leading zeros, as TLS 1.2 does, where RFC 8446
     * §7.4.1 has it padded. JSSE does, on 17 and on 25: two of it understand each other, but nobody else, once in 256
     * handshakes. Empty where the two are the same.
     */
    Optional<Tls13.TrafficSecret> unpaddedHandshakeTraffic(Direction direction, byte[] transcriptHash) {
        boolean ofClient = direction == Direction.CLIENT_TO_SERVER;
        return unpadded.flatMap(shared -> early.map(secret -> secret.handshake(Optional.of(shared.secret())))
                .map(secret -> secret.traffic(ofClient, transcriptHash)));
    }

    /** Goes on from the shared secret without its leading zeros. */
    void useUnpadded() {
        agreeOn(unpadded);
    }

    private static Optional<byte[]> psk(KeyContext context, Handshake.ClientHello hello, int chosen) {
        List<Extension.PskIdentity> offered = Extension.find(hello.extensions(), Extension.PreSharedKeyOffer.class)
                .map(Extension.PreSharedKeyOffer::identities)
                .orElse(List.of());
        return chosen >= offered.size()
                ? Optional.empty()
                : context.resume(offered.get(chosen).identity())
                        .filter(Session::isKnown)
                        .map(Session::secret);
    }

    private static Optional<Extension.KeyShareEntry> share(List<Extension> extensions, int index) {
        return Extension.find(extensions, Extension.KeyShare.class)
                .filter(share -> share.shares().size() > index)
                .map(share -> share.shares().get(index));
    }

    /** Why there is no secret, where there is none. */
    Unopened problem() {
        return problem;
    }

    /** The handshake traffic secret of a direction; empty if nothing tells it. */
    Optional<Tls13.TrafficSecret> handshakeTraffic(Direction direction, byte[] transcriptHash) {
        boolean ofClient = direction == Direction.CLIENT_TO_SERVER;
        String label =
                ofClient ? KeyLogEntry.CLIENT_HANDSHAKE_TRAFFIC_SECRET : KeyLogEntry.SERVER_HANDSHAKE_TRAFFIC_SECRET;
        String id = handshakeId(direction);
        if (handshake.isEmpty()) {
            return logged(label, id, direction);
        }
        Tls13.TrafficSecret secret = handshake.get().traffic(ofClient, transcriptHash);
        handshakeTraffic(direction, secret);
        return Optional.of(secret);
    }

    /** Notes what a direction uses. */
    void handshakeTraffic(Direction direction, Tls13.TrafficSecret secret) {
        boolean ofClient = direction == Direction.CLIENT_TO_SERVER;
        context.secrets()
                .traffic(
                        handshakeId(direction),
                        ofClient ? "c hs traffic" : "s hs traffic",
                        secret.value(),
                        direction,
                        DerivedSecret.HANDSHAKE);
        context.secrets()
                .log(
                        ofClient
                                ? KeyLogEntry.CLIENT_HANDSHAKE_TRAFFIC_SECRET
                                : KeyLogEntry.SERVER_HANDSHAKE_TRAFFIC_SECRET,
                        secret.value());
    }

    private Optional<Tls13.TrafficSecret> logged(String label, String id, Direction direction) {
        Optional<byte[]> value = context.logged(label, clientRandom);
        value.ifPresent(secret -> {
            context.secrets().logged(id, secret, direction);
            context.secrets().log(label, secret);
        });
        return value.map(secret -> Tls13.traffic(suite, secret));
    }

    /** Goes on to the secrets of application data; the hash is that of ClientHello to the server's Finished. */
    void serverFinished(byte[] transcriptHash) {
        master = handshake.map(Tls13.HandshakeSecret::master);
        master.ifPresent(secret ->
                context.secrets().derived(DerivedSecret.MASTER, "derived", secret.value(), DerivedSecret.HANDSHAKE));
        for (Direction direction : Direction.values()) {
            applicationSecret(direction, transcriptHash).ifPresent(secret -> application.put(direction, secret));
        }
        if (master.isPresent()) {
            byte[] exporter = master.get().exporter(transcriptHash);
            context.secrets().derived(DerivedSecret.EXPORTER, "exp master", exporter, DerivedSecret.MASTER);
            context.secrets().log(KeyLogEntry.EXPORTER_SECRET, exporter);
        } else {
            context.logged(KeyLogEntry.EXPORTER_SECRET, clientRandom).ifPresent(exporter -> {
                context.secrets().logged(DerivedSecret.EXPORTER, exporter, null);
                context.secrets().log(KeyLogEntry.EXPORTER_SECRET, exporter);
            });
        }
    }

    private Optional<Tls13.TrafficSecret> applicationSecret(Direction direction, byte[] transcriptHash) {
        boolean ofClient = direction == Direction.CLIENT_TO_SERVER;
        String label = ofClient ? KeyLogEntry.CLIENT_TRAFFIC_SECRET_0 : KeyLogEntry.SERVER_TRAFFIC_SECRET_0;
        String id = (ofClient ? DerivedSecret.CLIENT_TRAFFIC : DerivedSecret.SERVER_TRAFFIC) + 0;
        if (master.isEmpty()) {
            return logged(label, id, direction);
        }
        Tls13.TrafficSecret secret = master.get().traffic(ofClient, transcriptHash);
        context.secrets()
                .traffic(
                        id,
                        ofClient ? "c ap traffic" : "s ap traffic",
                        secret.value(),
                        direction,
                        DerivedSecret.MASTER);
        context.secrets().log(label, secret.value());
        return Optional.of(secret);
    }

    /** The first application traffic secret of a direction; empty before the server's Finished, or if nothing tells it. */
    Optional<Tls13.TrafficSecret> applicationTraffic(Direction direction) {
        return Optional.ofNullable(application.get(direction));
    }

    /** Goes on to what a later connection can resume; the hash is that of ClientHello to the client's Finished. */
    void clientFinished(byte[] transcriptHash) {
        resumption = master.map(secret -> secret.resumption(transcriptHash));
        resumption.ifPresent(secret ->
                context.secrets().derived(DerivedSecret.RESUMPTION, "res master", secret, DerivedSecret.MASTER));
    }

    /** The pre-shared key of a ticket with that nonce. */
    Optional<byte[]> psk(byte[] nonce) {
        return resumption.flatMap(secret -> master.map(from -> from.psk(secret, nonce)));
    }
}
