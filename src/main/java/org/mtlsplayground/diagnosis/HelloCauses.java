package org.mtlsplayground.diagnosis;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.mtlsplayground.codepoint.CodePoints;
import org.mtlsplayground.dissect.Extension;
import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.pki.Identity;

/** Why a server refused a ClientHello, or a client the ServerHello. */
final class HelloCauses {
    private static final int TLS_1_2 = 0x0303;
    private static final int TLS_1_3 = 0x0304;
    /** RFC 5746 §3.3, RFC 7507: what stands among the suites and is none. */
    private static final String SIGNAL = "_SCSV";

    private static final String TLS_1_3_SUITES = "TLS_(AES|CHACHA20)_.*";

    /** RFC 8446 §4.1.3: what a server puts at the end of its random if it could do better. */
    private static final String SENTINEL = "DOWNGRD";

    /** JSSE offers an empty list where none of the schemes chosen is of its versions (RFC 8446 §4.2.3 forbids that). */
    private static final String EMPTY_SCHEMES = "Invalid signature_algorithms";

    private HelloCauses() {}

    /** Why the server refused; it is asked for where no ServerHello followed. */
    static Finding ofServer(Facts facts) {
        Optional<Cause> told = facts.alert().flatMap(HelloCauses::plain);
        if (told.isPresent()) {
            return Finding.certain(told.get());
        }
        Optional<Handshake.ClientHello> hello = facts.last(Handshake.ClientHello.class, Side.CLIENT);
        if (hello.isEmpty()) {
            return Finding.guess(Cause.UNKNOWN);
        }
        return facts.server()
                .map(server -> ofServer(facts, hello.get(), server))
                .map(cause -> Finding.of(cause, cause != Cause.UNKNOWN))
                .orElseGet(() -> Finding.guess(guess(facts)));
    }

    /** Alerts that have one meaning (RFC 8446 §6.2). */
    private static Optional<Cause> plain(String alert) {
        return switch (alert) {
            case "protocol_version" -> Optional.of(Cause.NO_COMMON_VERSION);
            case "no_application_protocol" -> Optional.of(Cause.NO_COMMON_PROTOCOL);
            case "unrecognized_name" -> Optional.of(Cause.SERVER_NAME_REFUSED);
            default -> Optional.empty();
        };
    }

    private static Cause guess(Facts facts) {
        String alert = facts.alert().orElse("");
        boolean nothingInCommon = alert.equals("handshake_failure") || alert.equals("insufficient_security");
        return nothingInCommon ? Cause.NO_COMMON_CIPHER_SUITE : Cause.UNKNOWN;
    }

    /** Why this server refuses such a Hello; {@link Cause#UNKNOWN} if there is nothing against it. */
    static Cause ofServer(Facts facts, Handshake.ClientHello hello, ServerSettings server) {
        Set<Integer> versions = new HashSet<>(offeredVersions(hello));
        versions.retainAll(server.versions().stream().map(HelloCauses::code).collect(Collectors.toSet()));
        if (versions.isEmpty()) {
            return Cause.NO_COMMON_VERSION;
        }
        // JSSE leaves a version out for which it has no suite.
        Set<String> enabled = enabledSuites(server.cipherSuites());
        versions.removeIf(version -> enabled.stream().noneMatch(suite -> isOf13(suite) == (version == TLS_1_3)));
        if (versions.isEmpty()) {
            return Cause.NO_COMMON_CIPHER_SUITE;
        }
        CommonGroups groups = CommonGroups.of(hello, server);
        // Nor has it a suite for whose key exchange it has no group.
        versions.removeIf(version -> enabled.stream()
                .filter(suite -> isOf13(suite) == (version == TLS_1_3))
                .noneMatch(groups::serve));
        if (versions.isEmpty()) {
            return Cause.NO_COMMON_GROUP;
        }
        boolean tls13 = versions.contains(TLS_1_3);
        if (server.identity().isEmpty()) {
            return Cause.SERVER_WITHOUT_KEY;
        }
        if (isWithoutSchemes(facts)) {
            return Cause.NO_COMMON_SIGNATURE_SCHEME;
        }
        Set<String> suites = commonSuites(hello, server, tls13);
        if (suites.isEmpty()) {
            return Cause.NO_COMMON_CIPHER_SUITE;
        }
        Identity identity = server.identity().get();
        PublicKey key = identity.leaf().getPublicKey();
        Set<String> ofKey = suites.stream()
                .filter(suite -> tls13 || ServerKey.isFor(suite, key))
                .collect(Collectors.toSet());
        if (ofKey.isEmpty() && suites.stream().noneMatch(suite -> groups.sufficeFor(suite, tls13))) {
            return Cause.NO_COMMON_CIPHER_SUITE;
        }
        if (!ofKey.isEmpty() && ofKey.stream().noneMatch(suite -> groups.sufficeFor(suite, tls13))) {
            // With a key of another kind, one of the groups that both have may do.
            return groups.areDisjoint() || suites.stream().noneMatch(suite -> groups.sufficeFor(suite, tls13))
                    ? Cause.NO_COMMON_GROUP
                    : Cause.SERVER_WITHOUT_KEY;
        }
        return ServerKey.lack(identity, hello, tls13, server.signatureSchemes(), suites)
                .map(lack -> Cause.SERVER_WITHOUT_KEY)
                .orElse(Cause.UNKNOWN);
    }

