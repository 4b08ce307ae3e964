package org.mtlsplayground.proof;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.mtlsplayground.ca.Fault;
import org.mtlsplayground.ca.Role;
import org.mtlsplayground.peer.ClientAuthentication;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.RevocationChecking;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.peer.TlsNames;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.TrustAnchors;

/**
 * Settings at random: any certificate in any slot, any option; mostly what goes together, so that handshakes get far enough.
 *
 * @param again how the client connects a second time, if it does
 * @param description what was chosen, for people
 */
record RandomCase(ClientSettings client, ServerSettings server, Optional<Again> again, String description) {
    /** So often, in a hundred, an option is left as it is. */
    private static final int USUAL = 94;

    /** So often, in a hundred, the client connects again. */
    private static final int AGAIN = 20;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final List<String> HOSTS = List.of("127.0.0.1", "127.0.0.1", "localhost");
    private static final List<String> SERVER_NAMES = List.of(
            "server.mtls.example.org",
            "server.mtls.example.org",
            "",
            "localhost",
            "other.mtls.example.org",
            "a.b.example.org");
    private static final List<String> CALLED =
            List.of("server.mtls.example.org", "*.mtls.example.org", "*.example.org", "localhost", "elsewhere.example");
    private static final List<String> PROTOCOLS = List.of("h2", "http/1.1", "mtls");
    private static final List<String> SUBJECTS = List.of("alice", "bob", "alice@mtls.example.org", "mallory", "ALICE");

    static RandomCase of(Random random, Pool pool) {
        return new Maker(random, pool).make();
    }

    private static final class Maker {
        private final Random random;
        private final Pool pool;
        private final List<String> told = new ArrayList<>();

        Maker(Random random, Pool pool) {
            this.random = random;
            this.pool = pool;
        }

        RandomCase make() {
            ClientSettings.Builder client = ClientSettings.builder().timeout(PATIENCE);
            ServerSettings.Builder server =
                    ServerSettings.builder().port(0).handshakeTimeout(PATIENCE).idleTimeout(PATIENCE);
            Holding ofClient = holding(Role.CLIENT);
            Holding ofServer = holding(Role.SERVER);
            told.add("client");
            identity(ofClient, client::identity);
            trust(ofServer, client::trust);
            told.add("server");
            identity(ofServer, server::identity);
            trust(ofClient, server::trust);
            told.addAll(List.of("versions", "" + versions(client::versions), "" + versions(server::versions)));
            set("authentication", any(List.of(ClientAuthentication.values())), server::clientAuthentication, 40);
            set("jdkChooses", true, client::jdkChooses, 70);
            set("verifyHostName", false, client::verifyHostName, 80);
            set("host", any(HOSTS), client::host, 0);
            set("serverName", any(SERVER_NAMES), client::serverName, 0);
            set("serverNames", some(CALLED, 2), server::serverNames, USUAL);
            set("alpn of client", some(PROTOCOLS, 2), client::applicationProtocols, USUAL);
            set("alpn of server", some(PROTOCOLS, 2), server::applicationProtocols, USUAL);
            set("subjects", some(SUBJECTS, 2), server::allowedSubjects, USUAL);
            set("suites of client", some(suites(), 6), client::cipherSuites, USUAL);
            set("suites of server", some(suites(), 6), server::cipherSuites, USUAL);
            set("groups of client", some(TlsNames.namedGroups(), 4), client::namedGroups, USUAL);
            set("groups of server", some(TlsNames.namedGroups(), 4), server::namedGroups, USUAL);
            set("schemes of client", some(TlsNames.signatureSchemes(), 10), client::signatureSchemes, USUAL);
            set("schemes of server", some(TlsNames.signatureSchemes(), 10), server::signatureSchemes, USUAL);
            revocation("client", ofServer, client::revocation);
            revocation("server", ofClient, server::revocation);
            set("askStatus", false, client::askStatus, USUAL);
            set("staple", true, server::staple, hasBooks(ofServer) ? 50 : USUAL);
            if (!happens(AGAIN)) {
                return new RandomCase(client.build(), server.build(), Optional.empty(), String.join(", ", told));
            }
            if (happens(80)) {
                sound(client, server);
            }
            Again.Maker maker = new Again.Maker(random, pool, client.build(), server.build());
            Again again = maker.make();
            told.add("and again, with a change of " + again.what());
            return new RandomCase(maker.client(), maker.server(), Optional.of(again), String.join(", ", told));
        }

        private <T> T any(List<T> list) {
            return list.get(random.nextInt(list.size()));
        }

        private boolean happens(int percent) {
            return random.nextInt(100) < percent;
        }

        /** Mostly one that is meant for the role. */
        private Holding holding(Role role) {
            Role from = happens(90) ? role : role == Role.CLIENT ? Role.SERVER : Role.CLIENT;
            Holding holding = any(pool.of(from));
            if (happens(25)) {
                holding = pool.of(role).stream()
                        .filter(one -> one.name().equals("of three"))
                        .findFirst()
                        .orElseThrow();
            }
            told.add(role + " has “" + holding.name() + (from == role ? "”" : "” of the other side"));
            return holding;
        }

