package org.mtlsplayground.cli;

import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

/** What a file holds, as the members of a JSON object. */
final class InspectJson {
    private InspectJson() {}

    /**
     * The object for one file.
     *
     * @param contents empty if nothing of it could be read
     * @param error the reason, where it, or a part of it, could not be read
     * @param fields whether every field of each certificate is told
     */
    static Map<String, Object> of(Path file, Optional<FileContents> contents, Optional<String> error, boolean fields) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("file", file.toString());
        members.put("kind", contents.map(InspectJson::kind).orElse(null));
        members.put(
                "entries",
                contents.map(read -> read.entries().stream()
                                .map(entry -> entry(entry, fields))
                                .toList())
                        .orElse(List.of()));
        members.put("error", error.orElse(null));
        members.put(
                "problems",
                contents.map(read ->
                                read.faults().stream().map(InspectJson::problem).toList())
                        .orElse(List.of()));
        return members;
    }

    /** The format's name; of a file that is no container, what it is. */
    private static String kind(FileContents contents) {
        if (contents.format() != FileFormat.OTHER) {
            return contents.format().label();
        }
        return contents.entries().stream()
                .findFirst()
                .map(entry -> lower(entry.kind()))
                .orElse(null);
    }

    private static Map<String, Object> problem(LoadFault fault) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("problem", lower(fault.problem()));
        members.put("found", fault.found().map(InspectJson::lower).orElse(null));
        members.put("where", fault.place().map(FaultWords::place).orElse(null));
        members.put("detail", FaultWords.of(fault));
        return members;
    }

    private static Map<String, Object> entry(FileEntry entry, boolean fields) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("kind", lower(entry.kind()));
        members.put("where", FaultWords.place(entry.place()));
        if (entry instanceof FileEntry.Certificate one) {
            members.put("alias", orNull(one.alias()));
            members.putAll(certificate(one.certificate(), fields));
        } else if (entry instanceof FileEntry.Key key) {
            members.put("alias", orNull(key.alias()));
            members.put("key", orNull(key.key()));
            members.put("form", key.form());
            members.put("encrypted", key.encrypted());
            members.put("encryption", orNull(key.encryption()));
            members.put(
                    "chain",
                    key.chain().stream()
                            .map(certificate -> certificate(certificate, fields))
                            .toList());
        } else if (entry instanceof FileEntry.Request request) {
            members.put("subject", request.request().subject());
            members.put("key", request.request().key());
        } else if (entry instanceof FileEntry.Crl crl) {
            members.putAll(crl(crl.crl(), fields));
        } else if (entry instanceof FileEntry.Public key) {
            members.put("key", key.name());
        } else if (entry instanceof FileEntry.Other other) {
            members.put("alias", orNull(other.alias()));
            members.put("name", FaultWords.found(other.kind(), other.label()));
        }
        return members;
    }

    private static Map<String, Object> crl(X509CRL crl, boolean fields) {
        Map<String, Object> members = new LinkedHashMap<>();
        RevocationList read = RevocationList.of(crl);
        members.put("issuer", read.issuer());
        members.put("number", read.number().map(number -> number.toString()).orElse(null));
        members.put("this_update", read.thisUpdate().toString());
        members.put("next_update", read.nextUpdate().map(Instant::toString).orElse(null));
        members.put("signature", read.signatureAlgorithm());
        members.put("revoked", read.size());
        if (fields) {
            members.put(
                    "revoked_certificates",
                    read.entries().stream().map(InspectJson::revoked).toList());
        }
        return members;
    }

    private static Map<String, Object> revoked(RevokedEntry entry) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("serial", entry.serial().toString(16));
        members.put("revoked_at", entry.moment().toString());
        members.put("reason", entry.reason().map(RevocationReason::term).orElse(null));
        return members;
    }

    /** The members for a certificate. */
    static Map<String, Object> certificate(X509Certificate certificate, boolean fields) {
        CertificateDescription read = CertificateDescription.of(certificate);
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("name", read.name());
        members.put("subject", read.subject());
        members.put("issuer", read.issuer());
        members.put("serial", read.serial().toString(16));
        members.put("not_before", read.notBefore().toString());
        members.put("not_after", read.notAfter().toString());
        members.put("validity", lower(read.validityAt(Instant.now())));
        members.put("key", read.key());
        members.put("signature", read.signatureAlgorithm());
        members.put("subject_alternative_names", read.subjectAlternativeNames());
        members.put("key_usage", read.keyUsage());
        members.put("extended_key_usage", read.extendedKeyUsage());
        members.put("ca", read.isCa().orElse(null));
        members.put("path_length", read.pathLength().orElse(null));
        members.put("self_issued", read.selfIssued());
        members.put("sha256", read.sha256());
        if (fields) {
            members.put(
                    "fields",
                    CertificateFields.of(certificate).fields().stream()
                            .map(InspectJson::field)
                            .toList());
        }
        return members;
    }

    private static Map<String, Object> field(CertificateField field) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", field.id());
        members.put("name", field.name());
        members.put("oid", orNull(field.oid()));
        members.put("critical", field.critical());
        members.put("values", field.values());
        members.put("parts", field.parts().stream().map(InspectJson::field).toList());
        field.range().ifPresent(range -> {
            members.put("offset", range.offset());
            members.put("length", range.length());
        });
        return members;
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
