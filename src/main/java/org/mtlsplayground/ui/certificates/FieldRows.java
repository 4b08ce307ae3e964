package org.mtlsplayground.ui.certificates;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mtlsplayground.pki.CertificateDescription;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.certificates.FieldRow.Words;

/** The fields of a certificate, in the order in which one looks at them. */
final class FieldRows {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String KEY_USAGE = "2.5.29.15";
    private static final String EXTENDED_KEY_USAGE = "2.5.29.37";
    private static final String BASIC_CONSTRAINTS = "2.5.29.19";

    private final List<FieldRow> rows = new ArrayList<>();

    private FieldRows() {}

    static List<FieldRow> of(ChainEntry.Present entry) {
        CertificateDescription told = entry.description();
        PlainWords words = new PlainWords(entry);
        FieldRows fields = new FieldRows();
        fields.add("certificates.field.subject", told.subject(), words.subject());
        fields.add("certificates.field.issuer", told.issuer(), words.issuer());
        if (!told.subjectAlternativeNames().isEmpty() || !told.isCa().orElse(false)) {
            String names = String.join(", ", told.subjectAlternativeNames());
            fields.add("certificates.field.names", orAbsent(names), words.names());
        }
        fields.add("certificates.field.key", told.key(), words.key());
        fields.add("certificates.field.signature", told.signatureAlgorithm(), words.signature());
        fields.addUsages(entry.certificate(), told, words);
        fields.add("certificates.field.validity", times(told), Words.NONE);
        fields.add("certificates.field.serial", hex(told), Words.NONE);
        told.subjectKeyIdentifier().ifPresent(id -> fields.add("certificates.field.subjectKey", id, Words.NONE));
        told.authorityKeyIdentifier()
                .ifPresent(id -> fields.add("certificates.field.authorityKey", id, words.authorityKey()));
        fields.add("certificates.field.sha256", told.sha256(), Words.NONE);
        fields.add("certificates.field.sha1", told.sha1(), Words.NONE);
        return fields.rows;
    }

    private void addUsages(X509Certificate certificate, CertificateDescription told, PlainWords words) {
        String usage = String.join(", ", told.keyUsage());
        add("certificates.field.keyUsage", marked(usage, certificate, KEY_USAGE), words.keyUsage());
        String purposes = String.join(", ", told.extendedKeyUsage());
        add("certificates.field.purposes", marked(purposes, certificate, EXTENDED_KEY_USAGE), words.extendedKeyUsage());
        String path = told.pathLength().map(length -> ", pathlen:" + length).orElse("");
        String constraints =
                told.isCa().map(ca -> ca ? "CA:TRUE" + path : "CA:FALSE").orElse("");
        add(
                "certificates.field.constraints",
                marked(constraints, certificate, BASIC_CONSTRAINTS),
                words.basicConstraints());
    }

    private void add(String key, String value, Words words) {
        rows.add(new FieldRow(Messages.get(key), value, words));
    }

    /** A critical extension must be understood by whoever checks the certificate (RFC 5280 §4.2). */
    private static String marked(String value, X509Certificate certificate, String oid) {
        Set<String> critical = certificate.getCriticalExtensionOIDs();
        boolean isCritical = !value.isEmpty() && critical != null && critical.contains(oid);
        return isCritical ? Messages.get("certificates.critical", value) : orAbsent(value);
    }

    private static String orAbsent(String value) {
        return value.isEmpty() ? Messages.get("certificates.absent") : value;
    }

    private static String times(CertificateDescription told) {
        return Messages.get("certificates.times", TIME.format(told.notBefore()), TIME.format(told.notAfter()));
    }

    private static String hex(CertificateDescription told) {
        return HexFormat.ofDelimiter(":")
                .withUpperCase()
                .formatHex(told.serial().toByteArray());
    }

    static String day(Instant moment) {
        return moment.atZone(ZoneOffset.UTC).toLocalDate().toString();
    }
}
