package org.mtlsplayground.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.mtlsplayground.ca.Role;
import org.mtlsplayground.peer.ClientAuthentication;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.RevocationChecking;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.peer.TlsNames;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.pki.TrustAnchors;

/**
 * A second connection of the same client, that may resume the session of the first: with the same settings, or with
 * something changed in between.
 *
 * @param client what the client is told now
 * @param server what the server is told now, if it was stopped and started anew; else it is the same one
 * @param between what is done, or waited for, between the two
 * @param what what changed, for people
 */
record Again(ClientSettings client, Optional<ServerSettings> server, Between between, String what) {
    /** What happens between the two connections. */
    interface Between {
        /** Blocks until the second may begin. */
        void run() throws InterruptedException;
    }

    /** Makes a change at random. */
    static final class Maker {
        private static final Duration SHORT_LIFE = Duration.ofSeconds(8);
        private static final int ALL_WAYS = 100;
        private static final List<String> SERVER_NAMES =
                List.of("", "localhost", "other.mtls.example.org", "server.mtls.example.org", "elsewhere.example");

        private final Random random;
        private final Pool pool;
        private ClientSettings client;
        private ServerSettings server;
        private Optional<ServerSettings> restarted = Optional.empty();
        private Between between = () -> {};

        /** @param client the settings of the first connection; the certificates of both sides may be replaced */
        Maker(Random random, Pool pool, ClientSettings client, ServerSettings server) {
            this.random = random;
            this.pool = pool;
            this.client = client;
            this.server = server;
        }

        /** What the first connection is to be made with: other than before where what is shown there is to become bad. */
        ClientSettings client() {
            return client;
        }

        ServerSettings server() {
            return server;
        }

        Again make() {
            client = client.toBuilder().resume(true).build();
            int way = random.nextInt(ALL_WAYS);
            if (way < 22) {
                return again(client, "nothing");
            }
            if (way < 26) {
                return again(client.toBuilder().resume(false).build(), "to resume nothing");
            }
            if (way < 68) {
                return ofClient(way);
            }
            return way < 90 ? ofServer(way) : meanwhile(way < 93);
        }

        private Again again(ClientSettings other, String what) {
            return new Again(other, restarted, between, what);
        }

        private Again ofClient(int way) {
            ClientSettings.Builder other = client.toBuilder();
            if (way < 34) {
                String name = any(SERVER_NAMES);
                return again(other.serverName(name).build(), "server name " + name);
            }
            if (way < 36) {
                String host = any(List.of("127.0.0.1", "localhost"));
                return again(other.host(host).build(), "host " + host);
            }
            if (way < 42) {
                boolean verify = !client.verifyHostName();
                return again(other.verifyHostName(verify).build(), "verifyHostName " + verify);
            }
            if (way < 48) {
                List<String> suites = some(TlsNames.cipherSuites().stream()
                        .filter(suite -> !suite.endsWith("_SCSV"))
                        .toList());
                return again(other.cipherSuites(suites).build(), "suites of client " + suites);
            }
            if (way < 51) {
                List<String> groups = some(TlsNames.namedGroups());
                return again(other.namedGroups(groups).build(), "groups of client " + groups);
            }
            if (way < 54) {
                List<String> schemes = some(TlsNames.signatureSchemes());
                return again(other.signatureSchemes(schemes).build(), "schemes of client " + schemes);
            }
            if (way < 58) {
                List<String> protocols = some(List.of("h2", "http/1.1", "mtls"));
                return again(other.applicationProtocols(protocols).build(), "alpn of client " + protocols);
            }
            if (way < 60) {
                TlsVersion version = any(List.of(TlsVersion.values()));
                return again(other.versions(EnumSet.of(version)).build(), "version " + version);
            }
            if (way < 62) {
                Holding holding = any(pool.of(Role.SERVER));
                return again(
                        other.trust(TrustAnchors.of(holding.trusted())).build(),
                        "client trusts that of “" + holding.name() + "”");
            }
            if (way < 64) {
                Holding holding = any(pool.of(Role.CLIENT));
                return again(other.identity(holding.identity()).build(), "client is “" + holding.name() + "”");
            }
            if (way < 65) {
                return again(other.identity(null).build(), "client shows nothing");
            }
            if (way < 66) {
                return again(other.jdkChooses(!client.jdkChooses()).build(), "jdkChooses otherwise");
            }
            if (way < 67) {
                return again(other.askStatus(!client.askStatus()).build(), "askStatus otherwise");
            }
            RevocationChecking checking = RevocationChecking.by(RevocationChecking.Source.CRL);
            return again(other.revocation(checking).build(), "revocation by CRL");
        }

        private Again ofServer(int way) {
            if (way < 73) {
                return anew(settings -> settings, "server started anew");
            }
            if (way < 79) {
                ClientAuthentication authentication = any(List.of(ClientAuthentication.values()));
                return anew(
                        settings -> settings.clientAuthentication(authentication),
                        "client authentication " + authentication);
            }
            if (way < 82) {
                Holding holding = any(pool.of(Role.CLIENT));
                return anew(
                        settings -> settings.trust(TrustAnchors.of(holding.trusted())),
                        "server trusts that of “" + holding.name() + "”");
            }
            if (way < 86) {
                Holding holding = any(pool.of(Role.SERVER));
                return anew(settings -> settings.identity(holding.identity()), "server is “" + holding.name() + "”");
            }
            TlsVersion version = any(List.of(TlsVersion.values()));
            return anew(settings -> settings.versions(Set.of(version)), "version of server " + version);
        }

        private Again anew(UnaryOperator<ServerSettings.Builder> change, String what) {
            restarted = Optional.of(change.apply(server.toBuilder()).build());
            return again(client, what);
        }

        /** One side's certificate, sound at first, is not when the second connection begins. */
        private Again meanwhile(boolean expires) {
            Role role = any(List.of(Role.CLIENT, Role.SERVER));
            Holding holding;
            if (expires) {
                Instant end = Instant.now().plus(SHORT_LIFE);
                holding = pool.expiring(role, end);
                Instant over = holding.leaf().getNotAfter().toInstant().plusMillis(1);
                between = () -> awaitClock(over);
            } else {
                Books.Revocable revocable = pool.revocable(role);
                holding = revocable.holding();
                between = revocable::revoke;
            }
            RevocationChecking checking =
                    expires ? RevocationChecking.off() : RevocationChecking.by(RevocationChecking.Source.OCSP);
            if (role == Role.CLIENT) {
                client = client.toBuilder().identity(holding.identity()).build();
                server = server.toBuilder()
                        .trust(TrustAnchors.of(holding.trusted()))
                        .revocation(checking)
                        .build();
            } else {
                server = server.toBuilder().identity(holding.identity()).build();
                client = client.toBuilder()
                        .trust(TrustAnchors.of(holding.trusted()))
                        .revocation(checking)
                        .build();
            }
            if (random.nextInt(4) == 0) {
                restarted = Optional.of(server);
            }
            return again(
                    client, role + (expires ? " expires" : " is revoked") + restarted.map(some -> ", server anew"));
        }

        private static void awaitClock(Instant moment) throws InterruptedException {
            Function<Instant, Duration> left = now -> Duration.between(now, moment);
            for (Duration wait = left.apply(Instant.now()); !wait.isNegative(); wait = left.apply(Instant.now())) {
                Thread.sleep(wait.toMillis() + 1);
            }
        }

        private <T> T any(List<T> list) {
            return list.get(random.nextInt(list.size()));
        }

        private List<String> some(List<String> all) {
            return all.stream().filter(one -> random.nextInt(3) > 0).toList();
        }
    }
}
