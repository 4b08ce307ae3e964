package org.mtlsplayground.pki.detail;

import java.util.Locale;

/** The fields of a certificate as plain text: to be copied, and to be searched. */
public final class CertificateText {
    private CertificateText() {}

    /** All fields, a line each: the name, the mark {@code critical}, the values; parts indented by two spaces. */
    public static String of(CertificateFields fields) {
        StringBuilder text = new StringBuilder();
        fields.fields().forEach(field -> append(field, "", text));
        return text.toString();
    }

    /** One field with its parts, likewise. */
    public static String of(CertificateField field) {
        StringBuilder text = new StringBuilder();
        append(field, "", text);
        return text.toString();
    }

    /**
     * Whether a field, or a part of it, has a text in its name, OID or values. Case does not matter, nor do colons and spaces
     * among hex digits.
     *
     * @param searched what was typed; an empty one is found everywhere
     */
    public static boolean contains(CertificateField field, String searched) {
        String wanted = searched.strip().toLowerCase(Locale.ROOT);
        return has(field.name(), wanted)
                || has(field.oid(), wanted)
                || field.values().stream().anyMatch(value -> has(value, wanted))
                || field.parts().stream().anyMatch(part -> contains(part, searched));
    }

    private static boolean has(String text, String wanted) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.contains(wanted)
                || (isHex(lower) && lower.replace(":", "").contains(wanted.replaceAll("[: ]", "")));
    }

    private static boolean isHex(String text) {
        return text.matches("[0-9a-f]{2}(?::[0-9a-f]{2})++…?");
    }

    private static void append(CertificateField field, String indent, StringBuilder text) {
        text.append(indent).append(field.name());
        if (field.critical()) {
            text.append(" critical");
        }
        text.append(": ").append(field.value()).append('\n');
        field.parts().forEach(part -> append(part, indent + "  ", text));
    }
}
