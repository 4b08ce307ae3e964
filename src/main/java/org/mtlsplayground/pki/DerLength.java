package org.mtlsplayground.pki;

/** How long an ASN.1 value is, read from its head (X.690 §8.1.2, §8.1.3) without looking inside. */
final class DerLength {
    /** The length is not told: the value ends where its inner values do (X.690 §8.1.3.6). */
    static final int INDEFINITE = 0;
    /** No head, or a length that no file of ours can have. */
    static final int NONE = -1;

    private static final int LONG_FORM = 0x80;

    private DerLength() {}

    /** Head and content of the value at an offset together, which may be more than there is. */
    static int of(byte[] bytes, int offset) {
        if (offset + 1 >= bytes.length || (bytes[offset] & 0x1F) == 0x1F) {
            return NONE;
        }
        int first = bytes[offset + 1] & 0xFF;
        if (first < LONG_FORM) {
            return 2 + first;
        }
        int count = first - LONG_FORM;
        if (count == 0) {
            return INDEFINITE;
        }
        if (count > 4 || offset + 2 + count > bytes.length) {
            return NONE;
        }
        long length = 0;
        for (int i = 0; i < count; i++) {
            length = length << 8 | (bytes[offset + 2 + i] & 0xFF);
        }
        return length > Integer.MAX_VALUE - 100 ? NONE : (int) length + 2 + count;
    }
}
