package org.mtlsplayground.pki.detail;

import org.mtlsplayground.pki.detail.Asn1Node.TagClass;

/**
 * Tells whether the bytes of an OCTET STRING or BIT STRING are DER themselves. Random bytes may look like it: so they must
 * be one whole value, sound to its last byte.
 */
final class Asn1Capsule {
    private Asn1Capsule() {}

    /** The offset at which the value within begins; -1 if there is none. */
    static int start(Asn1Node node) {
        boolean bits = node.isUniversal(Asn1Types.BIT_STRING);
        if (node.constructed() || !(bits || node.isUniversal(Asn1Types.OCTET_STRING))) {
            return -1;
        }
        int from = node.contentOffset() + (bits ? 1 : 0);
        // Two bytes are the smallest value. Only whole bytes hold one, and the point of an EC key often looks like an
        // OCTET STRING: so in bits only a SEQUENCE counts.
        if (node.contentEnd() - from < 2
                || (bits && (node.at(0) != 0 || node.bytes()[from] != 0x30))
                || node.depth() + 1 >= Asn1.MAX_DEPTH) {
            return -1;
        }
        return isValue(node.bytes(), from, node.contentEnd(), node.depth() + 1) ? from : -1;
    }

    private static boolean isValue(byte[] bytes, int from, int end, int depth) {
        try {
            Asn1Header header = Asn1Header.read(bytes, from, end, depth);
            return header.trailer() == 0
                    && header.total() == end - from
                    && header.tagClass() == TagClass.UNIVERSAL
                    && isSound(bytes, from, header, depth);
        } catch (MalformedException e) {
            return false;
        }
    }

    /** A loop over the values in a constructed one; it goes into each at most once. */
    private static boolean isSound(byte[] bytes, int offset, Asn1Header header, int depth) throws MalformedException {
        int from = offset + header.size();
        if (!header.constructed()) {
            return isSoundPrimitive(bytes, from, header);
        }
        if (depth >= Asn1.MAX_DEPTH
                || header.trailer() > 0
                || (header.tagClass() == TagClass.UNIVERSAL
                        && header.tagNumber() != Asn1Types.SEQUENCE
                        && header.tagNumber() != Asn1Types.SET)) {
            return false;
        }
        int at = from;
        while (at < from + header.length()) {
            Asn1Header inner = Asn1Header.read(bytes, at, from + header.length(), depth + 1);
            if (!isSound(bytes, at, inner, depth + 1)) {
                return false;
            }
            at += inner.total();
        }
        return true;
    }

    private static boolean isSoundPrimitive(byte[] bytes, int from, Asn1Header header) {
        if (header.tagClass() != TagClass.UNIVERSAL) {
            return true;
        }
        int length = header.length();
        return switch (header.tagNumber()) {
            case Asn1Types.BOOLEAN -> length == 1;
            case Asn1Types.NULL -> length == 0;
            case Asn1Types.INTEGER, Asn1Types.ENUMERATED -> length > 0;
            case Asn1Types.BIT_STRING -> length > 0 && bytes[from] >= 0 && bytes[from] < 8;
            case Asn1Types.OCTET_STRING -> true;
            case Asn1Types.OBJECT_IDENTIFIER -> length > 0 && bytes[from + length - 1] >= 0;
            case Asn1Types.UTC_TIME, Asn1Types.GENERALIZED_TIME -> length > 8;
            default -> Asn1Types.isText(header.tagNumber());
        };
    }
}
