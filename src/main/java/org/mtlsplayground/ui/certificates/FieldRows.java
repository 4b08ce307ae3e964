package org.mtlsplayground.ui.certificates;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.mtlsplayground.pki.CertificateDescription;
import org.mtlsplayground.pki.detail.CertificateField;
import org.mtlsplayground.pki.detail.CertificateFields;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.certificates.FieldRow.Words;

/** The fields of a certificate, in the order in which one looks at them: all of them, each in one row. */
final class FieldRows {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String EXTENSION = "extension.";

    /** Longer, and a row would fill the view; the rest is in the parts below it. */
    private static final int LONGEST = 400;

    /** Whoever makes a certificate with more extensions means harm. */
    private static final int MOST_ROWS = 300;

    private final List<FieldRow> rows = new ArrayList<>();
    private final Map<String, CertificateField> left = new LinkedHashMap<>();

    private FieldRows(CertificateFields fields) {
        fields.fields().forEach(field -> left.putIfAbsent(field.id(), field));
    }

    /** Takes some milliseconds: not for the FX thread. */
    static List<FieldRow> of(ChainEntry.Present entry) {
        CertificateDescription told = entry.description();
        PlainWords words = new PlainWords(entry);
        FieldRows rows = new FieldRows(CertificateFields.of(entry.certificate()));
        rows.addFirst(told, words);
        List<CertificateField> key = rows.taking("key.");
        rows.add("key", told.key(), words.key(), key);
        List<CertificateField> signature = rows.taking("signature");
        rows.add("signature", told.signatureAlgorithm(), words.signature(), signature);
        rows.addExtension("extension.keyUsage", words.keyUsage());
        rows.addExtension("extension.extKeyUsage", words.extendedKeyUsage());
        rows.addExtension("extension.basicConstraints", words.basicConstraints());
        rows.add("validity", times(told), Words.NONE, rows.taking("not"));
        for (CertificateField field : rows.taking(EXTENSION)) {
            rows.add(field, words.of(field));
        }
        rows.add("serial", hex(told), Words.NONE, rows.taking("serialNumber"));
        rows.addNumbers(key);
        for (CertificateField field : rows.taking("")) {
            rows.add(field, words.of(field));
        }
        return rows.rows.stream().limit(MOST_ROWS).toList();
    }

    private void addFirst(CertificateDescription told, PlainWords words) {
        add("subject", told.subject(), words.subject(), taking("subject"));
        add("issuer", told.issuer(), words.issuer(), taking("issuer"));
        if (left.containsKey("extension.subjectAltName") || !told.isCa().orElse(false)) {
            addExtension("extension.subjectAltName", words.names());
        }
    }

    /** The modulus or the point, which belong to the key and are looked for. */
    private void addNumbers(List<CertificateField> key) {
        key.stream()
                .filter(field -> field.id().equals("key.modulus") || field.id().equals("key.publicKey"))
                .forEach(field -> add(field, Words.NONE));
    }

    /** An extension that is named even where it is absent. */
    private void addExtension(String id, Words words) {
        CertificateField field = left.remove(id);
        if (field == null) {
            rows.add(new FieldRow(
                    label(id, id.substring(EXTENSION.length())),
                    Messages.get("certificates.absent"),
                    false,
                    words,
                    List.of()));
        } else {
            add(field, words);
        }
    }

    private void add(CertificateField field, Words words) {
        Words said = field.malformed().isPresent() ? PlainWords.malformed(field) : words;
        rows.add(new FieldRow(
                label(field.id(), field.name()), shortened(field.value()), field.critical(), said, List.of(field)));
    }

    private void add(String name, String value, Words words, List<CertificateField> fields) {
        rows.add(new FieldRow(
                Messages.get("certificates.field." + name), shortened(value), false, words, List.copyOf(fields)));
    }

    /** What has no label of its own goes by the standard's name. */
    static String label(String id, String name) {
        String plain = id.replaceFirst("#.*", "");
        return Messages.has("certificates.label." + plain) ? Messages.get("certificates.label." + plain) : name;
    }

    /** Those that begin so, each to be shown once; of {@code subject} not the unique id of it. */
    private List<CertificateField> taking(String beginning) {
        boolean isWhole = Stream.of("subject", "issuer", "serialNumber").anyMatch(beginning::equals);
        List<CertificateField> taken = left.values().stream()
                .filter(field ->
                        isWhole ? field.id().equals(beginning) : field.id().startsWith(beginning))
                .toList();
        taken.forEach(field -> left.remove(field.id()));
        return taken;
    }

    private static String shortened(String value) {
        String whole = value.isEmpty() ? Messages.get("certificates.empty") : value;
        return whole.length() > LONGEST ? whole.substring(0, LONGEST) + FieldRow.MORE : whole;
    }

    private static String times(CertificateDescription told) {
        return Messages.get("certificates.times", TIME.format(told.notBefore()), TIME.format(told.notAfter()));
    }

    private static String hex(CertificateDescription told) {
        return HexFormat.ofDelimiter(":")
                .withUpperCase()
                .formatHex(told.serial().toByteArray());
    }

    /** To the second, in UTC. */
    static String time(Instant moment) {
        return TIME.format(moment);
    }

    static String day(Instant moment) {
        return moment.atZone(ZoneOffset.UTC).toLocalDate().toString();
    }
}
