package org.mtlsplayground.pki.detail;

import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.mtlsplayground.pki.Hex;
import org.mtlsplayground.pki.Oids;
import org.mtlsplayground.pki.Printable;

/** What primitive values hold, as text. */
final class Asn1Values {
    /** So many bytes are shown as hex. */
    static final int SHOWN = 32;

    /** Longer identifiers are shown as bytes: no standard has one. */
    private static final int LONGEST_OID = 128;

    /** Up to here a number is shown in decimal. */
    private static final int LONGEST_DECIMAL = 8;

    private Asn1Values() {}

    static String of(Asn1Node node) {
        if (node.malformed().isPresent()) {
            return hex(node, 0);
        }
        if (node.constructed() || !node.children().isEmpty()) {
            return "";
        }
        if (node.tagClass() != Asn1Node.TagClass.UNIVERSAL) {
            return asciiOrHex(node);
        }
        int tag = node.tagNumber();
        return switch (tag) {
            case Asn1Types.NULL -> node.contentLength() == 0 ? "" : hex(node, 0);
            case Asn1Types.BOOLEAN -> node.contentLength() != 1 ? hex(node, 0) : node.at(0) == 0 ? "FALSE" : "TRUE";
            case Asn1Types.INTEGER, Asn1Types.ENUMERATED -> integer(node);
            case Asn1Types.OBJECT_IDENTIFIER -> oid(node).map(Asn1Values::named).orElseGet(() -> hex(node, 0));
            case Asn1Types.BIT_STRING -> bits(node);
            case Asn1Types.UTC_TIME, Asn1Types.GENERALIZED_TIME ->
                Asn1Times.of(node).orElseGet(() -> asciiOrHex(node));
            default -> Asn1Types.isText(tag) ? text(node) : hex(node, 0);
        };
    }

    /** A dotted identifier (X.690 §8.19); empty if the bytes are none. */
    static Optional<String> oid(Asn1Node node) {
        int length = node.contentLength();
        if (length == 0 || length > LONGEST_OID || node.at(length - 1) < 0) {
            return Optional.empty();
        }
        StringBuilder out = new StringBuilder();
        BigInteger arc = BigInteger.ZERO;
        for (int i = 0; i < length; i++) {
            arc = arc.shiftLeft(7).or(BigInteger.valueOf(node.at(i) & 0x7f));
            if (node.at(i) >= 0) {
                if (out.length() == 0) {
                    int first = arc.min(BigInteger.valueOf(80)).intValue() / 40;
                    out.append(first);
                    arc = arc.subtract(BigInteger.valueOf(first * 40L));
                }
                out.append('.').append(arc);
                arc = BigInteger.ZERO;
            }
        }
        return Optional.of(out.toString());
    }

    /** {@code subjectAltName (2.5.29.17)}, or the dotted form alone. */
    static String named(String oid) {
        return Oids.name(oid).map(name -> name + " (" + oid + ")").orElse(oid);
    }

    /** Text of any of the kinds of string; bytes that are none become replacement characters. */
    static String text(Asn1Node node) {
        Charset charset = switch (node.tagNumber()) {
            case Asn1Types.BMP_STRING -> StandardCharsets.UTF_16BE;
            case Asn1Types.UNIVERSAL_STRING -> Charset.forName("UTF-32BE");
            case Asn1Types.TELETEX_STRING -> StandardCharsets.ISO_8859_1;
            default -> StandardCharsets.UTF_8;
        };
        return Printable.of(new String(node.content(4 * (Printable.MAX_LENGTH + 1)), charset));
    }

    /** Text if all of it is printable ASCII, as it is under the tags of GeneralName; bytes otherwise. */
    static String asciiOrHex(Asn1Node node) {
        byte[] some = node.content(Printable.MAX_LENGTH + 1);
        for (byte b : some) {
            if (b < 0x20 || b == 0x7f) {
                return hex(node, 0);
            }
        }
        return Printable.of(new String(some, StandardCharsets.US_ASCII));
    }

    static String hex(Asn1Node node, int skip) {
        byte[] some = node.content(skip + SHOWN);
        byte[] shown = Arrays.copyOfRange(some, Math.min(skip, some.length), some.length);
        return Hex.of(shown) + (node.contentLength() > skip + SHOWN ? "…" : "");
    }

    private static String integer(Asn1Node node) {
        int length = node.contentLength();
        return length == 0 || length > LONGEST_DECIMAL ? hex(node, 0) : new BigInteger(node.content()).toString();
    }

    private static String bits(Asn1Node node) {
        if (node.contentLength() == 0 || node.at(0) < 0 || node.at(0) > 7) {
            return hex(node, 0);
        }
        return hex(node, 1) + (node.at(0) == 0 ? "" : " (-" + node.at(0) + " bits)");
    }
}
