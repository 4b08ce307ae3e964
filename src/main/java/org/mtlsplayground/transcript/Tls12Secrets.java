package org.mtlsplayground.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.codepoint.SuiteParts;
import org.mtlsplayground.dissect.Extension;
import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.secrets.KeyLogEntry;
import org.mtlsplayground.secrets.RecordDecryptor;
import org.mtlsplayground.secrets.RsaPreMaster;
import org.mtlsplayground.secrets.Tls12;

/** The secrets of one TLS 1.2 handshake: pre-master, master, key block (RFC 5246 §8.1, §6.3). */
final class Tls12Secrets {
    private final KeyContext context;
    private final SuiteParts suite;
    private final Handshake.ClientHello hello;
    private final Handshake.ServerHello answer;

    /** More than one only where the client's draws leave a choice; the first record that opens settles it. */
    private List<KeyContext.Agreed> preMasters = List.of();

    private byte[] sessionHash = {};
    private Optional<Tls12.MasterSecret> master = Optional.empty();
    private Optional<Tls12.Keys> keys = Optional.empty();
    private Unopened problem;

    Tls12Secrets(KeyContext context, SuiteParts suite, Handshake.ClientHello hello, Handshake.ServerHello answer) {
        this.context = context;
        this.suite = suite;
        this.hello = hello;
        this.answer = answer;
        this.problem = context.noKey();
        context.logged(KeyLogEntry.CLIENT_RANDOM, hello.random())
                .ifPresent(secret -> known(secret, DerivedSecret.Origin.KEY_LOG));
    }

    Optional<Tls12.MasterSecret> master() {
        return master;
    }

    /** Why there is no master secret, where there is none. */
    Unopened problem() {
        return problem;
    }

    private void known(byte[] secret, DerivedSecret.Origin origin) {
        context.secrets().given(DerivedSecret.MASTER, origin, secret);
        settle(Tls12.known(suite, secret));
    }

    private void settle(Tls12.MasterSecret secret) {
        master = Optional.of(secret);
        keys = Optional.of(secret.keys(hello.random(), answer.random()));
        context.secrets().log(KeyLogEntry.CLIENT_RANDOM, secret.value());
        context.secrets()
                .derived(DerivedSecret.KEY_BLOCK, "key expansion", keys.get().keyBlock(), DerivedSecret.MASTER);
    }

    /** The session of the ticket or the id that the client offered. */
    void resumed() {
        Optional<byte[]> ticket = Extension.find(hello.extensions(), Extension.SessionTicket.class)
                .map(Extension.SessionTicket::ticket)
                .filter(bytes -> bytes.length > 0);
        Optional<Session> session = ticket.flatMap(context::resume)
                .or(() -> answer.sessionId().length == 0 ? Optional.empty() : context.resume(answer.sessionId()));
        if (master.isPresent()) {
            // From a key log; the session only tells who is who.
            return;
        }
        if (session.isPresent()) {
            known(session.get().secret(), DerivedSecret.Origin.EARLIER_CONNECTION);
        } else {
            problem = Unopened.EARLIER_SESSION_UNKNOWN;
        }
    }

    /**
     * Derives the master secret once both halves of the key exchange are known.
     *
     * @param sessionHash over all messages to ClientKeyExchange (RFC 7627 §3)
     */
    void exchanged(
            Optional<Handshake.KeyExchangeParameters> ofServer,
            Handshake.ClientKeyExchange ofClient,
            byte[] sessionHash) {
        if (master.isPresent()) {
            return;
        }
        this.sessionHash = sessionHash;
        preMasters = preMasters(ofServer, ofClient.exchange());
        if (preMasters.size() == 1) {
            choose(preMasters.get(0));
        }
    }

    private void choose(KeyContext.Agreed preMaster) {
        context.secrets().given(DerivedSecret.PRE_MASTER, preMaster.origin(), preMaster.secret());
        Tls12.MasterSecret secret = masterOf(preMaster);
        String label = isExtended() ? "extended master secret" : "master secret";
        context.secrets().derived(DerivedSecret.MASTER, label, secret.value(), DerivedSecret.PRE_MASTER);
        settle(secret);
    }

