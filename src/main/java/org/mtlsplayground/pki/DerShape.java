package org.mtlsplayground.pki;

import java.util.function.Predicate;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;

/** Tells the ASN.1 structures of this trade apart by their first elements. */
final class DerShape {
    private static final Predicate<ASN1Encodable> INTEGER = ASN1Integer.class::isInstance;
    private static final Predicate<ASN1Encodable> OID = ASN1ObjectIdentifier.class::isInstance;
    private static final Predicate<ASN1Encodable> OCTETS = ASN1OctetString.class::isInstance;
    private static final Predicate<ASN1Encodable> BITS = ASN1BitString.class::isInstance;
    private static final Predicate<ASN1Encodable> TAGGED = ASN1TaggedObject.class::isInstance;
    private static final Predicate<ASN1Encodable> SEQUENCE = ASN1Sequence.class::isInstance;

    private DerShape() {}

    /** The label that PEM gives such a value; empty if it is none we know. */
    static String pemLabel(ASN1Sequence value) {
        if (begins(value, SEQUENCE, DerShape::named, BITS) && value.size() == 3) {
            return signedLabel(ASN1Sequence.getInstance(value.getObjectAt(0)));
        }
        if (begins(value, INTEGER, DerShape::named, OCTETS)) {
            return "PRIVATE KEY"; // RFC 5958 §2
        }
        if (begins(value, INTEGER, DerShape::named)) {
            return "PKCS12"; // RFC 7292 §4
        }
        if (begins(value, DerShape::named, OCTETS)) {
            return "ENCRYPTED PRIVATE KEY"; // RFC 5958 §3
        }
        if (begins(value, DerShape::named, BITS)) {
            return "PUBLIC KEY"; // RFC 5280 §4.1
        }
        if (begins(value, INTEGER, OCTETS)) {
            return "EC PRIVATE KEY"; // RFC 5915 §3
        }
        if (begins(value, OID, TAGGED)) {
            return "PKCS7"; // RFC 2315 §7
        }
        return integersLabel(value);
    }

    private static String signedLabel(ASN1Sequence toBeSigned) {
        if (begins(toBeSigned, TAGGED, INTEGER, DerShape::named)
                || begins(toBeSigned, INTEGER, DerShape::named, SEQUENCE, SEQUENCE, SEQUENCE)) {
            return "CERTIFICATE"; // RFC 5280 §4.1; the second is version 1
        }
        if (begins(
                toBeSigned,
                INTEGER,
                SEQUENCE,
                value -> value instanceof ASN1Sequence s && begins(s, DerShape::named, BITS))) {
            return "CERTIFICATE REQUEST"; // RFC 2986 §4
        }
        if (begins(toBeSigned, INTEGER, DerShape::named, SEQUENCE) || begins(toBeSigned, DerShape::named, SEQUENCE)) {
            return "X509 CRL"; // RFC 5280 §5.1
        }
        return "";
    }

    private static String integersLabel(ASN1Sequence value) {
        for (ASN1Encodable element : value) {
            if (!INTEGER.test(element)) {
                return "";
            }
        }
        return switch (value.size()) {
            case 2 -> "RSA PUBLIC KEY"; // RFC 8017 §A.1.1
            case 6 -> "DSA PRIVATE KEY";
            case 9 -> "RSA PRIVATE KEY"; // RFC 8017 §A.1.2
            default -> "";
        };
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
