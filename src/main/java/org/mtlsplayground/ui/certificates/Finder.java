package org.mtlsplayground.ui.certificates;

import java.util.List;
import java.util.Locale;
import org.mtlsplayground.pki.detail.CertificateFields;
import org.mtlsplayground.pki.detail.CertificateText;

/** Searches the certificates of the tree. */
final class Finder {
    private Finder() {}

    /**
     * Those that have a text in one of their fields, in their order. Takes time: not for the FX thread.
     *
     * @param text what was typed; an empty one is found nowhere
     */
    static List<ChainEntry.Present> find(String text, List<ChainEntry.Present> all) {
        return text.isBlank()
                ? List.of()
                : all.stream().filter(each -> has(each, text)).toList();
    }

    private static boolean has(ChainEntry.Present entry, String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        // What can be told without reading the whole again.
        return entry.description().subject().toLowerCase(Locale.ROOT).contains(wanted)
                || CertificateFields.of(entry.certificate()).fields().stream()
                        .anyMatch(field -> CertificateText.contains(field, text))
                // Labels and plain words are searched, too, as they stand beside the fields.
                || FieldRows.of(entry).stream().anyMatch(row -> row.contains(text));
    }
}
