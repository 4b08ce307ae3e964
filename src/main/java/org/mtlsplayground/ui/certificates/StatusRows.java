package org.mtlsplayground.ui.certificates;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mtlsplayground.codepoint.CodePoints;
import org.mtlsplayground.pki.CertificateDescription;
import org.mtlsplayground.pki.CertificateDescription.Validity;
import org.mtlsplayground.pki.Hex;
import org.mtlsplayground.pki.status.OcspStatement;
import org.mtlsplayground.pki.status.RevocationList;
import org.mtlsplayground.pki.status.RevocationReason;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.certificates.FieldRow.Tone;
import org.mtlsplayground.ui.certificates.FieldRow.Words;

/** The fields of a revocation list or an OCSP response, each in a row, and what they mean. */
final class StatusRows {
    /** More names than these would fill the row. */
    private static final int MOST_NAMES = 5;

    private final List<FieldRow> rows = new ArrayList<>();

    /**
     * @param signer whose key made the signature, if that is known
     * @param revoked those that the list names
     */
    static List<FieldRow> of(
            RevocationList list,
            Optional<X509Certificate> signer,
            List<StatusDetails.Revoked> revoked,
            Validity validity) {
        StatusRows rows = new StatusRows();
        rows.add("issuer", list.issuer(), signature(signer));
        rows.add("revoked", count(list.size()), named(revoked));
        rows.addUpdates(list.thisUpdate(), list.nextUpdate(), validity);
        list.number().ifPresent(number -> rows.add("number", number.toString(), plain("number")));
        if (list.delta()) {
            rows.add("delta", Messages.get("certificates.crl.delta.yes"), plain("delta"));
        }
        rows.add("signature", list.signatureAlgorithm(), Words.NONE);
        list.authorityKeyIdentifier().ifPresent(id -> rows.add("authorityKey", id, Words.NONE));
        return rows.rows;
    }

    /** @param names what to call certificates, by their serial numbers */
    static List<FieldRow> of(
            OcspStatement told, Optional<X509Certificate> signer, Map<BigInteger, String> names, Validity validity) {
        StatusRows rows = new StatusRows();
        if (told.responseStatus() != 0) {
            rows.add("response", CodePoints.ocspResponseStatus(told.responseStatus()), bad("response"));
        }
        for (OcspStatement.Answer answer : told.answers()) {
            rows.addAnswer(answer, names, validity);
        }
        told.responder().ifPresent(responder -> rows.add("responder", responder, signature(signer)));
        told.producedAt().ifPresent(moment -> rows.add("produced", time(moment), Words.NONE));
        if (!told.signatureAlgorithm().isEmpty()) {
            rows.add("signature", told.signatureAlgorithm(), Words.NONE);
        }
        if (!told.certificates().isEmpty()) {
            rows.add(
                    "along",
                    told.certificates().stream()
                            .map(each -> CertificateDescription.of(each).name())
                            .collect(Collectors.joining(", ")),
                    plain("along"));
        }
        told.nonce().ifPresent(nonce -> rows.add("nonce", nonce, plain("nonce")));
        return rows.rows;
    }

    private void addAnswer(OcspStatement.Answer answer, Map<BigInteger, String> names, Validity validity) {
        Words words = switch (answer.status()) {
            case GOOD -> new Words(Tone.GOOD, words("good"));
            case REVOKED -> bad("revoked");
            case UNKNOWN -> bad("unknown");
        };
        String status = answer.status().name();
        add("status", Messages.get("certificates.ocsp." + status.toLowerCase(Locale.ROOT)), words);
        answer.revoked()
                .ifPresent(moment -> add(
                        "revokedAt",
                        time(moment),
                        new Words(
                                Tone.PLAIN,
                                answer.reason().map(RevocationReason::term).orElse(""))));
        String name = names.getOrDefault(answer.serial(), "");
        add(
                "serial",
                serial(answer.serial()),
                name.isEmpty()
                        ? Words.NONE
                        : new Words(Tone.PLAIN, Messages.get("certificates.statusWords.serial", name)));
        addUpdates(answer.thisUpdate(), answer.nextUpdate(), validity);
    }

    private void addUpdates(Instant from, Optional<Instant> until, Validity validity) {
        add("thisUpdate", time(from), validity == Validity.NOT_YET ? bad("early") : Words.NONE);
        add(
                "nextUpdate",
                until.map(StatusRows::time).orElse(Messages.get("certificates.absent")),
                validity == Validity.EXPIRED ? bad("overdue") : until.isEmpty() ? plain("endless") : Words.NONE);
    }

    private void add(String label, String value, Words words) {
        rows.add(new FieldRow(Messages.get("certificates.statusField." + label), value, false, words, List.of()));
    }

    private static Words signature(Optional<X509Certificate> signer) {
        return signer.map(CertificateDescription::of)
                .map(who -> new Words(Tone.GOOD, Messages.get("certificates.statusWords.signed", who.name())))
                .orElseGet(() -> plain("unsigned"));
    }

    private static Words named(List<StatusDetails.Revoked> revoked) {
        List<String> names = revoked.stream()
                .map(StatusDetails.Revoked::name)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        if (names.isEmpty()) {
            return Words.NONE;
        }
        String some = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
        String more = names.size() > MOST_NAMES ? FieldRow.MORE : "";
        return new Words(Tone.WARN, Messages.get("certificates.statusWords.among", some + more));
    }

    private static String count(int size) {
        return size == 1 ? Messages.get("certificates.crl.count.one") : Messages.get("certificates.crl.count", size);
    }

    private static Words plain(String key) {
        return new Words(Tone.PLAIN, words(key));
    }

    private static Words bad(String key) {
        return new Words(Tone.BAD, words(key));
    }

    private static String words(String key) {
        return Messages.get("certificates.statusWords." + key);
    }

    private static String time(Instant moment) {
        return Messages.get("certificates.time", FieldRows.time(moment));
    }

    /** A serial number as the certificate's own row has it. */
    static String serial(BigInteger serial) {
        return Hex.of(serial.toByteArray());
    }
}
