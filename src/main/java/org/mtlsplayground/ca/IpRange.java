package org.mtlsplayground.ca;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.GeneralName;
import org.mtlsplayground.pki.IpText;

/** Addresses and address ranges in GeneralName as text: {@code ::1}, {@code 10.0.0.0/8}. */
final class IpRange {
    private IpRange() {}

    /** Empty for a length that is neither of an address nor of a range, and for a mask with holes. */
    static Optional<String> of(GeneralName name) {
        byte[] octets = ASN1OctetString.getInstance(name.getName()).getOctets();
        return switch (octets.length) {
            case 4, 16 -> Optional.of(address(octets));
            case 8, 32 -> range(octets);
            default -> Optional.empty();
        };
    }

    private static Optional<String> range(byte[] octets) {
        int half = octets.length / 2;
        String address = address(Arrays.copyOf(octets, half));
        int bits = prefix(Arrays.copyOfRange(octets, half, octets.length));
        return bits < 0 ? Optional.empty() : Optional.of(address + "/" + bits);
    }

    private static String address(byte[] octets) {
        try {
            return IpText.shorten(InetAddress.getByAddress(octets).getHostAddress());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("4 or 16 bytes are an address", e);
        }
    }

    /** How many ones the mask begins with; -1 if there are others behind. */
    private static int prefix(byte[] mask) {
        byte[] lowestFirst = new byte[mask.length];
        for (int i = 0; i < mask.length; i++) {
            lowestFirst[i] = (byte) (Integer.reverse(mask[i] & 0xFF) >>> 24);
        }
        BitSet bits = BitSet.valueOf(lowestFirst);
        int ones = bits.nextClearBit(0);
        return bits.cardinality() == ones ? ones : -1;
    }
}