    private boolean isExtended() {
        return Extension.find(answer.extensions(), Extension.ExtendedMasterSecret.class)
                        .isPresent()
                && Extension.find(hello.extensions(), Extension.ExtendedMasterSecret.class)
                        .isPresent();
    }

    private Tls12.MasterSecret masterOf(KeyContext.Agreed preMaster) {
        return isExtended()
                ? Tls12.extendedMaster(suite, preMaster.secret(), sessionHash)
                : Tls12.master(suite, preMaster.secret(), hello.random(), answer.random());
    }

    private List<KeyContext.Agreed> preMasters(Optional<Handshake.KeyExchangeParameters> ofServer, byte[] ofClient) {
        if (ofServer.orElse(null) instanceof Handshake.EcParameters ec) {
            return context.agree(ec.group(), ofClient, ec.publicKey(), true).stream()
                    .toList();
        }
        if (ofServer.orElse(null) instanceof Handshake.DhParameters dh) {
            return context.agree(dh.p(), dh.g(), ofClient, dh.publicKey()).stream()
                    .toList();
        }
        if (suite.keyExchange() == SuiteParts.KeyExchange.RSA) {
            return rsa(ofClient);
        }
        problem = Unopened.UNSUPPORTED;
        return List.of();
    }

    private List<KeyContext.Agreed> rsa(byte[] encrypted) {
        Optional<KeyContext.Agreed> decrypted = context.material()
                .serverKey()
                .flatMap(key -> RsaPreMaster.decrypt(key, encrypted))
                .map(secret -> new KeyContext.Agreed(secret, DerivedSecret.Origin.SERVER_KEY));
        if (decrypted.isPresent()) {
            return List.of(decrypted.get());
        }
        List<KeyContext.Agreed> drawn = new ArrayList<>();
        for (byte[] secret : RsaPreMaster.candidates(context.material().draws(true), hello.legacyVersion())) {
            drawn.add(new KeyContext.Agreed(secret, DerivedSecret.Origin.CLIENT_DRAWS));
        }
        return drawn;
    }

    /** Sets what opens the records of a direction after its ChangeCipherSpec. */
    void protect(Protection protection, Direction direction, boolean encryptThenMac) {
        boolean fromClient = direction == Direction.CLIENT_TO_SERVER;
        if (keys.isPresent()) {
            protection.become(DerivedSecret.KEY_BLOCK, keys.get().decryptor(fromClient, encryptThenMac));
        } else if (preMasters.size() > 1) {
            protection.become(DerivedSecret.KEY_BLOCK, Optional.of(new Choice(fromClient, encryptThenMac)));
        }
    }

    /** Tries each pre-master secret on the first record, which tells the right one. */
    private final class Choice implements RecordDecryptor {
        private final boolean fromClient;
        private final boolean encryptThenMac;
        private Optional<RecordDecryptor> chosen = Optional.empty();

        Choice(boolean fromClient, boolean encryptThenMac) {
            this.fromClient = fromClient;
            this.encryptThenMac = encryptThenMac;
        }

        @Override
        public Optional<Opened> open(byte[] record) {
            if (chosen.isEmpty() && keys.isPresent()) {
                chosen = keys.get().decryptor(fromClient, encryptThenMac);
            }
            if (chosen.isPresent()) {
                return chosen.get().open(record);
            }
            for (KeyContext.Agreed candidate : preMasters) {
                Optional<RecordDecryptor> decryptor = masterOf(candidate)
                        .keys(hello.random(), answer.random())
                        .decryptor(fromClient, encryptThenMac);
                Optional<Opened> opened = decryptor.flatMap(with -> with.open(record));
                if (opened.isPresent()) {
                    choose(candidate);
                    chosen = decryptor;
                    return opened;
                }
            }
            return Optional.empty();
        }

        @Override
        public void skip() {
            chosen.ifPresent(RecordDecryptor::skip);
        }
    }
}
