package org.mtlsplayground.pki.detail;

import java.util.Map;

/** The universal tags (X.680 §8.4) that occur in certificates, and how the standard writes them. */
final class Asn1Types {
    static final int BOOLEAN = 1;
    static final int INTEGER = 2;
    static final int BIT_STRING = 3;
    static final int OCTET_STRING = 4;
    static final int NULL = 5;
    static final int OBJECT_IDENTIFIER = 6;
    static final int ENUMERATED = 10;
    static final int UTF8_STRING = 12;
    static final int RELATIVE_OID = 13;
    static final int SEQUENCE = 16;
    static final int SET = 17;
    static final int NUMERIC_STRING = 18;
    static final int PRINTABLE_STRING = 19;
    static final int TELETEX_STRING = 20;
    static final int IA5_STRING = 22;
    static final int UTC_TIME = 23;
    static final int GENERALIZED_TIME = 24;
    static final int VISIBLE_STRING = 26;
    static final int UNIVERSAL_STRING = 28;
    static final int BMP_STRING = 30;

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(0, "END-OF-CONTENTS"),
            Map.entry(BOOLEAN, "BOOLEAN"),
            Map.entry(INTEGER, "INTEGER"),
            Map.entry(BIT_STRING, "BIT STRING"),
            Map.entry(OCTET_STRING, "OCTET STRING"),
            Map.entry(NULL, "NULL"),
            Map.entry(OBJECT_IDENTIFIER, "OBJECT IDENTIFIER"),
            Map.entry(7, "ObjectDescriptor"),
            Map.entry(8, "EXTERNAL"),
            Map.entry(9, "REAL"),
            Map.entry(ENUMERATED, "ENUMERATED"),
            Map.entry(11, "EMBEDDED PDV"),
            Map.entry(UTF8_STRING, "UTF8String"),
            Map.entry(RELATIVE_OID, "RELATIVE-OID"),
            Map.entry(SEQUENCE, "SEQUENCE"),
            Map.entry(SET, "SET"),
            Map.entry(NUMERIC_STRING, "NumericString"),
            Map.entry(PRINTABLE_STRING, "PrintableString"),
            Map.entry(TELETEX_STRING, "TeletexString"),
            Map.entry(21, "VideotexString"),
            Map.entry(IA5_STRING, "IA5String"),
            Map.entry(UTC_TIME, "UTCTime"),
            Map.entry(GENERALIZED_TIME, "GeneralizedTime"),
            Map.entry(25, "GraphicString"),
            Map.entry(VISIBLE_STRING, "VisibleString"),
            Map.entry(27, "GeneralString"),
            Map.entry(UNIVERSAL_STRING, "UniversalString"),
            Map.entry(29, "CHARACTER STRING"),
            Map.entry(BMP_STRING, "BMPString"));

    private Asn1Types() {}

    static String name(Asn1Header header) {
        return switch (header.tagClass()) {
            case UNIVERSAL -> NAMES.getOrDefault(header.tagNumber(), "[UNIVERSAL " + header.tagNumber() + "]");
            case CONTEXT_SPECIFIC -> "[" + header.tagNumber() + "]";
            case APPLICATION, PRIVATE -> "[" + header.tagClass() + " " + header.tagNumber() + "]";
        };
    }

    static String name(int universalTag) {
        return NAMES.getOrDefault(universalTag, "[UNIVERSAL " + universalTag + "]");
    }

    /** Whether a universal tag is one of the kinds of text. */
    static boolean isText(int universalTag) {
        return switch (universalTag) {
            case UTF8_STRING,
                    NUMERIC_STRING,
                    PRINTABLE_STRING,
                    TELETEX_STRING,
                    21,
                    IA5_STRING,
                    25,
                    VISIBLE_STRING,
                    27,
                    UNIVERSAL_STRING,
                    BMP_STRING -> true;
            default -> false;
        };
    }
}
