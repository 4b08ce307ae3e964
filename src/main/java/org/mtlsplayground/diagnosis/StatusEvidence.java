package org.mtlsplayground.diagnosis;

import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.mtlsplayground.peer.Fault;
import org.mtlsplayground.peer.Outcome;
import org.mtlsplayground.peer.RevocationChecking;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.pki.status.OcspStatement;
import org.mtlsplayground.pki.status.RevocationReason;
import org.mtlsplayground.transcript.Event;

/** What bears out that a certificate is revoked, or that this can't be found out. */
final class StatusEvidence {
    private static final String CERTIFICATE = "Certificate";

    private StatusEvidence() {}

    /** The certificate that a side of ours asked about: the one its JDK names, else the leaf; empty if the side is not ours. */
    static Optional<X509Certificate> blamed(Facts facts, Side judge) {
        return facts.failure(judge)
                .map(Outcome.Failure::exception)
                .flatMap(Fault::blamed)
                .or(() -> facts.isOurs(judge)
                        ? facts.chain(judge.other()).stream().findFirst()
                        : Optional.empty());
    }

    /** What was stapled, else the entry in a list at hand, else where the certificate says that it can be asked for. */
    static Optional<Evidence> revoked(Facts facts, Side judge) {
        Side owner = judge.other();
        return blamed(facts, judge)
                .map(certificate -> stapled(facts, owner, certificate)
                        .or(() -> listed(facts, judge, certificate))
                        .orElseGet(() -> sources(facts, owner, certificate)));
    }

    private static Optional<Evidence> stapled(Facts facts, Side owner, X509Certificate certificate) {
        return owner == Side.SERVER
                ? facts.events().stream()
                        .filter(event -> !event.fromClient())
                        .map(event -> stapled(event, certificate).orElse(null))
                        .filter(Objects::nonNull)
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<Evidence> stapled(Event event, X509Certificate certificate) {
        return Stapled.in(List.of(event)).flatMap(OcspStatement::of).stream()
                .flatMap(statement -> statement.answers().stream())
                .filter(answer -> answer.serial().equals(certificate.getSerialNumber()))
                .flatMap(answer ->
                        answer.revoked().stream().map(moment -> words("evidence.stapled", moment, answer.reason())))
                .findFirst()
                .map(words -> Evidence.in(EventText.of(event).name(), Side.SERVER, words));
    }

    private static Optional<Evidence> listed(Facts facts, Side judge, X509Certificate certificate) {
        return facts.revocation(judge).map(RevocationChecking::lists).stream()
                .flatMap(List::stream)
                .map(list -> list.getRevokedCertificate(certificate))
                .filter(Objects::nonNull)
                .findFirst()
                .map(StatusEvidence::words)
                .map(words -> in(facts, judge.other(), certificate, "serialNumber", words));
    }

    private static Phrase words(X509CRLEntry entry) {
        return words(
                "evidence.listed",
                entry.getRevocationDate().toInstant(),
                Optional.ofNullable(entry.getRevocationReason()).flatMap(RevocationReason::of));
    }

    private static Phrase words(String key, Instant revoked, Optional<RevocationReason> reason) {
        String moment = StepText.moment(revoked.truncatedTo(ChronoUnit.SECONDS).toString());
        return reason.map(known -> Phrase.of(key + ".reason", moment, known.term()))
                .orElseGet(() -> Phrase.of(key, moment));
    }

    /** Where a certificate says that its status can be asked for. */
    static Evidence sources(Facts facts, Side owner, X509Certificate certificate) {
        return switch (Laxities.source(certificate)) {
            case OFF -> in(facts, owner, certificate, null, Phrase.of("evidence.nowhere"));
            case CRL -> in(facts, owner, certificate, "extension.cRLDistributionPoints", Phrase.of("evidence.lists"));
            case OCSP, ANY ->
                in(facts, owner, certificate, Laxities.INFORMATION_ACCESS, Phrase.of("evidence.responder"));
        };
    }

    private static Evidence in(Facts facts, Side owner, X509Certificate certificate, String field, Phrase words) {
        int index = facts.chain(owner).indexOf(certificate);
        boolean presented = index >= 0;
        return new Evidence(
                words,
                Optional.of(presented ? owner : owner.other()),
                Optional.of(certificate),
                presented ? OptionalInt.of(index) : OptionalInt.empty(),
                Optional.ofNullable(field),
                presented ? Optional.of(CERTIFICATE) : Optional.empty());
    }
}
