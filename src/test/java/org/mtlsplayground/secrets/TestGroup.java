package org.mtlsplayground.secrets;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.XECPublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.List;
import javax.crypto.KeyAgreement;
import javax.crypto.interfaces.DHPublicKey;
import javax.crypto.spec.DHParameterSpec;

/** The groups of JSSE, written down a second time and in another way, as what the tests expect. */
public enum TestGroup {
    X25519(29, "XDH", "X25519", 32, 32),
    X448(30, "XDH", "X448", 56, 56),
    SECP256R1(23, "EC", "secp256r1", 32, 40),
    SECP384R1(24, "EC", "secp384r1", 48, 56),
    SECP521R1(25, "EC", "secp521r1", 66, 74),
    FFDHE2048(256, "DiffieHellman", "ffdhe2048", 256, 128),
    FFDHE3072(257, "DiffieHellman", "ffdhe3072", 384, 192);

    final int number;
    private final String algorithm;
    private final String parameters;
    private final int width;
    private final int drawLength;

    TestGroup(int number, String algorithm, String parameters, int width, int drawLength) {
        this.number = number;
        this.algorithm = algorithm;
        this.parameters = parameters;
        this.width = width;
        this.drawLength = drawLength;
    }

    /** What its generator draws for one try. */
    int drawLength() {
        return drawLength;
    }

    /** A key pair of the JDK's generator. */
    public KeyPair generate(SecureRandom random) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(parameters(), random);
        return generator.generateKeyPair();
    }

    private AlgorithmParameterSpec parameters() {
        return switch (algorithm) {
            case "EC" -> new ECGenParameterSpec(parameters);
            case "XDH" -> new NamedParameterSpec(parameters);
            default -> new DHParameterSpec(prime(), BigInteger.TWO);
        };
    }

    private BigInteger prime() {
        return this == FFDHE2048 ? FfdhePrime.of(2048, 560_316) : FfdhePrime.of(3072, 2_625_351);
    }

    /** The public key as in a key_share (RFC 8446 §4.2.8). */
    public byte[] onWire(KeyPair pair) {
        PublicKey key = pair.getPublic();
        if (key instanceof XECPublicKey xdh) {
            byte[] bigEndian = padded(xdh.getU());
            for (int i = 0; i < width / 2; i++) {
                byte low = bigEndian[i];
                bigEndian[i] = bigEndian[width - 1 - i];
                bigEndian[width - 1 - i] = low;
            }
            return bigEndian;
        }
        if (key instanceof DHPublicKey dh) {
            return padded(dh.getY());
        }
        ECPoint point = ((ECPublicKey) key).getW();
        return ByteBuffer.allocate(1 + 2 * width)
                .put((byte) 4)
                .put(padded(point.getAffineX()))
                .put(padded(point.getAffineY()))
                .array();
    }

    private byte[] padded(BigInteger number) {
        byte[] plain = number.toByteArray();
        byte[] padded = new byte[width];
        int length = Math.min(plain.length, width);
        System.arraycopy(plain, plain.length - length, padded, width - length, length);
        return padded;
    }

    /** The shared secret, by the JDK. */
    public byte[] agreement(KeyPair own, KeyPair other) throws GeneralSecurityException {
        KeyAgreement agreement = KeyAgreement.getInstance(algorithm.equals("EC") ? "ECDH" : algorithm);
        agreement.init(own.getPrivate());
        agreement.doPhase(other.getPublic(), true);
        return agreement.generateSecret();
    }

    /** Public keys that no honest peer of this group sends. */
    List<byte[]> badKeys(byte[] good) {
        byte[] longer = Arrays.copyOf(good, good.length + 1);
        byte[] changed = good.clone();
        changed[changed.length - 1] ^= 1; // off the curve
        byte[] compressed = good.clone();
        compressed[0] = 2;
        return switch (algorithm) {
            case "EC" -> List.of(longer, changed, compressed);
            case "XDH" -> List.of(longer, Arrays.copyOf(good, good.length - 1), one());
            default -> List.of(new byte[] {1}, prime().subtract(BigInteger.ONE).toByteArray(), prime().toByteArray());
        };
    }

    /** A point of small order (RFC 7748 §6). */
    private byte[] one() {
        byte[] one = new byte[width];
        one[0] = 1;
        return one;
    }
}
