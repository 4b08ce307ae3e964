package org.mtlsplayground.pki;

import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.misc.MiscObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** What closes a key, in the names of RFC 8018 and RFC 7292. */
final class EncryptionNames {
    private static final String PKCS5 = "1.2.840.113549.1.5.";
    private static final String PKCS12 = "1.2.840.113549.1.12.1.";
    private static final String AES = "2.16.840.1.101.3.4.1.";

    private static final Map<String, String> SCHEMES = Map.ofEntries(
            Map.entry(PKCS5 + "1", "PBES1 MD2 DES-CBC"),
            Map.entry(PKCS5 + "3", "PBES1 MD5 DES-CBC"),
            Map.entry(PKCS5 + "4", "PBES1 MD2 RC2-CBC"),
            Map.entry(PKCS5 + "6", "PBES1 MD5 RC2-CBC"),
            Map.entry(PKCS5 + "10", "PBES1 SHA-1 DES-CBC"),
            Map.entry(PKCS5 + "11", "PBES1 SHA-1 RC2-CBC"),
            Map.entry(PKCS12 + "1", "PKCS#12 SHA-1 RC4-128"),
            Map.entry(PKCS12 + "2", "PKCS#12 SHA-1 RC4-40"),
            Map.entry(PKCS12 + "3", "PKCS#12 SHA-1 3DES-CBC"),
            Map.entry(PKCS12 + "4", "PKCS#12 SHA-1 2DES-CBC"),
            Map.entry(PKCS12 + "5", "PKCS#12 SHA-1 RC2-128"),
            Map.entry(PKCS12 + "6", "PKCS#12 SHA-1 RC2-40"),
            Map.entry("1.3.6.1.4.1.42.2.17.1.1", "JKS"),
            Map.entry("1.3.6.1.4.1.42.2.19.1", "PBES1 MD5 3DES-CBC"));

    private static final Map<String, Pbes2Cipher> CIPHERS = Map.ofEntries(
            Map.entry(AES + "2", cipher("AES-128-CBC", "AES", "CBC", 16)),
            Map.entry(AES + "3", cipher("AES-128-OFB", "AES", "OFB", 16)),
            Map.entry(AES + "4", cipher("AES-128-CFB", "AES", "CFB", 16)),
            Map.entry(AES + "6", cipher("AES-128-GCM", "AES", "GCM", 16)),
            Map.entry(AES + "22", cipher("AES-192-CBC", "AES", "CBC", 24)),
            Map.entry(AES + "23", cipher("AES-192-OFB", "AES", "OFB", 24)),
            Map.entry(AES + "24", cipher("AES-192-CFB", "AES", "CFB", 24)),
            Map.entry(AES + "26", cipher("AES-192-GCM", "AES", "GCM", 24)),
            Map.entry(AES + "42", cipher("AES-256-CBC", "AES", "CBC", 32)),
            Map.entry(AES + "43", cipher("AES-256-OFB", "AES", "OFB", 32)),
            Map.entry(AES + "44", cipher("AES-256-CFB", "AES", "CFB", 32)),
            Map.entry(AES + "46", cipher("AES-256-GCM", "AES", "GCM", 32)),
            Map.entry("1.2.840.113549.3.7", cipher("3DES-CBC", "DESede", "CBC", 24)),
            Map.entry("1.2.840.113549.3.2", cipher("RC2-CBC", "RC2", "CBC", 16)),
            Map.entry("1.3.14.3.2.7", cipher("DES-CBC", "DES", "CBC", 8)),
            Map.entry("1.2.392.200011.61.1.1.1.2", cipher("CAMELLIA-128-CBC", "Camellia", "CBC", 16)),
            Map.entry("1.2.392.200011.61.1.1.1.3", cipher("CAMELLIA-192-CBC", "Camellia", "CBC", 24)),
            Map.entry("1.2.392.200011.61.1.1.1.4", cipher("CAMELLIA-256-CBC", "Camellia", "CBC", 32)),
            Map.entry("1.2.410.200046.1.1.2", cipher("ARIA-128-CBC", "ARIA", "CBC", 16)),
            Map.entry("1.2.410.200046.1.1.7", cipher("ARIA-192-CBC", "ARIA", "CBC", 24)),
            Map.entry("1.2.410.200046.1.1.12", cipher("ARIA-256-CBC", "ARIA", "CBC", 32)),
            Map.entry("1.2.410.200004.1.4", cipher("SEED-CBC", "SEED", "CBC", 16)),
            Map.entry("1.3.6.1.4.1.3029.1.2", cipher("BF-CBC", "Blowfish", "CBC", 16)),
            Map.entry("1.2.840.113533.7.66.10", cipher("CAST5-CBC", "CAST5", "CBC", 16)),
            Map.entry("1.2.156.10197.1.104.2", cipher("SM4-CBC", "SM4", "CBC", 16)));

