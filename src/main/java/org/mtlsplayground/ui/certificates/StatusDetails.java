package org.mtlsplayground.ui.certificates;

import java.math.BigInteger;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mtlsplayground.pki.CertificateDescription;
import org.mtlsplayground.pki.CertificateDescription.Validity;
import org.mtlsplayground.pki.status.OcspStatement;
import org.mtlsplayground.pki.status.RevocationList;
import org.mtlsplayground.pki.status.RevocationLists;
import org.mtlsplayground.pki.status.RevokedEntry;
import org.mtlsplayground.text.Messages;

/**
 * A revocation list or an OCSP response, as it is shown in full.
 *
 * @param entry the line of the tree
 * @param about what it is, beside its name
 * @param badge the most important of it in a word or two
 * @param isBad whether that speaks against somebody
 * @param validity where today lies between its two updates
 * @param until empty if it does not say how long it holds
 * @param elapsed where today lies, from 0 to 1
 * @param remaining the time that is left, or since when it is over, in words; may be empty
 * @param revoked the certificates that a list names, each with the name of the one that is at hand, if it is
 */
record StatusDetails(
        ChainEntry.Status entry,
        String about,
        String badge,
        boolean isBad,
        Validity validity,
        String from,
        Optional<String> until,
        double elapsed,
        String remaining,
        List<FieldRow> rows,
        List<Revoked> revoked,
        byte[] der) {
    /**
     * A certificate that is revoked.
     *
     * @param name what the panel calls it; empty if it is not at hand
     */
    record Revoked(RevokedEntry entry, String name) {}

    /** A line for the tree. */
    static ChainEntry.Status entry(String group, StatusDocument document) {
        if (document instanceof StatusDocument.Crl crl) {
            byte[] issuer = crl.list().getIssuerX500Principal().getEncoded();
            return new ChainEntry.Status(
                    group,
                    CertificateDescription.distinguishedName(issuer)
                            .orElse(crl.list().getIssuerX500Principal().toString()),
                    Messages.get("certificates.crl.note"),
                    document);
        }
        OcspStatement statement = ((StatusDocument.Ocsp) document).statement();
        return new ChainEntry.Status(group, Messages.get("certificates.ocsp"), word(statement), document);
    }

    /** What an OCSP response says, in a word. */
    static String word(OcspStatement statement) {
        return statement.answers().stream()
                .findFirst()
                .map(answer -> Messages.get(
                        "certificates.ocsp." + answer.status().name().toLowerCase(Locale.ROOT)))
                .orElseGet(() -> Messages.get("certificates.ocsp.none"));
    }

    /**
     * Takes some milliseconds, of a long list more: not for the FX thread.
     *
     * @param known the certificates at hand
     */
    static StatusDetails of(ChainEntry.Status entry, List<ChainEntry.Present> known, Instant now) {
        return entry.document() instanceof StatusDocument.Crl crl
                ? ofList(entry, crl.list(), known, now)
                : ofResponse(entry, (StatusDocument.Ocsp) entry.document(), known, now);
    }

    private static StatusDetails ofList(
            ChainEntry.Status entry, X509CRL list, List<ChainEntry.Present> known, Instant now) {
        RevocationList told = RevocationList.of(list);
        Map<BigInteger, String> names = new HashMap<>();
        for (ChainEntry.Present each : known) {
            X509Certificate certificate = each.certificate();
            if (certificate.getIssuerX500Principal().equals(list.getIssuerX500Principal())) {
                names.put(certificate.getSerialNumber(), each.description().name());
            }
        }
        List<Revoked> revoked = told.entries().stream()
                .map(each -> new Revoked(each, names.getOrDefault(each.serial(), "")))
                .toList();
        Validity validity = validity(told.thisUpdate(), told.nextUpdate(), now);
        return new StatusDetails(
                entry,
                Messages.get(told.delta() ? "certificates.crl.delta" : "certificates.crl.about"),
                badge(validity),
                validity != Validity.VALID,
                validity,
                FieldRows.day(told.thisUpdate()),
                told.nextUpdate().map(FieldRows::day),
                elapsed(told.thisUpdate(), told.nextUpdate(), now),
                remaining(told.thisUpdate(), told.nextUpdate(), validity, now),
                StatusRows.of(told, RevocationLists.signer(list, certificates(known)), revoked, validity),
                revoked,
                encoded(list));
    }

    private static StatusDetails ofResponse(
            ChainEntry.Status entry, StatusDocument.Ocsp ocsp, List<ChainEntry.Present> known, Instant now) {
        OcspStatement told = ocsp.statement();
        Optional<OcspStatement.Answer> answer = told.answers().stream().findFirst();
        Instant from = answer.map(OcspStatement.Answer::thisUpdate)
                .or(told::producedAt)
                .orElse(now);
        Optional<Instant> until = answer.flatMap(OcspStatement.Answer::nextUpdate);
        Validity validity = validity(from, until, now);
        boolean isGood = answer.filter(each -> each.status() == OcspStatement.Status.GOOD)
                .isPresent();
        // Serial numbers are no one's alone: those of the same group are meant.
        Map<BigInteger, String> names = new HashMap<>();
        known.stream()
                .filter(each -> each.group().equals(entry.group()))
                .forEach(each -> names.putIfAbsent(
                        each.certificate().getSerialNumber(), each.description().name()));
        return new StatusDetails(
                entry,
                Messages.get("certificates.ocsp.about"),
                isGood && validity != Validity.VALID ? badge(validity) : word(told),
                !isGood || validity != Validity.VALID,
                validity,
                answer.isPresent() ? FieldRows.day(from) : "",
                until.map(FieldRows::day),
                elapsed(from, until, now),
                remaining(from, until, validity, now),
                StatusRows.of(told, OcspStatement.signer(ocsp.der(), certificates(known)), names, validity),
                List.of(),
                ocsp.der());
    }

    private static List<X509Certificate> certificates(List<ChainEntry.Present> known) {
        return known.stream().map(ChainEntry.Present::certificate).toList();
    }

    private static byte[] encoded(X509CRL list) {
        try {
            return list.getEncoded();
        } catch (CRLException e) {
            // What was read from bytes has them.
            throw new IllegalStateException(e);
        }
    }

    private static Validity validity(Instant from, Optional<Instant> until, Instant now) {
        if (now.isBefore(from)) {
            return Validity.NOT_YET;
        }
        return until.filter(now::isAfter).isPresent() ? Validity.EXPIRED : Validity.VALID;
    }

    private static String badge(Validity validity) {
        return Messages.get(
                switch (validity) {
                    case VALID -> "certificates.status.current";
                    case EXPIRED -> "certificates.status.overdue";
                    case NOT_YET -> "certificates.notYet";
                });
    }

    private static double elapsed(Instant from, Optional<Instant> until, Instant now) {
        double whole = Math.max(
                1, until.map(end -> Duration.between(from, end).toSeconds()).orElse(1L));
        return Math.max(0, Math.min(1, Duration.between(from, now).toSeconds() / whole));
    }

    private static String remaining(Instant from, Optional<Instant> until, Validity validity, Instant now) {
        return switch (validity) {
            case VALID ->
                until.map(end -> Messages.get("certificates.left", Span.between(now, end)))
                        .orElse("");
            case EXPIRED -> Messages.get("certificates.over", Span.between(until.orElse(now), now));
            case NOT_YET -> Messages.get("certificates.begins", Span.between(now, from));
        };
    }
}
