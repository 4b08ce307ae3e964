package org.mtlsplayground.transcript;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.codepoint.SuiteParts;
import org.mtlsplayground.dissect.Extension;
import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.secrets.KeyLogEntry;
import org.mtlsplayground.secrets.RecordDecryptor;
import org.mtlsplayground.secrets.Tls13;

/** What opens the data that a TLS 1.3 client sends ahead of the server's answer (RFC 8446 §2.3, §4.2.10). */
final class EarlyData {
    private EarlyData() {}

    /** Empty if the client sends none, or the session that it resumes is not known. */
    static Optional<Protection> of(KeyContext context, Handshake.ClientHello hello, byte[] bytes) {
        if (Extension.find(hello.extensions(), Extension.EarlyData.class).isEmpty()) {
            return Optional.empty();
        }
        Optional<byte[]> logged = context.logged(KeyLogEntry.CLIENT_EARLY_TRAFFIC_SECRET, hello.random());
        if (logged.isPresent()) {
            return Optional.of(fromLog(context, hello, logged.get()));
        }
        return Extension.find(hello.extensions(), Extension.PreSharedKeyOffer.class)
                .filter(offer -> !offer.identities().isEmpty())
                .flatMap(offer ->
                        context.sessions().apply(offer.identities().get(0).identity()))
                .filter(Session::isKnown)
                .map(session -> fromSession(context, session, bytes));
    }

    private static Protection fromSession(KeyContext context, Session session, byte[] bytes) {
        TranscriptHash hash = new TranscriptHash();
        hash.add(bytes);
        hash.use(session.suite().hash());
        Tls13.TrafficSecret secret =
                Tls13.early(session.suite(), Optional.of(session.secret())).clientTraffic(hash.now());
        context.secrets()
                .traffic(
                        DerivedSecret.CLIENT_EARLY_TRAFFIC,
                        "c e traffic",
                        secret.value(),
                        Direction.CLIENT_TO_SERVER,
                        DerivedSecret.EARLY);
        context.secrets().log(KeyLogEntry.CLIENT_EARLY_TRAFFIC_SECRET, secret.value());
        Protection protection = new Protection(context.secrets(), Unopened.UNSUPPORTED);
        protection.become(DerivedSecret.CLIENT_EARLY_TRAFFIC, secret.decryptor());
        return protection;
    }

    /** A key log does not tell the suite of the session, so each that was offered is tried. */
    private static Protection fromLog(KeyContext context, Handshake.ClientHello hello, byte[] value) {
        context.secrets().logged(DerivedSecret.CLIENT_EARLY_TRAFFIC, value, Direction.CLIENT_TO_SERVER);
        context.secrets().log(KeyLogEntry.CLIENT_EARLY_TRAFFIC_SECRET, value);
        List<RecordDecryptor> candidates = hello.cipherSuites().stream()
                .flatMap(suite -> SuiteParts.of(suite).stream())
                .filter(suite ->
                        suite.keyExchange() == SuiteParts.KeyExchange.TLS_1_3 && suite.hashLength() == value.length)
                .flatMap(suite -> Tls13.traffic(suite, value).decryptor().stream())
                .toList();
        Protection protection = new Protection(context.secrets(), Unopened.UNSUPPORTED);
        protection.become(DerivedSecret.CLIENT_EARLY_TRAFFIC, Optional.of(new FirstThatOpens(candidates)));
        return protection;
    }

    private static final class FirstThatOpens implements RecordDecryptor {
        private List<RecordDecryptor> candidates;

        FirstThatOpens(List<RecordDecryptor> candidates) {
            this.candidates = candidates;
        }

        @Override
        public Optional<Opened> open(byte[] record) {
            return candidates.stream()
                    .flatMap(candidate -> attempt(candidate, record))
                    .findFirst();
        }

        private Stream<Opened> attempt(RecordDecryptor candidate, byte[] record) {
            Optional<Opened> opened = candidate.open(record);
            if (opened.isPresent()) {
                candidates = List.of(candidate);
            }
            return opened.stream();
        }

        @Override
        public void skip() {
            candidates.forEach(RecordDecryptor::skip);
        }
    }
}
