package org.mtlsplayground.ca;

/**
 * Something that can't be issued as it was asked for.
 *
 * @param field which part of the wish
 * @param why what is wrong with it
 * @param value the text in question, as it was given; may be empty
 */
public record WrongInput(Field field, Why why, String value) {
    /** The parts of a certificate that can be asked for. */
    public enum Field {
        SUBJECT,
        ALTERNATIVE_NAME,
        KEY,
        ISSUER,
        SIGNATURE,
        VALIDITY,
        SERIAL,
        EXTENDED_KEY_USAGE,
        PATH_LENGTH,
        NAME_CONSTRAINT,
        CRL_POINT,
        OCSP,
        CA_ISSUERS,
        POLICY,
        COMMENT,
        EXTENSION
    }

    /** What can be wrong. */
    public enum Why {
        /** Nothing is given where something is needed. */
        EMPTY,
        /** Neither subject nor alternative name, or no subject where there must be one: of a CA, and of whoever signs (RFC 5280 §4.1.2.6). */
        NOBODY,
        /** No distinguished name as RFC 4514 writes it. */
        NOT_A_DISTINGUISHED_NAME,
        /** No attribute type that is known by this name, and no OID. */
        NOT_AN_ATTRIBUTE,
        /** Two letters are wanted (ISO 3166). */
        NOT_A_COUNTRY,
        NOT_A_DNS_NAME,
        /** Neither IPv4 nor IPv6. */
        NOT_AN_ADDRESS,
        /** No address range like 10.0.0.0/8. */
        NOT_A_RANGE,
        NOT_A_MAIL_ADDRESS,
        /** No absolute URI. */
        NOT_A_URI,
        /** Begins with spiffe:, and breaks the rules of SPIFFE ids. */
        NOT_A_SPIFFE_ID,
        NOT_AN_OID,
        NOT_HEX,
        /** Not one whole DER value. */
        NOT_DER,
        /** Only ASCII has a place here. */
        NOT_ASCII,
        /** The same OID is given twice. */
        TWICE,
        /** Zero or less. */
        NOT_POSITIVE,
        /** More than RFC 5280 has room for. */
        TOO_LONG,
        /** The end lies before the beginning. */
        ENDS_BEFORE_IT_BEGINS,
        /** A year that X.509 can't write: before 1950, or after 9999. */
        YEAR_OUT_OF_RANGE,
        /** The signing key can't make this signature. */
        NOT_FOR_THIS_KEY,
        /** Only a CA has this. */
        ONLY_FOR_A_CA,
        /** There is a public key alone, and nobody to sign. */
        NOBODY_TO_SIGN,
        /** There is a public key alone. */
        NO_PRIVATE_KEY
    }
}
