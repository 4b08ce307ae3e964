package org.mtlsplayground.secrets;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.XECPublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPublicKeySpec;
import java.util.List;
import javax.crypto.KeyAgreement;

/** x25519 or x448: a u-coordinate in little-endian order (RFC 7748 §5, RFC 8446 §4.2.8.2). Immutable. */
final class XdhGroup extends KeyGroup {
    private final NamedParameterSpec spec;
    private final int length;

    /**
     * @param spec the function
     * @param length of a public key in bytes
     */
    XdhGroup(NamedParameterSpec spec, int length) {
        super("XDH");
        this.spec = spec;
        this.length = length;
    }

    @Override
    List<AlgorithmParameterSpec> parameters() {
        return List.of(spec);
    }

    @Override
    boolean same(PublicKey key, byte[] onWire) {
        return onWire.length == length
                && key instanceof XECPublicKey xdh
                && xdh.getU().equals(coordinate(onWire));
    }

    @Override
    byte[] agree(PrivateKey own, byte[] other, boolean stripZeros) throws GeneralSecurityException {
        if (other.length != length) {
            throw new GeneralSecurityException("a public key of another length");
        }
        KeyAgreement agreement = KeyAgreement.getInstance("XDH");
        agreement.init(own);
        agreement.doPhase(
                KeyFactory.getInstance("XDH").generatePublic(new XECPublicKeySpec(spec, coordinate(other))), true);
        return agreement.generateSecret();
    }

    private BigInteger coordinate(byte[] onWire) {
        byte[] bigEndian = new byte[length];
        for (int i = 0; i < length; i++) {
            bigEndian[length - 1 - i] = onWire[i];
        }
        if (spec == NamedParameterSpec.X25519) {
            bigEndian[0] &= 0x7f; // RFC 7748 §5: the top bit is no part of the number.
        }
        return new BigInteger(1, bigEndian);
    }
}
