package org.mtlsplayground.proof;

import java.security.PublicKey;
import java.security.interfaces.ECKey;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mtlsplayground.diagnosis.Cause;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.pki.Identity;

/** What two sides of JSSE have in common, by the rules of the RFCs and the JDK's own. */
final class HelloReading {
    private static final int STAR = 2;

    private final ClientSettings client;
    private final ServerSettings server;
    private final Offering offered;
    private final Offering accepted;

    HelloReading(ClientSettings client, ServerSettings server) {
        this.client = client;
        this.server = server;
        this.offered = Offering.of(client);
        this.accepted = Offering.of(server);
    }

    /** The newest version of both; empty if there is none. */
    Optional<TlsVersion> version() {
        Set<TlsVersion> common = EnumSet.copyOf(offered.versions());
        common.retainAll(accepted.versions());
        return common.stream().findFirst();
    }

    /** Who gives up before anything was said: a side whose suites and groups are of none of its versions. */
    Optional<Side> speechless() {
        if (offered.versions().isEmpty()) {
            return Optional.of(Side.CLIENT);
        }
        return accepted.versions().isEmpty() ? Optional.of(Side.SERVER) : Optional.empty();
    }

    /** Why the server refuses the ClientHello; empty if it does not. */
    Optional<Expected> refusal() {
        Optional<TlsVersion> version = version();
        if (version.isEmpty()) {
            return refused(Cause.NO_COMMON_VERSION);
        }
        if (!client.serverName().isEmpty()
                && !server.serverNames().isEmpty()
                && server.serverNames().stream().noneMatch(this::isCalled)) {
            return refused(Cause.SERVER_NAME_REFUSED);
        }
        if (!client.applicationProtocols().isEmpty()
                && !server.applicationProtocols().isEmpty()
                && Collections.disjoint(client.applicationProtocols(), server.applicationProtocols())) {
            return refused(Cause.NO_COMMON_PROTOCOL);
        }
        List<String> suites = suites(version.get());
        Set<Cause> causes = EnumSet.noneOf(Cause.class);
        if (suites.isEmpty()) {
            causes.add(Cause.NO_COMMON_CIPHER_SUITE);
            if (haveSuiteForKey()) {
                // But for the groups they would have one.
                causes.add(Cause.NO_COMMON_GROUP);
            }
            if (server.identity().isEmpty()) {
                // A common suite alone would not do.
                causes.add(Cause.SERVER_WITHOUT_KEY);
            }
            return Optional.of(Expected.refusal(Side.SERVER, "hello", causes));
        }
        if (Collections.disjoint(offered.groups(), accepted.groups())
                && (version.get() == TlsVersion.TLS_1_3 || (haveSuiteForKey() && !hasSuiteWithoutGroup(suites)))) {
            causes.add(Cause.NO_COMMON_GROUP);
        }
        if (server.identity().isEmpty() || !isKeyUsable(version.get())) {
            causes.add(Cause.SERVER_WITHOUT_KEY);
            boolean forSchemes = server.identity()
                    .filter(identity -> isSameKind(identity) && !isChosen(identity, version.get()))
                    .isPresent();
            if (forSchemes) {
                causes.add(Cause.NO_COMMON_SIGNATURE_SCHEME);
            }
        }
        if (causes.isEmpty() && suite().isEmpty()) {
            // Another group would do, or another key.
            if (haveSuiteForKey()) {
                causes.add(Cause.NO_COMMON_GROUP);
            }
            if (suites.stream().anyMatch(this::hasGroup)) {
                causes.add(Cause.SERVER_WITHOUT_KEY);
            }
            // Nobody could have signed in any case.
            if (Collections.disjoint(offered.schemes(), accepted.schemes())) {
                causes.add(Cause.NO_COMMON_SIGNATURE_SCHEME);
            }
        }
        return causes.isEmpty() ? Optional.empty() : Optional.of(Expected.refusal(Side.SERVER, "hello", causes));
    }

