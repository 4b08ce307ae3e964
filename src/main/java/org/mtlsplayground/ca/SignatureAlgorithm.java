package org.mtlsplayground.ca;

import java.security.Key;
import java.security.interfaces.ECKey;
import java.security.interfaces.EdECKey;
import java.security.interfaces.RSAKey;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;

/** How a certificate can be signed (RFC 5280 §4.1.1.2; RFC 4055, RFC 5758, RFC 8410). */
public enum SignatureAlgorithm {
    SHA256_WITH_RSA(Family.RSA, "SHA256withRSA", 62),
    SHA384_WITH_RSA(Family.RSA, "SHA384withRSA", 78),
    SHA512_WITH_RSA(Family.RSA, "SHA512withRSA", 94),
    SHA256_WITH_RSA_PSS(Family.RSA_OR_PSS, "SHA256withRSAandMGF1", 66),
    SHA384_WITH_RSA_PSS(Family.RSA_OR_PSS, "SHA384withRSAandMGF1", 98),
    SHA512_WITH_RSA_PSS(Family.RSA_OR_PSS, "SHA512withRSAandMGF1", 130),
    SHA256_WITH_ECDSA(Family.EC, "SHA256withECDSA", 0),
    SHA384_WITH_ECDSA(Family.EC, "SHA384withECDSA", 0),
    SHA512_WITH_ECDSA(Family.EC, "SHA512withECDSA", 0),
    ED25519(Family.ED25519, "Ed25519", 0),
    ED448(Family.ED448, "Ed448", 0),
    /** Collisions have been found: for lessons only. */
    UNSAFE_SHA1_WITH_RSA(Family.RSA, "SHA1withRSA", 46),
    /** Collisions have been found: for lessons only. */
    UNSAFE_SHA1_WITH_ECDSA(Family.EC, "SHA1withECDSA", 0),
    /** False CAs have been made by its collisions: for lessons only. */
    UNSAFE_MD5_WITH_RSA(Family.RSA, "MD5withRSA", 45);

    private static final DefaultSignatureAlgorithmIdentifierFinder FINDER =
            new DefaultSignatureAlgorithmIdentifierFinder();

    private enum Family {
        RSA,
        RSA_OR_PSS,
        EC,
        ED25519,
        ED448
    }

    private final Family family;
    private final String operation;
    /** How long an RSA modulus must be at least, in bytes (RFC 8017 §9). */
    private final int shortestModulus;

    SignatureAlgorithm(Family family, String operation, int shortestModulus) {
        this.family = family;
        this.operation = operation;
        this.shortestModulus = shortestModulus;
    }

    /** The name, as Bouncy Castle and, but for PSS, the JDK have it. */
    String operation() {
        return operation;
    }

    boolean isPss() {
        return family == Family.RSA_OR_PSS;
    }

    /** Whether this is for lessons only, and real peers refuse it. */
    public boolean isUnsafe() {
        return name().startsWith("UNSAFE");
    }

    /** Whether such a key, private or public, makes such signatures. */
    public boolean fits(Key key) {
        if (key instanceof EdECKey ed) {
            return fits(ed.getParams().getName(), 0);
        }
        int modulus = key instanceof RSAKey rsa ? rsa.getModulus().bitLength() : 0;
        return fits(key instanceof ECKey ? "EC" : key.getAlgorithm(), modulus);
    }

    /** Whether keys of this kind make such signatures. */
    public boolean fits(KeyKind kind) {
        return fits(kind.algorithm(), kind.modulusBits());
    }

    private boolean fits(String key, int modulusBits) {
        boolean kind = switch (family) {
            case RSA -> key.equals("RSA");
            case RSA_OR_PSS -> key.equals("RSA") || key.equals("RSASSA-PSS");
            case EC -> key.equals("EC");
            case ED25519, ED448 -> key.equals(operation);
        };
        return kind && (modulusBits + 7) / 8 >= shortestModulus;
    }

    /** Those that keys of this kind make, the safe ones first. */
    public static List<SignatureAlgorithm> of(KeyKind kind) {
        return Arrays.stream(values()).filter(algorithm -> algorithm.fits(kind)).toList();
    }

    /** Those that such a key makes, the safe ones first. */
    public static List<SignatureAlgorithm> of(Key key) {
        return Arrays.stream(values()).filter(algorithm -> algorithm.fits(key)).toList();
    }

    /** The one that stands in a certificate; empty if it is not among these. */
    static Optional<SignatureAlgorithm> of(AlgorithmIdentifier identifier) {
        return Arrays.stream(values())
                .filter(each -> FINDER.find(each.operation).equals(identifier))
                .findFirst();
    }

    /** The usual one: a hash as strong as the key, so that every TLS stack takes it (RFC 8446 §4.2.3). */
    public static SignatureAlgorithm usual(Key key) {
        if (key instanceof ECKey ec) {
            int bits = ec.getParams().getOrder().bitLength();
            return bits <= 256 ? SHA256_WITH_ECDSA : bits <= 384 ? SHA384_WITH_ECDSA : SHA512_WITH_ECDSA;
        }
        return of(key).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No signatures by " + key.getAlgorithm() + " keys"));
    }
}
