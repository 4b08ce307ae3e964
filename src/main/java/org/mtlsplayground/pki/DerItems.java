package org.mtlsplayground.pki;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1InputStream;

/** Takes bare ASN.1 apart: what PEM says by a label, DER shows by its shape alone. */
final class DerItems {
    private static final int SEQUENCE = 0x30;

    private DerItems() {}

    /** Whether bytes may be ASN.1 of ours; text that begins with the digit zero is told by what follows. */
    static boolean looksLike(byte[] bytes) {
        if (bytes.length < 2 || bytes[0] != SEQUENCE) {
            return false;
        }
        // Text never has a length of more than one byte, and a short one must fit what is there.
        return bytes[1] < 0 || (bytes[1] + 2 <= bytes.length && !PlainText.isText(bytes));
    }

    /** One item or more for each value in a row. */
    static void add(byte[] bytes, Items items, char[] password) throws ContentException {
        ShapedItems shaped = new ShapedItems(items, password);
        int offset = 0;
        while (offset < bytes.length) {
            Place place = Place.offset(offset);
            if (offset > 0 && isBlank(bytes, offset)) {
                return;
            }
            int length = bytes[offset] == SEQUENCE ? DerLength.of(bytes, offset) : DerLength.NONE;
            if (length == DerLength.INDEFINITE) {
                length = measured(bytes, offset);
            }
            if (length == DerLength.NONE || length > bytes.length - offset) {
                LoadDetail detail = offset > 0 && bytes[offset] != SEQUENCE
                        ? LoadDetail.MORE_BYTES
                        : length == DerLength.NONE ? LoadDetail.ASN1 : LoadDetail.CUT_SHORT;
                items.add(LoadFault.of(LoadProblem.DAMAGED, detail, "").at(place));
                return;
            }
            add(Arrays.copyOfRange(bytes, offset, offset + length), place, shaped, items);
            offset += length;
        }
    }

    private static void add(byte[] value, Place place, ShapedItems shaped, Items items) throws ContentException {
        DerShape shape;
        try {
            shape = ShapedItems.shape(value);
        } catch (ContentException e) {
            items.add(e.fault().at(place));
            return;
        }
        if (items.isEmpty()) {
            items.format(
                    switch (shape) {
                        case PKCS12 -> FileFormat.PKCS12;
                        case PKCS7 -> FileFormat.PKCS7;
                        default -> FileFormat.DER;
                    });
        }
        shaped.add(shape, value, place);
    }

    /** A value of indefinite length must be read to its end to know it. */
    private static int measured(byte[] bytes, int offset) {
        ByteArrayInputStream rest = new ByteArrayInputStream(bytes, offset, bytes.length - offset);
        try (ASN1InputStream stream = new ASN1InputStream(rest, bytes.length - offset)) {
            return stream.readObject() == null ? DerLength.NONE : bytes.length - offset - rest.available();
        } catch (IOException | RuntimeException e) {
            return DerLength.NONE;
        }
    }

    /** Some programs end a file with a line end or fill it up with zeros. */
    private static boolean isBlank(byte[] bytes, int from) {
        for (int at = from; at < bytes.length; at++) {
            if (bytes[at] != 0 && !Character.isWhitespace(bytes[at])) {
                return false;
            }
        }
        return true;
    }
}
