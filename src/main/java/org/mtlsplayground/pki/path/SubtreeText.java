package org.mtlsplayground.pki.path;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.BitSet;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.GeneralName;

/** Which names a name constraint speaks of: {@code DNS:example.org}, {@code IP:10.0.0.0/8}. */
final class SubtreeText {
    private SubtreeText() {}

    static String of(GeneralName base) {
        return switch (base.getTagNo()) {
            case GeneralName.dNSName -> "DNS:" + base.getName();
            case GeneralName.rfc822Name -> "email:" + base.getName();
            case GeneralName.uniformResourceIdentifier -> "URI:" + base.getName();
            case GeneralName.iPAddress ->
                "IP:" + range(ASN1OctetString.getInstance(base.getName()).getOctets());
            case GeneralName.directoryName -> "directory:" + base.getName();
            default -> "other:" + base.getName();
        };
    }

    /** Address and mask, as RFC 5280 §4.2.1.10 writes them one behind the other. */
    private static String range(byte[] addressAndMask) {
        int half = addressAndMask.length / 2;
        byte[] mask = Arrays.copyOfRange(addressAndMask, half, addressAndMask.length);
        try {
            return InetAddress.getByAddress(Arrays.copyOf(addressAndMask, half)).getHostAddress() + "/"
                    + BitSet.valueOf(mask).cardinality();
        } catch (UnknownHostException e) {
            // A length that no address has.
            return "?";
        }
    }
}
