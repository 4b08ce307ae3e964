package org.mtlsplayground.pki;

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
final class DerShapes {
    private static final Predicate<ASN1Encodable> INTEGER = ASN1Integer.class::isInstance;
    private static final Predicate<ASN1Encodable> ENUMERATED = ASN1Enumerated.class::isInstance;
    private static final Predicate<ASN1Encodable> OID = ASN1ObjectIdentifier.class::isInstance;
    private static final Predicate<ASN1Encodable> OCTETS = ASN1OctetString.class::isInstance;
    private static final Predicate<ASN1Encodable> BITS = ASN1BitString.class::isInstance;
    private static final Predicate<ASN1Encodable> TAGGED = ASN1TaggedObject.class::isInstance;
    private static final Predicate<ASN1Encodable> SEQUENCE = ASN1Sequence.class::isInstance;

    /** NIST allows no longer public exponents (FIPS 186-5 §A.1.1); longer ones are slow. In bits. */
    private static final int LONGEST_EXPONENT = 256;

    private DerShapes() {}

    /** What a value is, from its first elements. */
    static DerShape of(ASN1Sequence value) {
        if (begins(value, SEQUENCE, DerShapes::named, BITS) && value.size() == 3) {
            return ofSigned(ASN1Sequence.getInstance(value.getObjectAt(0)));
        }
        if (begins(value, INTEGER, DerShapes::named, OCTETS)) {
            return DerShape.PRIVATE_KEY; // RFC 5958 §2
        }
        if (begins(value, INTEGER, DerShapes::named, SEQUENCE, OCTETS, INTEGER)) {
            return DerShape.EC_PARAMETERS; // explicit: RFC 3279 §2.3.5
        }
        if (begins(value, INTEGER, DerShapes::named)) {
            return DerShape.PKCS12; // RFC 7292 §4
        }
        if (begins(value, DerShapes::named, OCTETS)) {
            return DerShape.ENCRYPTED_PRIVATE_KEY; // RFC 5958 §3
        }
        if (begins(value, DerShapes::named, BITS)) {
            return DerShape.PUBLIC_KEY; // RFC 5280 §4.1
        }
        if (begins(value, INTEGER, OCTETS)) {
            return DerShape.EC_PRIVATE_KEY; // RFC 5915 §3
        }
        if (begins(value, OID, TAGGED)) {
            return DerShape.PKCS7; // RFC 2315 §7
        }
        if (begins(value, ENUMERATED, TAGGED)) {
            return DerShape.OCSP_RESPONSE; // RFC 6960 §4.2.1
        }
        return ofIntegers(value);
    }

    private static DerShape ofSigned(ASN1Sequence toBeSigned) {
        if (begins(toBeSigned, TAGGED, INTEGER, DerShapes::named)
                || begins(toBeSigned, INTEGER, DerShapes::named, SEQUENCE, SEQUENCE, SEQUENCE)) {
            return DerShape.CERTIFICATE; // RFC 5280 §4.1; the second is version 1
        }
        if (begins(
                toBeSigned,
                INTEGER,
                SEQUENCE,
                value -> value instanceof ASN1Sequence s && begins(s, DerShapes::named, BITS))) {
            return DerShape.REQUEST; // RFC 2986 §4
        }
        if (begins(toBeSigned, INTEGER, DerShapes::named, SEQUENCE) || begins(toBeSigned, DerShapes::named, SEQUENCE)) {
            return DerShape.CRL; // RFC 5280 §5.1
        }
        if (begins(toBeSigned, INTEGER, SEQUENCE, TAGGED, DerShapes::named, INTEGER)) {
            return DerShape.ATTRIBUTE_CERTIFICATE; // RFC 5755 §4.1
        }
        return DerShape.UNKNOWN;
    }

    private static DerShape ofIntegers(ASN1Sequence value) {
        for (ASN1Encodable element : value) {
            if (!INTEGER.test(element)) {
                return DerShape.UNKNOWN;
            }
        }
        return switch (value.size()) {
            // PKCS#3: a prime, a generator, perhaps a length in bits.
            case 2 -> isGenerator(value, 1) ? DerShape.DH_PARAMETERS : DerShape.RSA_PUBLIC_KEY; // RFC 8017 §A.1.1
            // In DSA the small prime stands before the generator, in X9.42 after it.
            case 3 ->
                isGenerator(value, 1) || bits(value, 1) > bits(value, 2)
                        ? DerShape.DH_PARAMETERS
                        : DerShape.DSA_PARAMETERS;
            case 6 -> DerShape.DSA_PRIVATE_KEY;
            case 9 -> DerShape.RSA_PRIVATE_KEY; // RFC 8017 §A.1.2
            default -> DerShape.UNKNOWN;
        };
    }

    /** Of one digit, or as large as a prime: no exponent of RSA, for which three is too common to be a generator. */
    private static boolean isGenerator(ASN1Sequence value, int index) {
        int bits = bits(value, index);
        return bits <= 3
                ? ((ASN1Integer) value.getObjectAt(index)).intValueExact() != 3
                : bits > LONGEST_EXPONENT && bits > bits(value, 0) / 2;
    }

    private static int bits(ASN1Sequence value, int index) {
        return ((ASN1Integer) value.getObjectAt(index)).getValue().bitLength();
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
