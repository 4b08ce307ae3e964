package org.mtlsplayground.ui.certificates;

import java.util.List;
import java.util.Locale;
import org.mtlsplayground.pki.detail.CertificateField;
import org.mtlsplayground.pki.detail.CertificateText;

/**
 * One row of a certificate's fields.
 *
 * @param label what it is called
 * @param value what the certificate says, short enough for a few lines
 * @param isCritical whether it is an extension that must be understood (RFC 5280 §4.2)
 * @param words what that means in TLS, plainly
 * @param fields what the row is about; none for what is not there
 */
record FieldRow(String label, String value, boolean isCritical, Words words, List<CertificateField> fields) {
    /** At the end of what is cut short. */
    static final String MORE = "…";

    FieldRow {
        fields = List.copyOf(fields);
    }

    /**
     * A few words beside a value.
     *
     * @param text empty where there is nothing to say
     */
    record Words(Tone tone, String text) {
        static final Words NONE = new Words(Tone.PLAIN, "");
    }

    /** Whether it is as it should be. */
    enum Tone {
        PLAIN,
        GOOD,
        WARN,
        BAD
    }

    /** Both, as they are copied together. */
    String line() {
        return label + ": " + value;
    }

    /** All that there is, to be copied: of a row that is cut short the field itself. */
    String whole() {
        return value.endsWith(MORE) && !fields.isEmpty() ? fields.get(0).value() : value;
    }

    /** Whether a text is in it, as the panel's search means it. */
    boolean contains(String searched) {
        String wanted = searched.strip().toLowerCase(Locale.ROOT);
        return label.toLowerCase(Locale.ROOT).contains(wanted)
                || value.toLowerCase(Locale.ROOT).contains(wanted)
                || words.text().toLowerCase(Locale.ROOT).contains(wanted)
                || fields.stream().anyMatch(field -> CertificateText.contains(field, searched));
    }
}
