package org.mtlsplayground.pki.detail;

/**
 * Where and why some ASN.1 could not be read further.
 *
 * @param reason why
 * @param offset of the byte at which reading stopped, counted from the beginning of the encoding
 * @param expected what should have stood there, in the standard's terms ({@code SEQUENCE}, {@code BOOLEAN}); may be empty
 */
public record Malformed(Reason reason, int offset, String expected) {
    /** What is wrong. */
    public enum Reason {
        /** The bytes end within a tag or a length. */
        TRUNCATED_HEADER,
        /** A length reaches beyond the end of what it stands in. */
        LENGTH_BEYOND_END,
        /** A length in a form that is not allowed, or of 2 GiB and more. */
        BAD_LENGTH,
        /** A tag number in a form that is not allowed, or over 2^28. */
        BAD_TAG,
        /** Values lie deeper in each other than {@link Asn1#MAX_DEPTH}. */
        TOO_DEEP,
        /** More values in a row than {@link Asn1#MAX_CHILDREN}; the rest is not shown. */
        TOO_MANY,
        /** Another kind of value than the standard has there. */
        UNEXPECTED_TAG,
        /** The kind is right, the value is none of that kind. */
        BAD_VALUE,
        /** A value is missing at the end. */
        MISSING,
        /** More follows than the standard has there. */
        TRAILING
    }
}
