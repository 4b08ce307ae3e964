package org.mtlsplayground.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.mtlsplayground.codepoint.SuiteParts;
import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.secrets.RecordDecryptor;
import org.mtlsplayground.secrets.Tls12;
import org.mtlsplayground.secrets.Tls13;
import org.mtlsplayground.transcript.DerivedSecret;
import org.mtlsplayground.transcript.RecordEntry;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The decryptor alone: from the shared secret of one mutual handshake through its key schedule to the content of each
 * encrypted record. The transcript hashes are given.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class DecryptBenchmark {
    /** Which handshake. */
    @Param
    public TlsVersion version;

    private Schedule schedule;
    private List<Sealed> records;

    /** Plays the handshake once. */
    @Setup
    public void play() throws Exception {
        SavedHandshake saved = SavedHandshake.play(version);
        schedule = version == TlsVersion.TLS_1_3 ? schedule13(saved) : schedule12(saved);
        records = sealed(saved);
    }

    /** All encrypted records; returns how many bytes were in them. */
    @Benchmark
    public int decrypt() {
        Map<Key, RecordDecryptor> decryptors = schedule.derive();
        int bytes = 0;
        for (Sealed record : records) {
            bytes += decryptors
                    .get(record.key())
                    .open(record.bytes())
                    .orElseThrow()
                    .content()
                    .length;
        }
        return bytes;
    }

    /** Which records a key opens: of TLS 1.3's two in each direction the second takes over behind Finished. */
    private record Key(boolean fromClient, boolean second) {}

    private record Sealed(Key key, byte[] bytes) {}

    @FunctionalInterface
    private interface Schedule {
        Map<Key, RecordDecryptor> derive();
    }

    private List<Sealed> sealed(SavedHandshake saved) {
        Map<Boolean, Boolean> finished = new HashMap<>();
        List<Sealed> sealed = new ArrayList<>();
        for (RecordEntry record : saved.records()) {
            boolean second = finished.getOrDefault(record.fromClient(), false);
            if (record.encrypted()) {
                sealed.add(new Sealed(new Key(record.fromClient(), second), record.bytes()));
            }
            boolean finishes = record.events().stream()
                    .anyMatch(event -> saved.events().get(event).message() instanceof Handshake.Finished);
            finished.merge(record.fromClient(), finishes && version == TlsVersion.TLS_1_3, Boolean::logicalOr);
        }
        return sealed;
    }

    /** RFC 8446 §7.1. */
    private static Schedule schedule13(SavedHandshake saved) throws Exception {
        SuiteParts suite = saved.suite();
        byte[] shared = saved.secret(DerivedSecret.SHARED);
        byte[] hello = saved.hashTo(Handshake.ServerHello.class, false);
        byte[] finished = saved.hashTo(Handshake.Finished.class, false);
        return () -> {
            Map<Key, RecordDecryptor> decryptors = new HashMap<>();
            Tls13.HandshakeSecret handshake =
                    Tls13.early(suite, Optional.empty()).handshake(Optional.of(shared));
            Tls13.MasterSecret master = handshake.master();
            for (boolean client : new boolean[] {true, false}) {
                decryptors.put(
                        new Key(client, false),
                        handshake.traffic(client, hello).decryptor().orElseThrow());
                decryptors.put(
                        new Key(client, true),
                        master.traffic(client, finished).decryptor().orElseThrow());
            }
            return decryptors;
        };
    }

    /** RFC 7627 §4, RFC 5246 §6.3. */
    private static Schedule schedule12(SavedHandshake saved) throws Exception {
        SuiteParts suite = saved.suite();
        byte[] preMaster = saved.secret(DerivedSecret.PRE_MASTER);
        byte[] session = saved.hashTo(Handshake.ClientKeyExchange.class, true);
        byte[] ofClient = saved.first(Handshake.ClientHello.class).random();
        byte[] ofServer = saved.first(Handshake.ServerHello.class).random();
        return () -> {
            Tls12.Keys keys = Tls12.extendedMaster(suite, preMaster, session).keys(ofClient, ofServer);
            return Map.of(
                    new Key(true, false), keys.decryptor(true, false).orElseThrow(),
                    new Key(false, false), keys.decryptor(false, false).orElseThrow());
        };
    }
}
