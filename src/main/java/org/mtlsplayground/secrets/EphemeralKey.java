package org.mtlsplayground.secrets;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.ProviderException;
import java.util.List;
import java.util.Optional;

/**
 * An ephemeral private key, found again by replaying the random draws from which the JDK made it. Never shows its
 * content as text.
 */
public final class EphemeralKey {
    private final KeyGroup group;
    private final PrivateKey key;

    private EphemeralKey(KeyGroup group, PrivateKey key) {
        this.group = group;
        this.key = key;
    }

    /**
     * The key pair of a named group whose public key is the one on the wire: x25519, x448 (RFC 7748), secp256r1,
     * secp384r1, secp521r1, ffdhe2048 to ffdhe8192 (RFC 7919).
     *
     * @param group as on the wire (RFC 8446 §4.2.7)
     * @param publicKey as on the wire (RFC 8446 §4.2.8); for ffdhe unsigned, padded or not
     * @return empty if no remembered draw gives that key, or the group is none of these
     */
    public static Optional<EphemeralKey> recover(int group, byte[] publicKey, Draws draws) {
        return KeyGroups.named(group).flatMap(named -> recover(named, publicKey, draws));
    }

    /** The same for a TLS 1.2 server's own Diffie-Hellman group (RFC 5246 §7.4.3); numbers are unsigned, big-endian. */
    public static Optional<EphemeralKey> recover(byte[] p, byte[] g, byte[] publicKey, Draws draws) {
        return recover(new FiniteFieldGroup(new BigInteger(1, p), new BigInteger(1, g)), publicKey, draws);
    }

    private static Optional<EphemeralKey> recover(KeyGroup group, byte[] publicKey, Draws draws) {
        List<byte[]> drawn = draws.all();
        if (drawn.isEmpty()) {
            return Optional.empty();
        }
        try {
            return group.replay(publicKey, drawn).map(pair -> new EphemeralKey(group, pair.getPrivate()));
        } catch (GeneralSecurityException e) {
            return Optional.empty(); // A group that the JDK refuses, and has not used either.
        }
    }

    /**
     * The shared secret with the other side's public key. For a finite field it is padded to the length of the prime (RFC
     * 8446 §7.4.1) or stripped of leading zeros (RFC 5246 §8.1.2), as asked.
     *
     * @return empty if the other key is none of this group
     */
    public Optional<byte[]> agree(byte[] otherPublicKey, boolean stripZeros) {
        try {
            return Optional.of(group.agree(key, otherPublicKey, stripZeros));
        } catch (GeneralSecurityException | ProviderException e) {
            return Optional.empty();
        }
    }
}
