package org.mtlsplayground.pki;

import java.util.Map;
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

    private static final Map<String, String> CIPHERS = Map.ofEntries(
            Map.entry(AES + "2", "AES-128-CBC"),
            Map.entry(AES + "22", "AES-192-CBC"),
            Map.entry(AES + "42", "AES-256-CBC"),
            Map.entry(AES + "6", "AES-128-GCM"),
            Map.entry(AES + "26", "AES-192-GCM"),
            Map.entry(AES + "46", "AES-256-GCM"),
            Map.entry("1.2.840.113549.3.7", "3DES-CBC"),
            Map.entry("1.2.840.113549.3.2", "RC2-CBC"),
            Map.entry("1.3.14.3.2.7", "DES-CBC"),
            Map.entry("1.2.392.200011.61.1.1.1.2", "CAMELLIA-128-CBC"),
            Map.entry("1.2.392.200011.61.1.1.1.3", "CAMELLIA-192-CBC"),
            Map.entry("1.2.392.200011.61.1.1.1.4", "CAMELLIA-256-CBC"),
            Map.entry("1.2.410.200046.1.1.2", "ARIA-128-CBC"),
            Map.entry("1.2.410.200046.1.1.7", "ARIA-192-CBC"),
            Map.entry("1.2.410.200046.1.1.12", "ARIA-256-CBC"),
            Map.entry("1.2.410.200004.1.4", "SEED-CBC"));

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
            return "PBES2 " + CIPHERS.getOrDefault(cipher, Printable.of(cipher, 100)) + ", "
                    + derivation(parameters.getKeyDerivationFunc());
        } catch (RuntimeException e) {
            return "PBES2";
        }
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
