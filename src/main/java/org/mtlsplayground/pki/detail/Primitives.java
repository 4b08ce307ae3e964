package org.mtlsplayground.pki.detail;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mtlsplayground.pki.detail.Malformed.Reason;

/** Reads primitive values of the kind that must stand there. The tag may be another one, where it is implicit. */
final class Primitives {
    private static final int LONGEST_INTEGER = 4096;

    private Primitives() {}

    static String oid(Asn1Node node) throws MalformedException {
        return Asn1Values.oid(node).orElseThrow(() -> bad(node, Asn1Types.OBJECT_IDENTIFIER));
    }

    static BigInteger integer(Asn1Node node) throws MalformedException {
        if (node.contentLength() == 0 || node.contentLength() > LONGEST_INTEGER || node.constructed()) {
            throw bad(node, Asn1Types.INTEGER);
        }
        return new BigInteger(node.content());
    }

    static boolean bool(Asn1Node node) throws MalformedException {
        if (node.contentLength() != 1) {
            throw bad(node, Asn1Types.BOOLEAN);
        }
        return node.at(0) != 0;
    }

    /** The names of the bits that are set (X.680 §22); one beyond the list shows its number. */
    static List<String> bits(Asn1Node node, List<String> names) throws MalformedException {
        int length = node.contentLength();
        if (length == 0 || length > 9 || node.at(0) < 0 || node.at(0) > 7 || (length == 1 && node.at(0) > 0)) {
            throw bad(node, Asn1Types.BIT_STRING);
        }
        List<String> set = new ArrayList<>();
        for (int bit = 0; bit < (length - 1) * 8 - node.at(0); bit++) {
            if ((node.at(1 + bit / 8) & 0x80 >> bit % 8) != 0) {
                set.add(bit < names.size() ? names.get(bit) : String.valueOf(bit));
            }
        }
        return set;
    }

    /** IA5String under whatever tag. */
    static String ascii(Asn1Node node) {
        return Asn1Values.asciiOrHex(node);
    }

    /** A string of any kind. */
    static String text(Asn1Node node) throws MalformedException {
        if (node.constructed()
                || node.tagClass() != Asn1Node.TagClass.UNIVERSAL
                || !Asn1Types.isText(node.tagNumber())) {
            throw new MalformedException(Reason.UNEXPECTED_TAG, node.offset(), "DirectoryString");
        }
        return Asn1Values.text(node);
    }

    static String time(Asn1Node node) throws MalformedException {
        return Asn1Times.of(node).orElseThrow(() -> new MalformedException(Reason.BAD_VALUE, node.offset(), "Time"));
    }

    static String hex(Asn1Node node) {
        return FieldDraft.bytes(node.content(1 << 16));
    }

    /** The bytes of a BIT STRING, without the one that counts unused bits. */
    static String bitHex(Asn1Node node) throws MalformedException {
        return FieldDraft.bytes(bitBytes(node));
    }

    static byte[] bitBytes(Asn1Node node) throws MalformedException {
        Elements.require(node, Asn1Types.BIT_STRING);
        if (node.contentLength() == 0) {
            throw bad(node, Asn1Types.BIT_STRING);
        }
        byte[] content = node.content();
        return Arrays.copyOfRange(content, 1, content.length);
    }

    private static MalformedException bad(Asn1Node node, int tag) {
        return new MalformedException(Reason.BAD_VALUE, node.offset(), Asn1Types.name(tag));
    }
}
