package org.mtlsplayground.pki.detail;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mtlsplayground.pki.detail.FieldGroup.Kind;

/**
 * Two certificates, field by field. Immutable; any thread.
 *
 * @param rows in the order of the fields of the left one; what only the right one has comes at the end of its group
 */
public record Comparison(List<Row> rows) {
    public Comparison {
        rows = List.copyOf(rows);
    }

    /** How the two sides of a row stand to each other. */
    public enum Outcome {
        /** Both say the same, and are critical or not alike. */
        EQUAL,
        /** Both have it and say different things. */
        DIFFERENT,
        /** Only the left certificate has it. */
        ONLY_LEFT,
        /** Only the right certificate has it. */
        ONLY_RIGHT
    }

    /**
     * A field on both sides.
     *
     * @param group where it belongs
     * @param left empty if only the right one has it
     * @param right empty if only the left one has it
     */
    public record Row(Kind group, Optional<CertificateField> left, Optional<CertificateField> right, Outcome outcome) {
        /** The field of whichever side has it, the left one first. */
        public CertificateField field() {
            return left.or(() -> right).orElseThrow();
        }
    }

    /** Compares what two certificates say, not where in their bytes they say it. */
    public static Comparison of(CertificateFields left, CertificateFields right) {
        List<Row> rows = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            Set<String> seen = new HashSet<>();
            for (CertificateField field : fields(left, kind)) {
                seen.add(field.id());
                rows.add(row(kind, Optional.of(field), right.field(field.id())));
            }
            for (CertificateField field : fields(right, kind)) {
                if (!seen.contains(field.id())) {
                    rows.add(row(kind, Optional.empty(), Optional.of(field)));
                }
            }
        }
        return new Comparison(rows);
    }

    /** The rows that are not equal. */
    public List<Row> differences() {
        return rows.stream().filter(row -> row.outcome() != Outcome.EQUAL).toList();
    }

    private static List<CertificateField> fields(CertificateFields of, Kind kind) {
        return of.groups().stream()
                .filter(group -> group.kind() == kind)
                .flatMap(group -> group.fields().stream())
                .toList();
    }

    private static Row row(Kind kind, Optional<CertificateField> left, Optional<CertificateField> right) {
        if (right.isEmpty()) {
            return new Row(kind, left, right, Outcome.ONLY_LEFT);
        }
        if (left.isEmpty()) {
            return new Row(kind, left, right, Outcome.ONLY_RIGHT);
        }
        boolean equal = same(left.get(), right.get());
        return new Row(kind, left, right, equal ? Outcome.EQUAL : Outcome.DIFFERENT);
    }

    private static boolean same(CertificateField left, CertificateField right) {
        return left.critical() == right.critical()
                && left.oid().equals(right.oid())
                && left.name().equals(right.name())
                && left.values().equals(right.values())
                && left.malformed()
                        .map(Malformed::reason)
                        .equals(right.malformed().map(Malformed::reason))
                && sameParts(left.parts(), right.parts());
    }

    private static boolean sameParts(List<CertificateField> left, List<CertificateField> right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (int i = 0; i < left.size(); i++) {
            if (!same(left.get(i), right.get(i))) {
                return false;
            }
        }
        return true;
    }
}