        /** Without a session there is nothing to be resumed. */
        private void sound(ClientSettings.Builder client, ServerSettings.Builder server) {
            Holding ofClient = sound(Role.CLIENT);
            Holding ofServer = sound(Role.SERVER);
            told.add("instead “" + ofClient.name() + "” and “" + ofServer.name() + "”, trusted");
            client.identity(happens(80) ? ofClient.identity() : null).trust(TrustAnchors.of(ofServer.trusted()));
            server.identity(ofServer.identity()).trust(TrustAnchors.of(ofClient.trusted()));
        }

        private Holding sound(Role role) {
            return any(pool.of(role).stream()
                    .filter(one -> one.name().matches("(of |key |sample ).*|.* the books"))
                    .toList());
        }

        private void identity(Holding holding, Consumer<Identity> slot) {
            if (happens(3)) {
                told.add("shows nothing");
                slot.accept(null);
            } else if (happens(6)) {
                Holding other = any(pool.of(random.nextBoolean() ? Role.CLIENT : Role.SERVER));
                told.add("with the key of “" + other.name() + "”");
                slot.accept(new Identity(
                        holding.identity().chain(), other.identity().key()));
            } else {
                slot.accept(holding.identity());
            }
        }

        /** Whom the other side trusts. */
        private void trust(Holding holding, Consumer<TrustAnchors> slot) {
            List<X509Certificate> chosen = new ArrayList<>();
            int way = random.nextInt(100);
            if (way < 76) {
                chosen.addAll(holding.trusted());
            } else if (way < 82) {
                chosen.addAll(any(pool.anchors()));
            } else if (way < 86) {
                chosen.addAll(any(pool.of(random.nextBoolean() ? Role.CLIENT : Role.SERVER))
                        .trusted());
            } else if (way < 91) {
                List<X509Certificate> chain = holding.identity().chain();
                // Nobody can load garbage from a file of trusted certificates.
                boolean garbage = holding.name().equals(Fault.DER_GARBAGE.name());
                chosen.add(any(garbage ? chain.subList(1, chain.size()) : chain));
            } else if (way < 96) {
                chosen.addAll(holding.trusted());
                chosen.addAll(any(pool.anchors()));
                any(pool.of(random.nextBoolean() ? Role.CLIENT : Role.SERVER)).trusted().stream()
                        .filter(one -> !chosen.contains(one))
                        .forEach(chosen::add);
            } else if (way < 98) {
                told.add("trusts the JDK's list");
                slot.accept(TrustAnchors.jdk());
                return;
            }
            told.add("trusts "
                    + chosen.stream()
                            .map(one -> one.getSubjectX500Principal().getName())
                            .toList() + " by way " + way);
            slot.accept(TrustAnchors.of(chosen));
        }

        private Set<TlsVersion> versions(Consumer<Set<TlsVersion>> slot) {
            Set<TlsVersion> versions = EnumSet.allOf(TlsVersion.class);
            if (happens(30)) {
                versions = EnumSet.of(any(List.of(TlsVersion.values())));
            }
            slot.accept(versions);
            return versions;
        }

        private <T> void set(String name, T value, Consumer<T> slot, int usual) {
            if (!happens(usual)) {
                told.add(name + " " + value);
                slot.accept(value);
            }
        }

        private List<String> some(List<String> all, int most) {
            List<String> left = new ArrayList<>(all);
            List<String> some = new ArrayList<>();
            for (int i = random.nextInt(most); i >= 0 && !left.isEmpty(); i--) {
                some.add(left.remove(random.nextInt(left.size())));
            }
            return some;
        }

        private static List<String> suites() {
            return TlsNames.cipherSuites().stream()
                    .filter(suite -> !suite.endsWith("_SCSV"))
                    .toList();
        }

        private static boolean hasBooks(Holding holding) {
            return holding.name().contains("the books");
        }

        private void revocation(String whose, Holding judged, Consumer<RevocationChecking> slot) {
            if (happens(hasBooks(judged) ? 30 : USUAL)) {
                return;
            }
            boolean soft = happens(30);
            boolean whole = happens(30);
            boolean fetched = judged.name().startsWith("fetched") && happens(60);
            int lists =
                    fetched ? pool.lists().size() : random.nextInt(pool.lists().size() + 1);
            told.add("revocation of " + whose + (soft ? " soft" : "") + (whole ? " whole" : "") + " by lists " + lists);
            RevocationChecking.Source source = any(List.of(
                    RevocationChecking.Source.CRL,
                    fetched ? RevocationChecking.Source.CRL : RevocationChecking.Source.OCSP,
                    whole ? RevocationChecking.Source.CRL : RevocationChecking.Source.ANY));
            told.add("by " + source);
            RevocationChecking checking =
                    RevocationChecking.by(source).softFail(soft).wholeChain(whole);
            if (happens(20)) {
                URI responder = any(pool.responders());
                told.add("at " + responder);
                checking = checking.at(responder);
            }
            slot.accept(lists < pool.lists().size() ? checking.with(pool.lists().get(lists)) : checking);
        }
    }
}
