package org.mtlsplayground.secrets;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.ProviderException;
import java.security.PublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.util.List;
import java.util.Optional;

/** A Diffie-Hellman group as JSSE asks the JDK's providers for it. Immutable. */
abstract class KeyGroup {
    private final String algorithm;

    /** @param algorithm of the key pair generator, as JCA names it */
    KeyGroup(String algorithm) {
        this.algorithm = algorithm;
    }

    /** The parameters with which keys of this group may have been generated, the likeliest first. */
    abstract List<AlgorithmParameterSpec> parameters() throws GeneralSecurityException;

    /** Whether the key is the one of those bytes on the wire. */
    abstract boolean same(PublicKey key, byte[] onWire);

    /** The shared secret as TLS wants it; the other key comes from the wire. */
    abstract byte[] agree(PrivateKey own, byte[] other, boolean stripZeros) throws GeneralSecurityException;

    /** The pair whose public key this is, made again from the draws. */
    final Optional<KeyPair> replay(byte[] publicKey, List<byte[]> draws) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        for (AlgorithmParameterSpec spec : parameters()) {
            generator.initialize(spec, ReplayingRandom.ofNothing());
            for (int first : DrawOrder.of(draws, firstDraw(generator))) {
                generator.initialize(spec, ReplayingRandom.from(draws, first));
                Optional<KeyPair> pair = generate(generator);
                if (pair.isPresent() && same(pair.get().getPublic(), publicKey)) {
                    return pair;
                }
            }
        }
        return Optional.empty();
    }

    /** How many bytes a generator draws first, if its random has nothing to give. */
    static int firstDraw(KeyPairGenerator ofNothing) {
        try {
            ofNothing.generateKeyPair();
        } catch (ReplayingRandom.OtherDrawException e) {
            return e.wanted();
        } catch (ProviderException e) {
            if (e.getCause() instanceof ReplayingRandom.OtherDrawException cause) {
                return cause.wanted();
            }
        }
        return 0;
    }

    private static Optional<KeyPair> generate(KeyPairGenerator generator) {
        try {
            return Optional.of(generator.generateKeyPair());
        } catch (ReplayingRandom.OtherDrawException | ProviderException e) {
            return Optional.empty(); // A later draw does not fit the first: it was something else that drew there.
        }
    }
}
