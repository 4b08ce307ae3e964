package org.mtlsplayground.ui.certificates;

import java.util.List;
import java.util.Optional;
import org.mtlsplayground.pki.detail.CertificateField;
import org.mtlsplayground.pki.detail.CertificateFields;
import org.mtlsplayground.pki.detail.Comparison;
import org.mtlsplayground.text.Messages;

/**
 * Two certificates beside each other.
 *
 * @param left what the left one is called
 * @param right what the right one is called
 */
record Differences(String left, String right, List<Row> rows) {
    Differences {
        rows = List.copyOf(rows);
    }

    /**
     * A field of both.
     *
     * @param left what the left one says; empty if it has no such field
     */
    record Row(String label, String left, String right, Comparison.Outcome outcome) {
        boolean isEqual() {
            return outcome == Comparison.Outcome.EQUAL;
        }
    }

    /** Takes some milliseconds: not for the FX thread. */
    static Differences of(ChainEntry.Present left, ChainEntry.Present right) {
        Comparison comparison =
                Comparison.of(CertificateFields.of(left.certificate()), CertificateFields.of(right.certificate()));
        return new Differences(
                left.description().name(),
                right.description().name(),
                comparison.rows().stream().map(Differences::row).toList());
    }

    private static Row row(Comparison.Row row) {
        return new Row(
                FieldRows.label(row.field().id(), row.field().name()),
                value(row.left()),
                value(row.right()),
                row.outcome());
    }

    private static String value(Optional<CertificateField> field) {
        return field.map(each ->
                        each.critical() ? each.value() + " · " + Messages.get("certificates.critical") : each.value())
                .orElse("");
    }

    /** How many fields are not alike. */
    long count() {
        return rows.stream().filter(row -> !row.isEqual()).count();
    }
}
