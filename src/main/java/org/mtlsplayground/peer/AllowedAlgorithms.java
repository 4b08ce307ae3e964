package org.mtlsplayground.peer;

import java.security.AlgorithmConstraints;
import java.security.AlgorithmParameters;
import java.security.CryptoPrimitive;
import java.security.Key;
import java.util.List;
import java.util.Set;

/**
 * Restricts which named groups and signature schemes JSSE offers and accepts. JDK 17 has no parameter for these, but its
 * handshake asks the constraints about each by the name that the RFCs give it, before it takes it; so does JDK 25's.
 * Thread-safe.
 */
final class AllowedAlgorithms implements AlgorithmConstraints {
    private final AlgorithmConstraints others;
    private final List<String> groups;
    private final List<String> schemes;
    private final ThreadLocal<String> askedBefore = ThreadLocal.withInitial(() -> "");

    /**
     * @param others hold as well
     * @param groups the allowed ones; all if empty
     * @param schemes the allowed ones; all if empty
     */
    AllowedAlgorithms(AlgorithmConstraints others, List<String> groups, List<String> schemes) {
        this.others = others;
        this.groups = List.copyOf(groups);
        this.schemes = List.copyOf(schemes);
    }

    @Override
    public boolean permits(Set<CryptoPrimitive> primitives, String algorithm, AlgorithmParameters parameters) {
        String before = askedBefore.get();
        askedBefore.set(algorithm);
        return isAllowed(primitives, algorithm, before) && others.permits(primitives, algorithm, parameters);
    }

    private boolean isAllowed(Set<CryptoPrimitive> primitives, String algorithm, String before) {
        if (primitives.contains(CryptoPrimitive.KEY_AGREEMENT) && TlsNames.GROUPS.contains(algorithm)) {
            return groups.isEmpty() || groups.contains(algorithm) || isCurveOfScheme(algorithm, before);
        }
        if (primitives.contains(CryptoPrimitive.SIGNATURE) && TlsNames.SCHEMES.contains(algorithm)) {
            return schemes.isEmpty() || schemes.contains(algorithm);
        }
        return true;
    }

    /**
     * A scheme of TLS 1.3 is bound to a curve (RFC 8446 §4.2.3), and JSSE asks about that as if keys were to be exchanged on
     * it, right after it has asked about the signature. An ECDSA certificate needs no key exchange on its own curve.
     */
    private static boolean isCurveOfScheme(String group, String before) {
        return switch (group) {
            case "secp256r1" -> before.equals("SHA256withECDSA");
            case "secp384r1" -> before.equals("SHA384withECDSA");
            case "secp521r1" -> before.equals("SHA512withECDSA");
            default -> false;
        };
    }

    @Override
    public boolean permits(Set<CryptoPrimitive> primitives, Key key) {
        return others.permits(primitives, key);
    }

    @Override
    public boolean permits(Set<CryptoPrimitive> primitives, String algorithm, Key key, AlgorithmParameters parameters) {
        return others.permits(primitives, algorithm, key, parameters);
    }
}
