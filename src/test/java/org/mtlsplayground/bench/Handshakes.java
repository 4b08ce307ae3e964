package org.mtlsplayground.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.LoadException;
import org.mtlsplayground.pki.PkiFiles;
import org.mtlsplayground.pki.TrustAnchors;

/** How many full mutual handshakes a second go through our peers, and through plain JSSE sockets. */
final class Handshakes {
    private static final int CLIENTS = 2;
    private static final int ROUNDS = 11;
    private static final int COUPLES = 5;
    private static final long ROUND_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long WARM_UP_NANOS = TimeUnit.SECONDS.toNanos(5);

    /** A client and a server that have one connection after another: handshake, a message, an answer, the end. */
    interface Pair extends AutoCloseable {
        /** One whole connection; throws if it does not get through. */
        void connect() throws Exception;

        @Override
        void close() throws IOException;
    }

    /** The sample certificates, loaded once for both. */
    record Files(Identity server, Identity client, TrustAnchors serverCa, TrustAnchors clientCa) {
        static Files load() throws LoadException {
            return new Files(identity("server"), identity("client"), trust("server_ca"), trust("client_ca"));
        }

        private static Identity identity(String name) throws LoadException {
            return new Identity(
                    PkiFiles.certificates(path(name + ".crt"), null), PkiFiles.privateKey(path(name + ".key"), null));
        }

        private static TrustAnchors trust(String name) throws LoadException {
            return PkiFiles.trustAnchors(path(name + ".crt"), null);
        }

        private static Path path(String file) {
            return Path.of("sample-certs", file);
        }
    }

    private Handshakes() {}

    /**
     * Measures both in turn, each in a JVM of its own: in one JVM the compiler would shape JSSE's code for the pair that ran
     * first. As two JVMs never compile alike either, several couples of them fight, and the middle fight counts.
     */
    static Duel measure(TlsVersion version) throws Exception {
        List<Duel> duels = new ArrayList<>();
        for (int couple = 0; couple < COUPLES; couple++) {
            try (HandshakeJvm ours = new HandshakeJvm(HandshakeJvm.TAPPED, version);
                    HandshakeJvm theirs = new HandshakeJvm(HandshakeJvm.PLAIN, version)) {
                duels.add(Duel.fight(ROUNDS, ours::round, theirs::round));
            }
        }
        duels.sort(Comparator.comparingDouble(Duel::ratio));
        return duels.get(COUPLES / 2);
    }

    static double warmUp(ExecutorService clients, Pair pair) throws Exception {
        return perSecond(clients, pair, WARM_UP_NANOS);
    }

    static double round(ExecutorService clients, Pair pair) throws Exception {
        return perSecond(clients, pair, ROUND_NANOS);
    }

    static ExecutorService clients() {
        return Executors.newFixedThreadPool(CLIENTS);
    }

    private static double perSecond(ExecutorService clients, Pair pair, long nanos) throws Exception {
        long begin = System.nanoTime();
        List<Future<Integer>> running = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            running.add(clients.submit(() -> connectUntil(pair, begin + nanos)));
        }
        int count = 0;
        for (Future<Integer> one : running) {
            count += one.get();
        }
        return count * 1e9 / (System.nanoTime() - begin);
    }

    private static int connectUntil(Pair pair, long end) throws Exception {
        int count = 0;
        while (System.nanoTime() < end) {
            pair.connect();
            count++;
        }
        return count;
    }
}
