package org.mtlsplayground.diagnosis;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
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

/** Why a server refused a ClientHello, or a client the ServerHello. */
final class HelloCauses {
    private static final int TLS_1_2 = 0x0303;
    private static final int TLS_1_3 = 0x0304;
    private static final String TLS_1_3_SUITES = "TLS_(AES|CHACHA20)_.*";

    /** RFC 8446 §4.1.3: what a server puts at the end of its random if it could do better. */
    private static final String SENTINEL = "DOWNGRD";

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
                .map(server -> Finding.certain(ofServer(facts, hello.get(), server)))
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

    private static Cause ofServer(Facts facts, Handshake.ClientHello hello, ServerSettings server) {
        Set<Integer> versions = new HashSet<>(offeredVersions(hello));
        versions.retainAll(server.versions().stream().map(HelloCauses::code).collect(Collectors.toSet()));
        if (versions.isEmpty()) {
            return Cause.NO_COMMON_VERSION;
        }
        boolean tls13 = versions.contains(TLS_1_3);
        if (server.identity().isEmpty()) {
            return Cause.SERVER_WITHOUT_KEY;
        }
        Set<String> suites = commonSuites(hello, server, tls13);
        if (suites.isEmpty()) {
            return Cause.NO_COMMON_CIPHER_SUITE;
        }
        if (facts.words(Side.SERVER).contains("named group") || hasNoCommonGroup(hello, server)) {
            return Cause.NO_COMMON_GROUP;
        }
        return ServerKey.isUsable(server.identity().get(), hello, tls13, server.signatureSchemes(), suites)
                ? Cause.UNKNOWN
                : Cause.SERVER_WITHOUT_KEY;
    }

    private static boolean hasNoCommonGroup(Handshake.ClientHello hello, ServerSettings server) {
        List<String> offered =
                offeredGroups(hello).stream().map(CodePoints::group).toList();
        return !offered.isEmpty()
                && !server.namedGroups().isEmpty()
                && server.namedGroups().stream().noneMatch(offered::contains);
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
        common.removeIf(suite -> suite.matches(TLS_1_3_SUITES) != tls13);
        return common;
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
