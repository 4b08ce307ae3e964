package org.mtlsplayground.pki;

import java.io.IOException;
import java.security.PrivateKey;
import java.security.interfaces.RSAKey;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTNamedCurves;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** Names of key kinds, as people say them: {@code EC P-256}, {@code RSA 2048}, {@code Ed25519}. */
public final class KeyNames {
    private static final Map<ASN1ObjectIdentifier, String> FAMILIES = Map.of(
            PKCSObjectIdentifiers.rsaEncryption, "RSA",
            PKCSObjectIdentifiers.id_RSASSA_PSS, "RSA-PSS",
            X9ObjectIdentifiers.id_ecPublicKey, "EC",
            X9ObjectIdentifiers.id_dsa, "DSA",
            X9ObjectIdentifiers.dhpublicnumber, "DH",
            PKCSObjectIdentifiers.dhKeyAgreement, "DH",
            EdECObjectIdentifiers.id_Ed25519, "Ed25519",
            EdECObjectIdentifiers.id_Ed448, "Ed448",
            EdECObjectIdentifiers.id_X25519, "X25519",
            EdECObjectIdentifiers.id_X448, "X448");

    private KeyNames() {}

    /**
     * Kind and size of a public key in its DER form (RFC 5280 §4.1.2.7).
     *
     * @throws IllegalArgumentException if the bytes are no SubjectPublicKeyInfo
     */
    public static String ofPublicKey(byte[] encoded) {
        SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(encoded);
        String name = ofAlgorithm(info.getAlgorithm());
        if (!name.startsWith("RSA")) {
            return name;
        }
        try {
            return name + " "
                    + RSAPublicKey.getInstance(info.parsePublicKey())
                            .getModulus()
                            .bitLength();
        } catch (IOException | RuntimeException e) {
            return name;
        }
    }

    /** Kind and size of a private key, of which nothing else is told. */
    static String ofPrivateKey(AlgorithmIdentifier algorithm, PrivateKey key) {
        String name = ofAlgorithm(algorithm);
        return key instanceof RSAKey rsa ? name + " " + rsa.getModulus().bitLength() : name;
    }

    /** Kind, and the curve of an EC key (RFC 5480 §2.1.1). */
    static String ofAlgorithm(AlgorithmIdentifier algorithm) {
        ASN1ObjectIdentifier oid = algorithm.getAlgorithm();
        String family = FAMILIES.getOrDefault(oid, oid.getId());
        return family.equals("EC") ? "EC " + curve(algorithm) : family;
    }

    private static String curve(AlgorithmIdentifier algorithm) {
        if (!(algorithm.getParameters() instanceof ASN1ObjectIdentifier oid)) {
            return "with explicit parameters";
        }
        String nist = NISTNamedCurves.getName(oid);
        String name = nist == null ? ECNamedCurveTable.getName(oid) : nist;
        return name == null ? oid.getId() : name;
    }
}
