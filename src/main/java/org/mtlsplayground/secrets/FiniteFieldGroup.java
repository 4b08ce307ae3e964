package org.mtlsplayground.secrets;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.crypto.KeyAgreement;
import javax.crypto.interfaces.DHPublicKey;
import javax.crypto.spec.DHParameterSpec;
import javax.crypto.spec.DHPublicKeySpec;

/** Powers of a generator modulo a prime (RFC 7919, RFC 5246 §7.4.3). Immutable. */
final class FiniteFieldGroup extends KeyGroup {
    private static final String DH = "DiffieHellman";

    /** For these the JDK has a prime at hand; for others it would search for one. */
    private static final Set<Integer> BUILT_IN = Set.of(512, 768, 1024, 1536, 2048, 3072, 4096, 6144, 8192);

    private final BigInteger p;
    private final BigInteger g;

    FiniteFieldGroup(BigInteger p, BigInteger g) {
        super(DH);
        this.p = p;
        this.g = g;
    }

    /**
     * How long the private exponent is depends on whether JSSE knows the prime as a safe one (its server and TLS 1.3) or
     * takes it from the wire (its client in TLS 1.2). The public API cannot mark a prime as safe, but it tells both
     * lengths: that of the built-in group of this size is the one for safe primes.
     */
    @Override
    List<AlgorithmParameterSpec> parameters() throws GeneralSecurityException {
        Set<Integer> lengths = new LinkedHashSet<>();
        KeyPairGenerator generator = KeyPairGenerator.getInstance(DH);
        if (BUILT_IN.contains(p.bitLength())) {
            generator.initialize(p.bitLength(), ReplayingRandom.ofNothing());
            lengths.add(firstDraw(generator));
        }
        generator.initialize(new DHParameterSpec(p, g), ReplayingRandom.ofNothing());
        lengths.add(firstDraw(generator));
        return lengths.stream()
                .map(bytes -> (AlgorithmParameterSpec) new DHParameterSpec(p, g, bytes * Byte.SIZE))
                .toList();
    }

    @Override
    boolean same(PublicKey key, byte[] onWire) {
        return key instanceof DHPublicKey dh && dh.getY().equals(new BigInteger(1, onWire));
    }

    @Override
    byte[] agree(PrivateKey own, byte[] other, boolean stripZeros) throws GeneralSecurityException {
        BigInteger y = new BigInteger(1, other);
        if (y.compareTo(BigInteger.ONE) <= 0 || y.compareTo(p.subtract(BigInteger.ONE)) >= 0) {
            throw new GeneralSecurityException("no element of a large subgroup"); // RFC 8446 §4.2.8.1
        }
        KeyAgreement agreement = KeyAgreement.getInstance(DH);
        agreement.init(own);
        agreement.doPhase(KeyFactory.getInstance(DH).generatePublic(new DHPublicKeySpec(y, p, g)), true);
        byte[] padded = agreement.generateSecret();
        int zeros = 0;
        while (stripZeros && zeros < padded.length - 1 && padded[zeros] == 0) {
            zeros++;
        }
        return Arrays.copyOfRange(padded, zeros, padded.length);
    }
}