    private static Optional<Expected> refused(Cause cause) {
        return Optional.of(Expected.refusal(Side.SERVER, "hello", cause));
    }

    /** A star stands for one label (RFC 6066 §3, and what the settings say). */
    private boolean isCalled(String name) {
        String asked = client.serverName();
        int dot = asked.indexOf('.');
        return name.startsWith("*.")
                ? dot >= 0 && asked.substring(dot + 1).equalsIgnoreCase(name.substring(STAR))
                : asked.equalsIgnoreCase(name);
    }

    private List<String> suites(TlsVersion version) {
        return accepted.suites(version).stream()
                .filter(offered.suites(version)::contains)
                .toList();
    }

    /** The suite that the server takes: its first one that can be done. */
    Optional<String> suite() {
        TlsVersion version = version().orElseThrow();
        return suites(version).stream()
                .filter(suite -> version == TlsVersion.TLS_1_3 || (isForKey(suite) && hasGroup(suite)))
                .findFirst();
    }

    /** In TLS 1.2 the suite names the kind of key (RFC 5246 §A.5, RFC 8422 §2). */
    private boolean isForKey(String suite) {
        String key = key().getAlgorithm();
        boolean pssAlone = key.equals("RSASSA-PSS") && suite.startsWith("TLS_RSA_");
        return suite.contains(key.startsWith("RSA") ? "_RSA_" : "_ECDSA_") && !pssAlone;
    }

    /** Whether both have one for the server's key, with a group or without. */
    private boolean haveSuiteForKey() {
        return server.identity().isPresent()
                && offered.suites().stream().filter(accepted.suites()::contains).anyMatch(this::isForKey);
    }

    /** RSA key exchange needs none, nor does a DHE suite with a client that names no ffdhe group (RFC 7919 §4). */
    private boolean hasSuiteWithoutGroup(List<String> suites) {
        boolean ownParameters = offered.groups().stream().noneMatch(group -> group.startsWith("ffdhe"));
        return suites.stream()
                .filter(this::isForKey)
                .anyMatch(suite -> suite.startsWith("TLS_RSA_") || (suite.contains("_DHE_") && ownParameters));
    }

    private PublicKey key() {
        return server.identity().orElseThrow().leaf().getPublicKey();
    }

    private boolean hasGroup(String suite) {
        return !suite.contains("_ECDHE_")
                || accepted.groups().stream().filter(Offering::isCurve).anyMatch(offered.groups()::contains);
    }

    private boolean isKeyUsable(TlsVersion version) {
        Identity identity = server.identity().orElseThrow();
        if (version == TlsVersion.TLS_1_3) {
            return isChosen(identity, version);
        }
        // RFC 8422 §5.1: the curve of the certificate must be one that the client named.
        return isSameKind(identity)
                && (!(key() instanceof ECKey ec)
                        || offered.groups()
                                .contains("secp" + ec.getParams().getOrder().bitLength() + "r1"));
    }

    /** Whether JSSE takes this certificate for one that will do; whether its key can sign shows later. */
    boolean isChosen(Identity identity, TlsVersion version) {
        return isSameKind(identity)
                && offered.schemes().stream()
                        .filter(accepted.schemes()::contains)
                        .anyMatch(scheme ->
                                Offering.isOfKind(scheme, identity.leaf().getPublicKey(), version));
    }

    static boolean isSameKind(Identity identity) {
        return kind(identity.leaf().getPublicKey().getAlgorithm())
                .equals(kind(identity.key().getAlgorithm()));
    }

    private static String kind(String algorithm) {
        return algorithm.startsWith("Ed") ? "EdDSA" : algorithm;
    }

    /** The schemes of both in which this key can sign. */
    List<String> schemes(Identity identity, TlsVersion version) {
        return Offering.schemesOf(identity.key(), version).stream()
                .filter(offered.schemes()::contains)
                .filter(accepted.schemes()::contains)
                .toList();
    }

    Offering of(Side side) {
        return side == Side.CLIENT ? offered : accepted;
    }
}