    /**
     * A cipher of PBES2.
     *
     * @param name as OpenSSL calls it
     * @param family as the JCE calls its keys
     * @param transformation as the JCE calls it
     * @param keyLength in bytes, where nothing else is said
     */
    record Pbes2Cipher(String name, String family, String transformation, int keyLength) {}

    private static Pbes2Cipher cipher(String name, String family, String mode, int keyLength) {
        String padding = mode.equals("CBC") ? "PKCS5Padding" : "NoPadding";
        return new Pbes2Cipher(name, family, family + "/" + mode + "/" + padding, keyLength);
    }

    private static final Map<ASN1ObjectIdentifier, String> PRFS = Map.of(
            PKCSObjectIdentifiers.id_hmacWithSHA1, "HMAC-SHA-1",
            PKCSObjectIdentifiers.id_hmacWithSHA224, "HMAC-SHA-224",
            PKCSObjectIdentifiers.id_hmacWithSHA256, "HMAC-SHA-256",
            PKCSObjectIdentifiers.id_hmacWithSHA384, "HMAC-SHA-384",
            PKCSObjectIdentifiers.id_hmacWithSHA512, "HMAC-SHA-512");

    private EncryptionNames() {}

    /** {@code PBES2 AES-256-CBC, PBKDF2 HMAC-SHA-256}; what has no name is shown by its OID. Never throws. */
    static String of(AlgorithmIdentifier algorithm) {
        String oid = algorithm.getAlgorithm().getId();
        if (!algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBES2)) {
            return SCHEMES.getOrDefault(oid, Printable.of(oid, 100));
        }
        try {
            PBES2Parameters parameters = PBES2Parameters.getInstance(algorithm.getParameters());
            String cipher = parameters.getEncryptionScheme().getAlgorithm().getId();
            return "PBES2 "
                    + Optional.ofNullable(CIPHERS.get(cipher))
                            .map(Pbes2Cipher::name)
                            .orElse(Printable.of(cipher, 100))
                    + ", "
                    + derivation(parameters.getKeyDerivationFunc());
        } catch (RuntimeException e) {
            return "PBES2";
        }
    }

    /** None where it is not known here. */
    static Optional<Pbes2Cipher> cipher(ASN1ObjectIdentifier oid) {
        return Optional.ofNullable(CIPHERS.get(oid.getId()));
    }

    /** Whether it is a scheme of PBES1 or PKCS#12 that is known here. */
    static boolean isScheme(ASN1ObjectIdentifier oid) {
        return SCHEMES.containsKey(oid.getId());
    }

    private static String derivation(KeyDerivationFunc function) {
        if (function.getAlgorithm().equals(MiscObjectIdentifiers.id_scrypt)) {
            return "scrypt";
        }
        if (!function.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBKDF2)) {
            return Printable.of(function.getAlgorithm().getId(), 100);
        }
        ASN1ObjectIdentifier prf =
                PBKDF2Params.getInstance(function.getParameters()).getPrf().getAlgorithm();
        return "PBKDF2 " + PRFS.getOrDefault(prf, Printable.of(prf.getId(), 100));
    }
}