    /** Whether our server refused a client whose list of signature schemes is empty. */
    static boolean isWithoutSchemes(Facts facts) {
        return facts.words(Side.SERVER).contains(EMPTY_SCHEMES);
    }

    private static int code(TlsVersion version) {
        return version == TlsVersion.TLS_1_3 ? TLS_1_3 : TLS_1_2;
    }

    /** Older clients name their newest version alone. */
    static List<Integer> offeredVersions(Handshake.ClientHello hello) {
        return Extension.find(hello.extensions(), Extension.SupportedVersions.class)
                .map(Extension.SupportedVersions::versions)
                .orElse(List.of(hello.legacyVersion()));
    }

    static List<Integer> offeredGroups(Handshake.ClientHello hello) {
        return Extension.find(hello.extensions(), Extension.SupportedGroups.class)
                .map(Extension.SupportedGroups::groups)
                .orElse(List.of());
    }

    static Set<String> commonSuites(Handshake.ClientHello hello, ServerSettings server, boolean tls13) {
        Set<String> common =
                hello.cipherSuites().stream().map(CodePoints::cipherSuite).collect(Collectors.toSet());
        common.retainAll(enabledSuites(server.cipherSuites()));
        common.removeIf(suite -> isOf13(suite) != tls13 || suite.endsWith(SIGNAL));
        return common;
    }

    private static boolean isOf13(String suite) {
        return suite.matches(TLS_1_3_SUITES);
    }

    private static Set<String> enabledSuites(List<String> chosen) {
        if (!chosen.isEmpty()) {
            return Set.copyOf(chosen);
        }
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[0], new TrustManager[0], null);
            return Set.copyOf(Arrays.asList(context.getDefaultSSLParameters().getCipherSuites()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK has no TLS", e);
        }
    }

    /** Why the client refused what the server chose; empty if that is not to blame. */
    static Optional<Cause> ofClient(Facts facts) {
        Optional<Handshake.ServerHello> hello = facts.serverHello();
        if (hello.isEmpty()) {
            return Optional.empty();
        }
        Optional<Handshake.ClientHello> offer = facts.last(Handshake.ClientHello.class, Side.CLIENT);
        if (offer.isPresent() && isDowngraded(hello.get(), offeredVersions(offer.get()))) {
            return Optional.of(Cause.DOWNGRADE);
        }
        boolean versionRefused =
                facts.alert().filter("protocol_version"::equals).isPresent()
                        || offer.map(HelloCauses::offeredVersions)
                                .filter(offered -> !offered.contains(hello.get().version()))
                                .isPresent();
        return versionRefused ? Optional.of(Cause.NO_COMMON_VERSION) : Optional.empty();
    }

    private static boolean isDowngraded(Handshake.ServerHello hello, List<Integer> offered) {
        byte[] random = hello.random();
        if (random.length < Byte.SIZE || hello.version() >= TLS_1_3 || !offered.contains(TLS_1_3)) {
            return false;
        }
        String end = new String(random, random.length - Byte.SIZE, SENTINEL.length(), StandardCharsets.ISO_8859_1);
        return end.equals(SENTINEL);
    }
}
