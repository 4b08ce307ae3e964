package org.mtlsplayground.secrets;

import java.math.BigInteger;
import java.security.spec.NamedParameterSpec;
import java.util.Map;
import java.util.Optional;

/** The groups that JSSE can use, by their number on the wire (RFC 8446 §4.2.7). */
final class KeyGroups {
    private static final Map<Integer, KeyGroup> CURVES = Map.of(
            23, new EcGroup("secp256r1", 32),
            24, new EcGroup("secp384r1", 48),
            25, new EcGroup("secp521r1", 66),
            29, new XdhGroup(NamedParameterSpec.X25519, 32),
            30, new XdhGroup(NamedParameterSpec.X448, 56));

    private KeyGroups() {}

    /** Loaded with the first such group that is met; the primes take some milliseconds. */
    private static final class FiniteFields {
        /** The numbers that RFC 7919 appendix A has in its formulas. */
        static final Map<Integer, KeyGroup> ALL = Map.of(
                256, ffdhe(2048, 560_316),
                257, ffdhe(3072, 2_625_351),
                258, ffdhe(4096, 5_736_041),
                259, ffdhe(6144, 15_705_020),
                260, ffdhe(8192, 10_965_728));

        private static KeyGroup ffdhe(int bits, long x) {
            return new FiniteFieldGroup(FfdhePrime.of(bits, x), BigInteger.TWO);
        }
    }

    /** Empty for numbers that are none of these. */
    static Optional<KeyGroup> named(int group) {
        KeyGroup curve = CURVES.get(group);
        return Optional.ofNullable(curve == null && group >> 8 == 1 ? FiniteFields.ALL.get(group) : curve);
    }
}
