package org.mtlsplayground.proof;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.PublicKey;
import java.security.Security;
import java.security.interfaces.ECKey;
import java.security.interfaces.EdECKey;
import java.security.interfaces.RSAKey;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.peer.TlsNames;
import org.mtlsplayground.peer.TlsVersion;

/**
 * What a side of JSSE really offers or accepts, by its settings.
 *
 * @param chosen the versions that it was told
 * @param suites the preferred first
 * @param groups all that it has
 * @param schemes all that it has
 * @param restricted whether it was told which schemes
 */
record Offering(
        Set<TlsVersion> chosen, List<String> suites, List<String> groups, List<String> schemes, boolean restricted) {
    private static final List<String> USUAL_SUITES = usualSuites();
    private static final List<String> UNTIED = List.of("ecdsa_sha1", "ecdsa_sha224");
    /** Newer JDKs have "ecdsa_sha1 usage HandshakeSignature" in this property. */
    private static final boolean SHA_1 =
            !Security.getProperty("jdk.tls.disabledAlgorithms").contains("HandshakeSignature");

    static Offering of(ClientSettings client) {
        return of(client.versions(), client.cipherSuites(), client.namedGroups(), client.signatureSchemes());
    }

    static Offering of(ServerSettings server) {
        return of(server.versions(), server.cipherSuites(), server.namedGroups(), server.signatureSchemes());
    }

    private static Offering of(
            Set<TlsVersion> versions, List<String> suites, List<String> groups, List<String> schemes) {
        return new Offering(
                versions,
                suites.isEmpty() ? USUAL_SUITES : suites,
                groups.isEmpty() ? TlsNames.namedGroups() : groups,
                schemes.isEmpty() ? TlsNames.signatureSchemes() : schemes,
                !schemes.isEmpty());
    }

    private static List<String> usualSuites() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, null, null);
            return List.of(context.getDefaultSSLParameters().getCipherSuites());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** JSSE leaves a version out for which it has no suite. */
    Set<TlsVersion> versions() {
        Set<TlsVersion> active = EnumSet.noneOf(TlsVersion.class);
        chosen.stream().filter(version -> !suites(version).isEmpty()).forEach(active::add);
        return active;
    }

    /** JSSE leaves a suite out for whose key exchange it has no group. */
    List<String> suites(TlsVersion version) {
        return suites.stream()
                .filter(suite -> isOf13(suite) == (version == TlsVersion.TLS_1_3))
                .filter(this::hasGroupFor)
                .toList();
    }

    private static boolean isOf13(String suite) {
        return suite.startsWith("TLS_AES_") || suite.startsWith("TLS_CHACHA20_");
    }

    private boolean hasGroupFor(String suite) {
        if (suite.equals("TLS_EMPTY_RENEGOTIATION_INFO_SCSV")) {
            return false;
        }
        return suite.contains("_ECDHE_")
                ? groups.stream().anyMatch(Offering::isCurve)
                : !suite.contains("_DHE_") || groups.stream().anyMatch(group -> !isCurve(group));
    }

    static boolean isCurve(String group) {
        return !group.startsWith("ffdhe");
    }

    /** The schemes in which such a key signs a handshake (RFC 8446 §4.2.3, RFC 5246 §7.4.1.4.1, RFC 8422 §5.1.3). */
    static List<String> schemesOf(Key key, TlsVersion version) {
        boolean tls13 = version == TlsVersion.TLS_1_3;
        Stream<String> all = TlsNames.signatureSchemes().stream();
        if (key instanceof ECKey ec) {
            // JSSE ties the hash to the curve in TLS 1.2, too, but for those that no curve is tied to.
            String tied = switch (ec.getParams().getOrder().bitLength()) {
                case 256 -> "ecdsa_secp256r1_sha256";
                case 384 -> "ecdsa_secp384r1_sha384";
                default -> "ecdsa_secp521r1_sha512";
            };
            return all.filter(scheme -> scheme.equals(tied) || UNTIED.contains(scheme))
                    .filter(scheme -> isSigned(scheme, version))
                    .toList();
        }
        if (key instanceof EdECKey ed) {
            return List.of(ed.getParams().getName().equals("Ed25519") ? "ed25519" : "ed448");
        }
        int bits = key instanceof RSAKey rsa ? rsa.getModulus().bitLength() : 0;
        boolean pss = key.getAlgorithm().equals("RSASSA-PSS");
        return all.filter(scheme -> scheme.startsWith(pss ? "rsa_pss_pss" : "rsa_"))
                .filter(scheme -> pss || !scheme.startsWith("rsa_pss_pss"))
                .filter(scheme -> !tls13 || scheme.startsWith("rsa_pss"))
                .filter(scheme -> isSigned(scheme, version))
                .filter(scheme -> bits >= leastBits(scheme))
                .toList();
    }

    /** JSSE signs with SHA-1 in every version, where both allow nothing else, unless its security properties forbid it. */
    private static boolean isSigned(String scheme, TlsVersion version) {
        return scheme.endsWith("_sha1") ? SHA_1 : version != TlsVersion.TLS_1_3 || !scheme.endsWith("_sha224");
    }

    /** Whether a certificate signed like this is taken: JSSE compares the algorithm of the scheme, whatever the curve. */
    boolean takesSignature(String algorithm) {
        return schemes.stream().anyMatch(scheme -> algorithm.equalsIgnoreCase(algorithm(scheme)));
    }

    private static String algorithm(String scheme) {
        if (scheme.startsWith("rsa_pss")) {
            return "RSASSA-PSS";
        }
        String hash = scheme.substring(scheme.lastIndexOf('_') + 1).toUpperCase(Locale.ROOT);
        return scheme.startsWith("ed")
                ? scheme
                : hash + "with" + scheme.substring(0, scheme.indexOf('_')).toUpperCase(Locale.ROOT);
    }

    /** Schemes of the same kind of key, by which JSSE finds out whether it has a certificate that will do. */
    static boolean isOfKind(String scheme, PublicKey key, TlsVersion version) {
        boolean tls13 = version == TlsVersion.TLS_1_3;
        return switch (key.getAlgorithm()) {
            case "EC" -> scheme.startsWith("ecdsa_") && isSigned(scheme, version);
            case "RSA" ->
                scheme.startsWith("rsa_pss_rsae")
                        || (!tls13 && scheme.matches("rsa_(pkcs1_)?sha.*") && isSigned(scheme, version));
            case "RSASSA-PSS" -> scheme.startsWith("rsa_pss_pss");
            default -> scheme.startsWith("ed");
        };
    }

    /** PSS has room for two hashes (RFC 8017 §9.1.1); the older padding has what JSSE asks for. */
    private static int leastBits(String scheme) {
        if (scheme.startsWith("rsa_pss")) {
            return 2 * hashBits(scheme) + 16;
        }
        return hashBits(scheme) > 256 ? 768 : 0;
    }

    private static int hashBits(String scheme) {
        return Integer.parseInt(scheme.substring(scheme.lastIndexOf("sha") + "sha".length()));
    }
}
