package org.mtlsplayground.pki;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** The curves of EC keys (RFC 5480 §2.1.1): the JDK takes them by name alone, and not all of them. */
final class EcCurves {
    private static final List<ASN1ObjectIdentifier> IN_TLS =
            List.of(SECObjectIdentifiers.secp256r1, SECObjectIdentifiers.secp384r1, SECObjectIdentifiers.secp521r1);

    private static final int FIELD = 1;
    private static final int CURVE = 2;
    private static final int BASE = 3;
    private static final int ORDER = 4;

    private EcCurves() {}

    /** Whether this is an EC key whose curve the JDK can't work with. */
    static boolean isUnknown(AlgorithmIdentifier algorithm) {
        if (!algorithm.getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey) || algorithm.getParameters() == null) {
            return false;
        }
        if (!(algorithm.getParameters() instanceof ASN1ObjectIdentifier curve)) {
            return true;
        }
        try {
            KeyPairGenerator.getInstance("EC").initialize(new ECGenParameterSpec(curve.getId()));
            return false;
        } catch (GeneralSecurityException | RuntimeException e) {
            return true;
        }
    }

    /** The same key; one that spells out a curve of TLS gets its name instead. */
    static PrivateKeyInfo named(PrivateKeyInfo info) {
        ASN1Encodable parameters = info.getPrivateKeyAlgorithm().getParameters();
        if (!info.getPrivateKeyAlgorithm().getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)
                || !(parameters instanceof ASN1Sequence explicit)) {
            return info;
        }
        try {
            // Compared by the numbers in them: building the curve that a file spells out could take for ever.
            for (ASN1ObjectIdentifier name : IN_TLS) {
                X9ECParameters known = ECNamedCurveTable.getByOID(name);
                if (isSame(explicit, known)) {
                    return new PrivateKeyInfo(
                            new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, name), valueOf(info, known));
                }
            }
        } catch (IOException | RuntimeException e) {
            return info;
        }
        return info;
    }

    /** ECParameters (RFC 3279 §2.3.5): version, field, coefficients, base point, order; a seed and a cofactor may differ. */
    private static boolean isSame(ASN1Sequence explicit, X9ECParameters known) {
        ASN1Sequence ours = ASN1Sequence.getInstance(known.toASN1Primitive());
        return explicit.getObjectAt(FIELD).equals(ours.getObjectAt(FIELD))
                && isSameCurve(
                        ASN1Sequence.getInstance(explicit.getObjectAt(CURVE)),
                        ASN1Sequence.getInstance(ours.getObjectAt(CURVE)))
                && isSamePoint(explicit.getObjectAt(BASE), known)
                && explicit.getObjectAt(ORDER).equals(ours.getObjectAt(ORDER));
    }

    private static boolean isSameCurve(ASN1Sequence explicit, ASN1Sequence ours) {
        return number(explicit.getObjectAt(0)).equals(number(ours.getObjectAt(0)))
                && number(explicit.getObjectAt(1)).equals(number(ours.getObjectAt(1)));
    }

    /** Some write the coefficients without their leading zeros. */
    private static BigInteger number(ASN1Encodable octets) {
        return new BigInteger(1, ASN1OctetString.getInstance(octets).getOctets());
    }

    /** Compressed or not. */
    private static boolean isSamePoint(ASN1Encodable octets, X9ECParameters known) {
        byte[] point = ASN1OctetString.getInstance(octets).getOctets();
        return Arrays.equals(point, known.getG().getEncoded(false))
                || Arrays.equals(point, known.getG().getEncoded(true));
    }

    /** The private value may repeat the curve, and then in the same manner. */
    private static ECPrivateKey valueOf(PrivateKeyInfo info, X9ECParameters known) throws IOException {
        ECPrivateKey key = ECPrivateKey.getInstance(info.parsePrivateKey());
        return new ECPrivateKey(known.getN().bitLength(), key.getKey());
    }
}
