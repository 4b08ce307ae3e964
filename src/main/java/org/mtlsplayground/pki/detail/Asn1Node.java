package org.mtlsplayground.pki.detail;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One value of an ASN.1 tree (X.690): where it lies, its tag, and what it holds. Immutable; any thread. The children are
 * read from the bytes whenever they are asked for, so that even a large CRL costs nothing until it is opened.
 */
public final class Asn1Node {
    private final byte[] bytes;
    private final int offset;
    private final Asn1Header header;
    private final int depth;
    private final boolean encapsulated;
    private final Optional<Malformed> malformed;

    Asn1Node(byte[] bytes, int offset, Asn1Header header, int depth, boolean encapsulated) {
        this.bytes = bytes;
        this.offset = offset;
        this.header = header;
        this.depth = depth;
        this.encapsulated = encapsulated;
        this.malformed = Optional.empty();
    }

    /** What is left where reading stopped. */
    Asn1Node(byte[] bytes, int offset, int end, int depth, boolean encapsulated, Malformed malformed) {
        this.bytes = bytes;
        this.offset = offset;
        this.header = new Asn1Header(TagClass.UNIVERSAL, false, 0, 0, end - offset, 0);
        this.depth = depth;
        this.encapsulated = encapsulated;
        this.malformed = Optional.of(malformed);
    }

    /** The classes of tags (X.690 §8.1.2.2), in the order of their numbers. */
    public enum TagClass {
        UNIVERSAL,
        APPLICATION,
        CONTEXT_SPECIFIC,
        PRIVATE
    }

    /** The offset of the tag, counted from the beginning of the whole encoding. */
    public int offset() {
        return offset;
    }

    /** The bytes of tag and length together; 0 if malformed. */
    public int headerLength() {
        return header.size();
    }

    /** The bytes of the content; of an indefinite length without the two zeros at its end. */
    public int contentLength() {
        return header.length();
    }

    /** Whether the end is marked instead of the length given (BER; DER does not allow it). */
    public boolean indefinite() {
        return header.trailer() > 0;
    }

    /** Where all of it lies. */
    public ByteRange range() {
        return new ByteRange(offset, header.total());
    }

    /** The class of the tag. */
    public TagClass tagClass() {
        return header.tagClass();
    }

    /** The number of the tag within its class. */
    public int tagNumber() {
        return header.tagNumber();
    }

    /** Whether the content is values in their turn. */
    public boolean constructed() {
        return header.constructed();
    }

    /** How many values it lies in. */
    public int depth() {
        return depth;
    }

    /** Whether it lies in an OCTET STRING or BIT STRING that, by its kind, is mere bytes. */
    public boolean encapsulated() {
        return encapsulated;
    }

    /** Why the bytes from here on could not be read; empty for a sound value. */
    public Optional<Malformed> malformed() {
        return malformed;
    }

    /** The kind: {@code SEQUENCE}, {@code UTF8String}, {@code [0]}, {@code [APPLICATION 1]}; empty if malformed. */
    public String type() {
        return malformed.isPresent() ? "" : Asn1Types.name(header);
    }

    /** The value of a primitive one, safe to show and of bounded length; empty where the children say it. */
    public String value() {
        return Asn1Values.of(this);
    }

    /**
     * The values within: of a constructed one its content, of an OCTET STRING or BIT STRING the DER it holds, if it holds
     * any. At most {@link Asn1#MAX_CHILDREN}; the last one may be malformed.
     */
    public List<Asn1Node> children() {
        if (malformed.isPresent()) {
            return List.of();
        }
        if (header.constructed()) {
            return Asn1.values(bytes, contentOffset(), contentEnd(), depth + 1, false);
        }
        int from = Asn1Capsule.start(this);
        return from < 0 ? List.of() : Asn1.values(bytes, from, contentEnd(), depth + 1, true);
    }

    /** A copy of the content bytes. */
    public byte[] content() {
        return Arrays.copyOfRange(bytes, contentOffset(), contentEnd());
    }

    /** A copy of the whole value, with tag and length. */
    public byte[] encoded() {
        return Arrays.copyOfRange(bytes, offset, range().end());
    }

    /** The values that must be in an OCTET STRING or BIT STRING, sound or not. */
    List<Asn1Node> forced() {
        int skip = isUniversal(Asn1Types.BIT_STRING) ? Math.min(1, header.length()) : 0;
        return Asn1.values(bytes, contentOffset() + skip, contentEnd(), depth + 1, true);
    }

    /** At most so many bytes of the content. */
    byte[] content(int most) {
        return Arrays.copyOfRange(bytes, contentOffset(), contentOffset() + Math.min(most, header.length()));
    }

    byte at(int index) {
        return bytes[contentOffset() + index];
    }

    byte[] bytes() {
        return bytes;
    }

    int contentOffset() {
        return offset + header.size();
    }

    int contentEnd() {
        return contentOffset() + header.length();
    }

    boolean isUniversal(int tag) {
        return malformed.isEmpty() && header.tagClass() == TagClass.UNIVERSAL && header.tagNumber() == tag;
    }

    boolean isContext(int tag) {
        return malformed.isEmpty() && header.tagClass() == TagClass.CONTEXT_SPECIFIC && header.tagNumber() == tag;
    }

    /** For people and tests: {@code 4:2+3 INTEGER 7}. */
    @Override
    public String toString() {
        return offset + ":" + header.size() + "+" + header.length() + " " + type() + " " + value();
    }
}
