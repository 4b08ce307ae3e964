package org.mtlsplayground.pki;

import java.math.BigInteger;
import java.util.function.Predicate;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;

/** Tells the ASN.1 structures of this trade apart by their first elements. */
enum DerShape {
    CERTIFICATE,
    REQUEST,
    CRL,
    ATTRIBUTE_CERTIFICATE,
    /** PKCS#8. */
    PRIVATE_KEY,
    /** Encrypted PKCS#8. */
    ENCRYPTED_PRIVATE_KEY,
    /** PKCS#1. */
    RSA_PRIVATE_KEY,
    DSA_PRIVATE_KEY,
    /** SEC1. */
    EC_PRIVATE_KEY,
    PUBLIC_KEY,
    RSA_PUBLIC_KEY,
    PKCS7,
    PKCS12,
    OCSP_RESPONSE,
    EC_PARAMETERS,
    DH_PARAMETERS,
    DSA_PARAMETERS,
    UNKNOWN;

    private static final Predicate<ASN1Encodable> INTEGER = ASN1Integer.class::isInstance;
    private static final Predicate<ASN1Encodable> ENUMERATED = ASN1Enumerated.class::isInstance;
    private static final Predicate<ASN1Encodable> OID = ASN1ObjectIdentifier.class::isInstance;
    private static final Predicate<ASN1Encodable> OCTETS = ASN1OctetString.class::isInstance;
    private static final Predicate<ASN1Encodable> BITS = ASN1BitString.class::isInstance;
    private static final Predicate<ASN1Encodable> TAGGED = ASN1TaggedObject.class::isInstance;
    private static final Predicate<ASN1Encodable> SEQUENCE = ASN1Sequence.class::isInstance;

    /** What the trade calls it. */
    ContentKind kind() {
        return switch (this) {
            case CERTIFICATE -> ContentKind.CERTIFICATE;
            case REQUEST -> ContentKind.CERTIFICATE_REQUEST;
            case CRL -> ContentKind.CRL;
            case ATTRIBUTE_CERTIFICATE -> ContentKind.ATTRIBUTE_CERTIFICATE;
            case PRIVATE_KEY, ENCRYPTED_PRIVATE_KEY, RSA_PRIVATE_KEY, DSA_PRIVATE_KEY, EC_PRIVATE_KEY ->
                ContentKind.PRIVATE_KEY;
            case PUBLIC_KEY, RSA_PUBLIC_KEY -> ContentKind.PUBLIC_KEY;
            case PKCS7 -> ContentKind.PKCS7;
            case PKCS12 -> ContentKind.PKCS12;
            case OCSP_RESPONSE -> ContentKind.OCSP_RESPONSE;
            case EC_PARAMETERS -> ContentKind.EC_PARAMETERS;
            case DH_PARAMETERS -> ContentKind.DH_PARAMETERS;
            case DSA_PARAMETERS -> ContentKind.DSA_PARAMETERS;
            case UNKNOWN -> ContentKind.OTHER_ASN1;
        };
    }

    /** What a value is, from its first elements. */
    static DerShape of(ASN1Sequence value) {
        if (begins(value, SEQUENCE, DerShape::named, BITS) && value.size() == 3) {
            return ofSigned(ASN1Sequence.getInstance(value.getObjectAt(0)));
        }
        if (begins(value, INTEGER, DerShape::named, OCTETS)) {
            return PRIVATE_KEY; // RFC 5958 §2
        }
        if (begins(value, INTEGER, DerShape::named)) {
            return PKCS12; // RFC 7292 §4
        }
        if (begins(value, DerShape::named, OCTETS)) {
            return ENCRYPTED_PRIVATE_KEY; // RFC 5958 §3
        }
        if (begins(value, DerShape::named, BITS)) {
            return PUBLIC_KEY; // RFC 5280 §4.1
        }
        if (begins(value, INTEGER, OCTETS)) {
            return EC_PRIVATE_KEY; // RFC 5915 §3
        }
        if (begins(value, OID, TAGGED)) {
            return PKCS7; // RFC 2315 §7
        }
        if (begins(value, ENUMERATED, TAGGED)) {
            return OCSP_RESPONSE; // RFC 6960 §4.2.1
        }
        if (begins(value, INTEGER, SEQUENCE, OCTETS, OCTETS, INTEGER)) {
            return EC_PARAMETERS; // X9.62, explicit
        }
        return ofIntegers(value);
    }

    private static DerShape ofSigned(ASN1Sequence toBeSigned) {
        if (begins(toBeSigned, TAGGED, INTEGER, DerShape::named)
                || begins(toBeSigned, INTEGER, DerShape::named, SEQUENCE, SEQUENCE, SEQUENCE)) {
            return CERTIFICATE; // RFC 5280 §4.1; the second is version 1
        }
        if (begins(
                toBeSigned,
                INTEGER,
                SEQUENCE,
                value -> value instanceof ASN1Sequence s && begins(s, DerShape::named, BITS))) {
            return REQUEST; // RFC 2986 §4
        }
        if (begins(toBeSigned, INTEGER, DerShape::named, SEQUENCE) || begins(toBeSigned, DerShape::named, SEQUENCE)) {
            return CRL; // RFC 5280 §5.1
        }
        if (begins(toBeSigned, INTEGER, SEQUENCE, TAGGED, DerShape::named, INTEGER)) {
            return ATTRIBUTE_CERTIFICATE; // RFC 5755 §4.1
        }
        return UNKNOWN;
    }

    private static DerShape ofIntegers(ASN1Sequence value) {
        for (ASN1Encodable element : value) {
            if (!INTEGER.test(element)) {
                return UNKNOWN;
            }
        }
        return switch (value.size()) {
            // PKCS#3: a prime, a generator that is one digit, perhaps a length in bits.
            case 2 -> isBelow(value, 1, 3) ? DH_PARAMETERS : RSA_PUBLIC_KEY; // RFC 8017 §A.1.1
            case 3 -> isBelow(value, 2, 16) ? DH_PARAMETERS : DSA_PARAMETERS;
            case 6 -> DSA_PRIVATE_KEY;
            case 9 -> RSA_PRIVATE_KEY; // RFC 8017 §A.1.2
            default -> UNKNOWN;
        };
    }

    private static boolean isBelow(ASN1Sequence value, int index, int bits) {
        BigInteger number = ((ASN1Integer) value.getObjectAt(index)).getValue();
        // Three is an exponent of RSA and no generator that anyone uses.
        return number.bitLength() <= bits && number.intValue() != 3;
    }

    @SafeVarargs
    private static boolean begins(ASN1Sequence value, Predicate<ASN1Encodable>... shapes) {
        if (value.size() < shapes.length) {
            return false;
        }
        for (int i = 0; i < shapes.length; i++) {
            if (!shapes[i].test(value.getObjectAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** AlgorithmIdentifier, ContentInfo: a name, and what belongs to it. */
    private static boolean named(ASN1Encodable value) {
        return value instanceof ASN1Sequence sequence && begins(sequence, OID);
    }
}
