package org.mtlsplayground.pki;

import java.io.IOException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** A key that lies open: PKCS#8 (RFC 5958 §2), PKCS#1 (RFC 8017 §A.1.2) or SEC1 (RFC 5915 §3). */
final class PlainKey implements ClosedKey {
    private final DerShape shape;
    private final byte[] der;
    private final byte[] parameters;

    /**
     * @param parameters of the curve, where they stand before a SEC1 key; null elsewhere
     */
    PlainKey(DerShape shape, byte[] der, byte[] parameters) {
        this.shape = shape;
        this.der = der;
        this.parameters = parameters;
    }

    @Override
    public String form() {
        return switch (shape) {
            case RSA_PRIVATE_KEY -> "PKCS#1";
            case EC_PRIVATE_KEY -> "SEC1";
            case DSA_PRIVATE_KEY -> "DSA";
            default -> "PKCS#8";
        };
    }

    @Override
    public String encryption() {
        return "";
    }

    @Override
    public PrivateKeyInfo open(char[] password) throws ContentException {
        return info(shape, der, parameters);
    }

    static PrivateKeyInfo info(DerShape shape, byte[] der, byte[] parameters) throws ContentException {
        try {
            return switch (shape) {
                case PRIVATE_KEY -> PrivateKeyInfo.getInstance(der);
                case RSA_PRIVATE_KEY ->
                    new PrivateKeyInfo(
                            new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                            RSAPrivateKey.getInstance(der));
                case EC_PRIVATE_KEY -> sec1(ECPrivateKey.getInstance(der), parameters);
                case DSA_PRIVATE_KEY ->
                    throw new ContentException(LoadProblem.UNSUPPORTED_KEY, LoadDetail.KEY_KIND, "DSA");
                default -> throw ContentException.damaged(LoadDetail.KEY_CONTENT);
            };
        } catch (IOException | RuntimeException e) {
            throw ContentException.damaged(LoadDetail.KEY_CONTENT);
        }
    }

    private static PrivateKeyInfo sec1(ECPrivateKey key, byte[] parameters) throws IOException {
        ASN1Encodable curve = key.getParametersObject();
        if (curve == null && parameters != null) {
            curve = ASN1Primitive.fromByteArray(parameters);
        }
        if (curve == null) {
            throw new IOException("no curve");
        }
        return new PrivateKeyInfo(new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve), key);
    }

    @Override
    public void clear() {
        Arrays.fill(der, (byte) 0);
    }
}
