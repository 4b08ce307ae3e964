package org.mtlsplayground.diagnosis;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.pki.path.Step;

/** What bears a finding out. */
final class EvidenceOf {
    /** Of what is said of a key, and not of a signature. */
    private static final Set<Step.Reason> KEYS = EnumSet.of(Step.Reason.KEY_REFUSED, Step.Reason.KEY_WEAK);

    private static final int MOST_NAMES = 8;
    private static final Pattern OF_KIND = Pattern.compile("(DNS|IP|URI|email|directory):.*", Pattern.DOTALL);

    private EvidenceOf() {}

    /** @param judge who looked at it, or would have */
    static List<Evidence> finding(Facts facts, Side judge, Finding finding, CauseWords words) {
        List<Evidence> evidence = new ArrayList<>();
        Side owner = judge.other();
        finding.step().ifPresent(step -> evidence.add(step(facts, owner, finding, step)));
        finding.notSent().ifPresent(conditions -> evidence.addAll(notSent(conditions)));
        switch (finding.cause()) {
            case UNKNOWN_CA, SELF_SIGNED, INTERMEDIATE_MISSING, FALSE_CA, NO_CLIENT_CERTIFICATE ->
                evidence.add(Evidence.of(
                        words.evidence(words.knowsWhomIsTrusted() ? "evidence.trusts" : "evidence.trustsUnknown")));
            case FOREIGN_KEY -> {
                boolean keyExchange =
                        owner == Side.SERVER && !facts.negotiation().isTls13();
                evidence.add(Evidence.in(
                        keyExchange ? "ServerKeyExchange" : "CertificateVerify",
                        owner,
                        words.evidence("evidence.signature")));
            }
            case NO_COMMON_VERSION, NO_COMMON_GROUP, NO_COMMON_PROTOCOL, SERVER_NAME_REFUSED ->
                evidence.add(Evidence.in("ClientHello", Side.CLIENT, words.evidence("evidence.offers")));
            case SERVER_WITHOUT_KEY ->
                UnusableKey.of(facts).map(UnusableKey::evidence).ifPresent(evidence::add);
            case NO_COMMON_SIGNATURE_SCHEME -> {
                if (HelloCauses.isWithoutSchemes(facts)) {
                    evidence.add(Evidence.in("ClientHello", Side.CLIENT, Phrase.of("evidence.noSchemes")));
                }
            }
            case RECORD_ALTERED, HELLO_ALTERED, MESSAGE_ALTERED -> {
                if (!isHelloRefused(facts, judge, finding)) {
                    evidence.add(Evidence.of(words.evidence("evidence.altered")));
                }
            }
            case OTHER_NAME_ACCEPTED, WRONG_HOST -> asked(facts).ifPresent(evidence::add);
            case REVOCATION_UNCHECKED ->
                facts.chain(owner).stream()
                        .findFirst()
                        .map(leaf -> StatusEvidence.sources(facts, owner, leaf))
                        .ifPresent(evidence::add);
            case REVOKED -> StatusEvidence.revoked(facts, judge).ifPresent(evidence::add);
            case STATUS_UNKNOWN ->
                StatusEvidence.blamed(facts, judge)
                        .map(certificate -> StatusEvidence.sources(facts, owner, certificate))
                        .ifPresent(evidence::add);
            case DOWNGRADE ->
                evidence.add(Evidence.in("ServerHello", Side.SERVER, words.evidence("evidence.downgrade")));
            default -> {
                // The sentence says it all.
            }
        }
        return evidence;
    }

    /** Whether an altered Hello was refused for what it says: nothing is encrypted or signed then that would not add up. */
    static boolean isHelloRefused(Facts facts, Side judge, Finding finding) {
        return finding.cause() == Cause.HELLO_ALTERED
                && finding.deed()
                        .filter(deed -> deed.isRefusedAtOnce(judge, facts))
                        .isPresent();
    }

    private static Optional<Evidence> asked(Facts facts) {
        return facts.negotiation()
                .serverName()
                .map(name -> Evidence.in("ClientHello", Side.CLIENT, Phrase.of("evidence.serverName", name)));
    }

    private static Evidence step(Facts facts, Side owner, Finding finding, Step step) {
        Optional<X509Certificate> certificate =
                finding.path().stream().skip(step.index()).findFirst();
        int index = certificate.map(facts.chain(owner)::indexOf).orElse(-1);
        boolean presented = index >= 0;
        return new Evidence(
                Phrase.text(StepText.of(step)),
                Optional.of(presented ? owner : owner.other()),
                certificate,
                presented ? OptionalInt.of(index) : OptionalInt.empty(),
                field(step),
                presented ? Optional.of("Certificate") : Optional.empty());
    }

    private static Optional<String> field(Step step) {
        return switch (step.kind()) {
            case ISSUER -> Optional.of("issuer");
            case SIGNATURE -> Optional.of("signatureValue");
            case DATES -> Optional.of(step.reason() == Step.Reason.NOT_YET_VALID ? "notBefore" : "notAfter");
            case ALGORITHM -> Optional.of(KEYS.contains(step.reason()) ? "subjectPublicKeyInfo" : "signatureAlgorithm");
            case CA, PATH_LENGTH -> Optional.of("extension.basicConstraints");
            case KEY_CERT_SIGN, DIGITAL_SIGNATURE -> Optional.of("extension.keyUsage");
            case EXTENDED_KEY_USAGE -> Optional.of("extension.extKeyUsage");
            case HOST_NAME -> Optional.of("extension.subjectAltName");
            case NAME_CONSTRAINTS -> Optional.of(isAlternative(step) ? "extension.subjectAltName" : "subject");
            case CRITICAL_EXTENSIONS ->
                step.values().stream().findFirst().map(oid -> "extension." + oid.split(",", 2)[0]);
            case CHAIN_LENGTH, ENCODING, JDK -> Optional.empty();
        };
    }

    /** A subject alternative name is written with its kind before it, the subject as it is. */
    private static boolean isAlternative(Step step) {
        return step.values().stream()
                .findFirst()
                .filter(OF_KIND.asMatchPredicate())
                .isPresent();
    }

    private static List<Evidence> notSent(NotSent conditions) {
        List<Evidence> evidence = new ArrayList<>();
        if (!conditions.sameKind()) {
            evidence.add(Evidence.of(Phrase.of(
                    "evidence.kinds",
                    conditions.identity().leaf().getPublicKey().getAlgorithm(),
                    conditions.identity().key().getAlgorithm())));
        }
        if (!conditions.keyTypeTaken() || conditions.fittingSchemes().isEmpty()) {
            Object schemes = Phrase.listed(conditions.acceptedSchemes(), MOST_NAMES);
            evidence.add(Evidence.in("CertificateRequest", Side.SERVER, Phrase.of("evidence.schemes", schemes)));
        }
        if (!conditions.issuerNamed()) {
            Object names = Phrase.listed(conditions.acceptedAuthorities(), MOST_NAMES);
            evidence.add(Evidence.in("CertificateRequest", Side.SERVER, Phrase.of("evidence.authorities", names)));
        }
        return evidence;
    }
}
