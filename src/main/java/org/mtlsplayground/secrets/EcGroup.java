package org.mtlsplayground.secrets;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.KeyAgreement;

/** A NIST curve: an uncompressed point (RFC 8446 §4.2.8.2). Immutable. */
final class EcGroup extends KeyGroup {
    private static final int UNCOMPRESSED = 4;

    private final ECGenParameterSpec spec;
    private final int fieldLength;

    /**
     * @param name of the curve
     * @param fieldLength of one coordinate in bytes
     */
    EcGroup(String name, int fieldLength) {
        super("EC");
        this.spec = new ECGenParameterSpec(name);
        this.fieldLength = fieldLength;
    }

    @Override
    List<AlgorithmParameterSpec> parameters() {
        return List.of(spec);
    }

    @Override
    boolean same(PublicKey key, byte[] onWire) {
        return key instanceof ECPublicKey ec
                && point(onWire).filter(ec.getW()::equals).isPresent();
    }

    @Override
    byte[] agree(PrivateKey own, byte[] other, boolean stripZeros) throws GeneralSecurityException {
        ECPoint point = point(other).orElseThrow(() -> new GeneralSecurityException("no uncompressed point"));
        ECPublicKeySpec key = new ECPublicKeySpec(point, ((ECPrivateKey) own).getParams());
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(own);
        agreement.doPhase(KeyFactory.getInstance("EC").generatePublic(key), true); // checks that it is on the curve
        return agreement.generateSecret();
    }

    private Optional<ECPoint> point(byte[] onWire) {
        if (onWire.length != 1 + 2 * fieldLength || onWire[0] != UNCOMPRESSED) {
            return Optional.empty();
        }
        BigInteger x = new BigInteger(1, Arrays.copyOfRange(onWire, 1, 1 + fieldLength));
        BigInteger y = new BigInteger(1, Arrays.copyOfRange(onWire, 1 + fieldLength, onWire.length));
        return Optional.of(new ECPoint(x, y));
    }
}
