package org.mtlsplayground.pki;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.util.io.pem.PemObject;

/** Recognises bare ASN.1: what PEM says by a label, DER shows by its shape alone. */
final class DerParts {
    private static final int SEQUENCE = 0x30;

    private DerParts() {}

    /** One part for each value in a row, or none if the bytes are not entirely ASN.1 of a shape we know. */
    static List<Part> of(byte[] bytes) {
        List<Part> parts = new ArrayList<>();
        if (bytes[0] != SEQUENCE) {
            return parts;
        }
        try (ASN1InputStream stream = new ASN1InputStream(bytes)) {
            for (ASN1Primitive value = stream.readObject(); value != null; value = stream.readObject()) {
                if (!(value instanceof ASN1Sequence sequence) || parts.size() == FileParts.MAX_PARTS) {
                    return List.of();
                }
                String label = DerShape.pemLabel(sequence);
                if (label.isEmpty()) {
                    return List.of();
                }
                parts.add(Part.of(new PemObject(label, sequence.getEncoded())));
            }
            // The only one is taken as it stands: a signature is over its very bytes.
            return parts.size() == 1
                    ? List.of(Part.of(new PemObject(parts.get(0).pem().getType(), bytes.clone())))
                    : parts;
        } catch (IOException | RuntimeException e) {
            return List.of();
        }
    }

    /** Why {@link #of} found nothing in bytes that are no PEM either. */
    static ContentException whyNot(byte[] bytes) {
        // A sequence with a length of more than one byte: text never begins like that.
        if (bytes.length > 1 && bytes[0] == SEQUENCE && bytes[1] < 0) {
            try (ASN1InputStream stream = new ASN1InputStream(bytes)) {
                ASN1Primitive first = stream.readObject();
                boolean known = first instanceof ASN1Sequence sequence
                        && !DerShape.pemLabel(sequence).isEmpty();
                return known
                        ? new ContentException(LoadProblem.DAMAGED, "more bytes after its end")
                        : new ContentException(LoadProblem.NOT_UNDERSTOOD, "ASN.1 of an unknown shape");
            } catch (IOException | RuntimeException e) {
                return new ContentException(LoadProblem.DAMAGED, "the ASN.1 is broken");
            }
        }
        if (bytes.length > 3 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xED && bytes[2] == (byte) 0xFE) {
            return new ContentException(LoadProblem.SOMETHING_ELSE, "Java key store (JKS)");
        }
        return new ContentException(LoadProblem.NOT_UNDERSTOOD, "");
    }
}
