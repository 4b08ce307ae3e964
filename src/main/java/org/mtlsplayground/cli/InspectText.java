package org.mtlsplayground.cli;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.mtlsplayground.diagnosis.FaultWords;
import org.mtlsplayground.pki.CertificateDescription;
import org.mtlsplayground.pki.FileContents;
import org.mtlsplayground.pki.FileEntry;
import org.mtlsplayground.pki.FileFormat;
import org.mtlsplayground.pki.LoadFault;
import org.mtlsplayground.pki.detail.CertificateField;
import org.mtlsplayground.pki.detail.CertificateFields;
import org.mtlsplayground.pki.status.RevocationList;
import org.mtlsplayground.pki.status.RevocationReason;
import org.mtlsplayground.pki.status.RevokedEntry;
import org.mtlsplayground.text.Messages;

/** What a file holds, as lines for people: the file, below it each entry, below that what belongs to it. */
final class InspectText {
    private static final String INDENT = "  ";

    private final boolean fields;
    private final List<String> lines = new ArrayList<>();

    private InspectText(boolean fields) {
        this.fields = fields;
    }

    /**
     * The lines for one file.
     *
     * @param fields whether every field of each certificate is told
     */
    static List<String> of(Path file, FileContents contents, boolean fields) {
        InspectText text = new InspectText(fields);
        int count = contents.entries().size();
        String format = contents.format() == FileFormat.OTHER
                ? Messages.get("inspect.file.other")
                : contents.format().label();
        text.lines.add(Messages.get(count == 1 ? "inspect.file.one" : "inspect.file", file, format, count));
        contents.entries().forEach(text::entry);
        for (LoadFault fault : contents.faults()) {
            text.add(1, fault(fault));
        }
        return text.lines;
    }

    private static String fault(LoadFault fault) {
        String words = FaultWords.of(fault);
        return switch (fault.problem()) {
            case PASSWORD_NEEDED -> Messages.get("inspect.closed", words);
            case WRONG_PASSWORD -> Messages.get("inspect.wrongPassword", words);
            case UNSUPPORTED_KEY -> Messages.get("inspect.unsupported", words);
            default -> Messages.get("inspect.fault", words);
        };
    }

    private void entry(FileEntry entry) {
        String where = FaultWords.place(entry.place());
        if (entry instanceof FileEntry.Certificate one) {
            add(1, named(Messages.get("inspect.certificate", where, headline(one.certificate())), one.alias()));
            below(one.certificate(), 2);
        } else if (entry instanceof FileEntry.Key key) {
            key(where, key);
        } else if (entry instanceof FileEntry.Request request) {
            add(
                    1,
                    Messages.get(
                            "inspect.request",
                            where,
                            request.request().subject(),
                            request.request().key()));
        } else if (entry instanceof FileEntry.Crl crl) {
            RevocationList list = RevocationList.of(crl.crl());
            add(1, crl(where, list));
            if (fields) {
                revoked(list);
            }
        } else if (entry instanceof FileEntry.Public key) {
            add(1, Messages.get("inspect.publicKey", where, key.name()));
        } else if (entry instanceof FileEntry.Other other) {
            add(
                    1,
                    named(
                            Messages.get("inspect.other", where, FaultWords.found(other.kind(), other.label())),
                            other.alias()));
        }
    }

    private static String crl(String where, RevocationList list) {
        String validity = list.nextUpdate().isPresent()
                ? Messages.get(
                        "inspect.crl.until",
                        day(list.thisUpdate()),
                        day(list.nextUpdate().get()))
                : Messages.get("inspect.crl.noEnd", day(list.thisUpdate()));
        return Messages.get("inspect.crl", where, list.issuer(), validity, list.size());
    }

    private void revoked(RevocationList list) {
        list.number().ifPresent(number -> add(2, Messages.get("inspect.crl.number", number.toString())));
        add(2, Messages.get("inspect.crl.signature", list.signatureAlgorithm()));
        for (RevokedEntry entry : list.entries()) {
            add(
                    2,
                    Messages.get(
                            "inspect.crl.revoked",
                            entry.serial().toString(16),
                            entry.moment(),
                            entry.reason()
                                    .map(RevocationReason::term)
                                    .orElseGet(() -> Messages.get("inspect.crl.noReason"))));
        }
        if (list.size() > list.entries().size()) {
            add(2, Messages.get("inspect.crl.more", list.size() - list.entries().size()));
        }
    }

    private void key(String where, FileEntry.Key key) {
        String kind = key.key().isEmpty() ? Messages.get("inspect.key.closed") : key.key();
        String form = key.encrypted()
                ? Messages.get("inspect.key.encrypted", key.form(), key.encryption())
                : Messages.get("inspect.key.open", key.form());
        add(1, named(Messages.get("inspect.key", where, kind, form), key.alias()));
        for (X509Certificate certificate : key.chain()) {
            add(2, Messages.get("inspect.chain", headline(certificate)));
            below(certificate, 3);
        }
    }

    private static String named(String line, String alias) {
        return alias.isEmpty() ? line : Messages.get("inspect.named", line, alias);
    }

    /** A certificate in a line. */
    static String headline(X509Certificate certificate) {
        CertificateDescription read = CertificateDescription.of(certificate);
        String validity = Messages.get(
                "inspect.valid." + read.validityAt(Instant.now()), day(read.notBefore()), day(read.notAfter()));
        String issuer = read.selfIssued()
                ? Messages.get("inspect.selfIssued")
                : Messages.get("inspect.issued", read.issuerName());
        return Messages.get("inspect.headline", read.name(), issuer, read.key(), validity);
    }

    private static LocalDate day(Instant moment) {
        return moment.atZone(ZoneId.systemDefault()).toLocalDate();
    }

    private void below(X509Certificate certificate, int depth) {
        if (fields) {
            CertificateFields.of(certificate).fields().forEach(field -> field(field, depth));
        }
    }

    private void field(CertificateField field, int depth) {
        String name = field.critical() ? Messages.get("inspect.critical", field.name()) : field.name();
        if (field.parts().isEmpty() && field.values().size() <= 1) {
            add(depth, Messages.get("inspect.field", name, field.value()));
            return;
        }
        add(depth, name);
        if (field.parts().isEmpty()) {
            field.values().forEach(value -> add(depth + 1, value));
        }
        field.parts().forEach(part -> field(part, depth + 1));
    }

    private void add(int depth, String text) {
        lines.add(INDENT.repeat(depth) + text);
    }
}
