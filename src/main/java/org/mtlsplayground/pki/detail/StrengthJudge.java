package org.mtlsplayground.pki.detail;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.DSAPublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.mtlsplayground.pki.KeyNames;
import org.mtlsplayground.pki.Printable;
import org.mtlsplayground.pki.detail.Strength.Level;
import org.mtlsplayground.pki.detail.Strength.Reason;

/** Comes to a {@link Strength}: first by what the JDK forbids, then by bits of security. */
final class StrengthJudge {
    static final String CERTPATH = "jdk.certpath.disabledAlgorithms";
    static final String TLS = "jdk.tls.disabledAlgorithms";

    private static final int ENOUGH = 112;
    private static final int AMPLE = 128;

    /** The curves for which TLS 1.3 has signature schemes (RFC 8446 §4.2.3), which are those of the JDK's TLS. */
    private static final Set<String> CURVES = Set.of("secp256r1", "secp384r1", "secp521r1");

    /** Against collisions (NIST SP 800-57 part 1 §5.6.1.2); those below 80 as the best attacks known leave them. */
    private static final Map<String, Integer> DIGEST_BITS =
            Map.of("MD2", 18, "MD5", 18, "SHA1", 61, "SHA224", 112, "SHA256", 128, "SHA384", 192, "SHA512", 256);

    /** RSA and DSA moduli with as many bits as these have so much security (NIST SP 800-57 part 1 §5.6.1.1). */
    private static final int[][] MODULI = {
        {15360, 256}, {7680, 192}, {4096, 150}, {3072, 128}, {2048, 112}, {1024, 80}, {512, 56}
    };

    private StrengthJudge() {}

    static Strength key(X509Certificate certificate) {
        String name = keyName(certificate);
        PublicKey key = certificate.getPublicKey();
        String family = family(key, name);
        List<String> names = new ArrayList<>(List.of(family));
        if (family.equals("RSASSA-PSS")) {
            names.add("RSA");
        }
        String curve = "";
        if (family.equals("EC")) {
            curve = CertificateFields.of(certificate)
                    .field("key.namedCurve")
                    .map(CertificateField::value)
                    .orElse("");
            names.add(curve);
        }
        OptionalInt size = size(key);
        int bits = bits(family, size);
        Optional<Strength> refused = refused(names, size, name, bits);
        if (refused.isPresent()) {
            return refused.get();
        }
        return switch (family) {
            case "RSA", "RSASSA-PSS", "Ed25519", "Ed448" -> byBits(name, bits);
            case "EC" ->
                CURVES.contains(curve)
                        ? byBits(name, bits)
                        : new Strength(Level.DISALLOWED, Reason.NOT_FOR_TLS, name, bits, "");
            case "DSA" -> new Strength(Level.LEGACY, Reason.NOT_FOR_TLS_13, name, bits, "");
            default -> new Strength(Level.DISALLOWED, Reason.NOT_FOR_TLS, name, bits, "");
        };
    }

    static Strength signature(X509Certificate certificate) {
        String name = Printable.of(String.valueOf(certificate.getSigAlgName()), 100);
        List<String> names = SignatureNames.of(certificate);
        int bits = names.stream()
                .filter(DIGEST_BITS::containsKey)
                .mapToInt(DIGEST_BITS::get)
                .findFirst()
                .orElseGet(() -> names.contains("Ed25519") ? AMPLE : names.contains("Ed448") ? 224 : 0);
        if (Abilities.isSelfSigned(certificate)) {
            boolean weak = bits < ENOUGH
                    || refused(names, OptionalInt.empty(), name, bits).isPresent();
            return weak ? new Strength(Level.FINE, Reason.SELF_SIGNATURE, name, bits, "") : byBits(name, bits);
        }
        Optional<Strength> refused = refused(names, OptionalInt.empty(), name, bits);
        if (refused.isPresent()) {
            return refused.get();
        }
        if (bits == 0) {
            return new Strength(Level.LEGACY, Reason.UNKNOWN, name, 0, "");
        }
        return bits < ENOUGH ? new Strength(Level.LEGACY, Reason.WEAK_DIGEST, name, bits, "") : byBits(name, bits);
    }

    private static Optional<Strength> refused(List<String> names, OptionalInt size, String name, int bits) {
        Optional<Strength> certpath = DisabledAlgorithms.of(CERTPATH)
                .rule(names, size)
                .map(rule -> new Strength(Level.DISALLOWED, Reason.CERTPATH_DISABLED, name, bits, rule));
        return certpath.or(() -> DisabledAlgorithms.of(TLS)
                .rule(names, size)
                .map(rule -> new Strength(Level.DISALLOWED, Reason.TLS_DISABLED, name, bits, rule)));
    }

    private static Strength byBits(String name, int bits) {
        if (bits < ENOUGH) {
            return new Strength(Level.LEGACY, Reason.SHORT_KEY, name, bits, "");
        }
        return bits < AMPLE
                ? new Strength(Level.FINE, Reason.ENOUGH, name, bits, "")
                : new Strength(Level.STRONG, Reason.AMPLE, name, bits, "");
    }

    private static String keyName(X509Certificate certificate) {
        try {
            return KeyNames.ofPublicKey(certificate.getPublicKey().getEncoded());
        } catch (RuntimeException e) {
            return Printable.of(String.valueOf(certificate.getPublicKey().getAlgorithm()), 100);
        }
    }

    /** As the JDK names it; its EdDSA is two kinds. */
    private static String family(PublicKey key, String name) {
        String algorithm = key.getAlgorithm();
        return algorithm.equals("EdDSA") ? name : algorithm;
    }

    private static OptionalInt size(PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            return OptionalInt.of(rsa.getModulus().bitLength());
        }
        if (key instanceof ECPublicKey ec) {
            return OptionalInt.of(ec.getParams().getOrder().bitLength());
        }
        return key instanceof DSAPublicKey dsa && dsa.getParams() != null
                ? OptionalInt.of(dsa.getParams().getP().bitLength())
                : OptionalInt.empty();
    }

    private static int bits(String family, OptionalInt size) {
        return switch (family) {
            case "Ed25519" -> AMPLE;
            case "Ed448" -> 224;
            case "EC" -> size.orElse(0) / 2;
            default -> modulusBits(size.orElse(0));
        };
    }

    private static int modulusBits(int size) {
        for (int[] step : MODULI) {
            if (size >= step[0]) {
                return step[1];
            }
        }
        return 0;
    }
}
