package org.mtlsplayground.bench;

import java.util.concurrent.TimeUnit;
import org.mtlsplayground.dissect.Extension;
import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.secrets.Draws;
import org.mtlsplayground.secrets.EphemeralKey;
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

/** Finding a client's ephemeral key again among what it drew, in a ClientHello that offers one for each of these groups. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class EphemeralKeyBenchmark {
    /** The groups of which JSSE sends a key share unasked, by their numbers on the wire (RFC 8446 §4.2.7). */
    public enum Group {
        /** RFC 7748. */
        X25519(29),
        /** P-256. */
        SECP256R1(23);

        private final int number;

        Group(int number) {
            this.number = number;
        }
    }

    /** Whose key. */
    @Param
    public Group group;

    private byte[] publicKey;
    private Draws draws;

    /** Plays a handshake once. */
    @Setup
    public void play() throws Exception {
        SavedHandshake saved = SavedHandshake.play(TlsVersion.TLS_1_3);
        draws = saved.capture().keys().draws(true);
        publicKey = Extension.find(saved.first(Handshake.ClientHello.class).extensions(), Extension.KeyShare.class)
                .flatMap(shares -> shares.shares().stream()
                        .filter(share -> share.group() == group.number)
                        .findFirst())
                .orElseThrow()
                .keyExchange();
    }

    /** The key that belongs to the key share. */
    @Benchmark
    public EphemeralKey recover() {
        return EphemeralKey.recover(group.number, publicKey, draws).orElseThrow();
    }
}
