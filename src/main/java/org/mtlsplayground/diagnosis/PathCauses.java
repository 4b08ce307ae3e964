package org.mtlsplayground.diagnosis;

import java.security.cert.X509Certificate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.pki.CertificateDescription;
import org.mtlsplayground.pki.Signatures;
import org.mtlsplayground.pki.path.PathCheck;
import org.mtlsplayground.pki.path.Step;

/** Which of the checks of a path decided, and what that means. */
final class PathCauses {
    /** The JDK's words for a check; they tell only which of several that fail it came upon first. */
    private static final Map<Step.Kind, Pattern> WORDS = words();

    /** A CA that others are above of mostly says so in its name. */
    private static final Pattern INTERMEDIATE =
            Pattern.compile("(?i)intermediate|issuing|subordinate|\\bsub[ -]?ca\\b");

    private PathCauses() {}

    private static Map<Step.Kind, Pattern> words() {
        Map<Step.Kind, Pattern> words = new EnumMap<>(Step.Kind.class);
        words.put(Step.Kind.CHAIN_LENGTH, Pattern.compile("chain length"));
        words.put(
                Step.Kind.ISSUER, Pattern.compile("unable to find valid certification path|Trust anchor .* not found"));
        words.put(Step.Kind.SIGNATURE, Pattern.compile("signature check failed"));
        words.put(Step.Kind.DATES, Pattern.compile("validity check failed|NotAfter|NotBefore"));
        words.put(Step.Kind.ALGORITHM, Pattern.compile("lgorithm constraints|constraints check failed on"));
        words.put(Step.Kind.CA, Pattern.compile("not a CA certificate"));
        words.put(Step.Kind.PATH_LENGTH, Pattern.compile("(?i)pathLenConstraint|path length"));
        words.put(Step.Kind.KEY_CERT_SIGN, Pattern.compile("keyCertSign"));
        words.put(Step.Kind.NAME_CONSTRAINTS, Pattern.compile("name constraints"));
        words.put(Step.Kind.CRITICAL_EXTENSIONS, Pattern.compile("unrecognized critical extension"));
        words.put(Step.Kind.DIGITAL_SIGNATURE, Pattern.compile("KeyUsage does not allow"));
        words.put(Step.Kind.EXTENDED_KEY_USAGE, Pattern.compile("Extended key usage"));
        words.put(Step.Kind.HOST_NAME, Pattern.compile("No subject alternative|No name matching|Illegal given domain"));
        return words;
    }

    /**
     * The check that decided, if one of those that explain it fails.
     *
     * @param words the JDK's against the path; may be empty
     */
    static Optional<Step> decisive(List<Step> steps, String words) {
        List<Step> failing = steps.stream()
                .filter(step -> step.fails() && step.kind() != Step.Kind.JDK)
                .toList();
        return failing.stream()
                .filter(step -> WORDS.containsKey(step.kind())
                        && WORDS.get(step.kind()).matcher(words).find())
                .findFirst()
                .or(() -> failing.stream().findFirst())
                .map(step -> ofSigner(step, failing));
    }

    /** Where the key of an issuer is too weak, the issuer is to blame, and not what it has signed. */
    private static Step ofSigner(Step step, List<Step> failing) {
        return failing.stream()
                .filter(other -> step.reason() == Step.Reason.SIGNING_KEY_REFUSED
                        && other.reason() == Step.Reason.KEY_REFUSED
                        && other.index() == step.index() + 1)
                .findFirst()
                .orElse(step);
    }

    /**
     * What a check that fails means.
     *
     * @param judge who made it, or would
     */
    static Finding of(Step step, List<X509Certificate> path, boolean anchored, Facts facts, Side judge) {
        return found(step, path, anchored, facts, judge).by(step, path);
    }

    private static Finding found(Step step, List<X509Certificate> path, boolean anchored, Facts facts, Side judge) {
        boolean leaf = step.index() == 0;
        boolean anchor = anchored && step.index() == path.size() - 1;
        return switch (step.kind()) {
            case CHAIN_LENGTH -> Finding.certain(Cause.CHAIN_TOO_LONG);
            case ENCODING -> Finding.certain(Cause.CERTIFICATE_UNREADABLE);
            case ISSUER -> issuer(step, path, facts, judge);
            case SIGNATURE -> signature(step, path, anchored);
            case DATES ->
                Finding.certain(
                        !leaf
                                ? Cause.CA_EXPIRED
                                : step.reason() == Step.Reason.EXPIRED ? Cause.EXPIRED : Cause.NOT_YET_VALID);
            case ALGORITHM -> Finding.certain(Cause.WEAK_ALGORITHM);
            case CA -> Finding.certain(anchor ? Cause.ANCHOR_NO_CA : Cause.ISSUER_NO_CA);
            case PATH_LENGTH -> Finding.certain(Cause.PATH_LENGTH_EXCEEDED);
            case KEY_CERT_SIGN -> Finding.certain(Cause.CA_WITHOUT_CERT_SIGN);
            case NAME_CONSTRAINTS -> Finding.certain(Cause.NAME_CONSTRAINT_BROKEN);
            case CRITICAL_EXTENSIONS -> Finding.certain(Cause.UNKNOWN_CRITICAL_EXTENSION);
            case DIGITAL_SIGNATURE -> Finding.certain(Cause.NO_DIGITAL_SIGNATURE);
            case EXTENDED_KEY_USAGE -> Finding.certain(Cause.WRONG_PURPOSE);
            case HOST_NAME -> Finding.certain(hostName(step));
            case JDK -> Finding.guess(Cause.UNKNOWN);
        };
    }

    /** The same of a check of a path that was judged. */
    static Finding of(Step step, PathCheck check, Facts facts, Side judge) {
        return of(step, check.path(), check.anchored(), facts, judge);
    }

    private static Finding issuer(Step step, List<X509Certificate> path, Facts facts, Side judge) {
        if (step.reason() == Step.Reason.NOBODY_TRUSTED) {
            return Finding.certain(Cause.TRUSTS_NOBODY);
        }
        X509Certificate orphan = path.get(step.index());
        if (step.reason() == Step.Reason.SELF_ISSUED) {
            return Finding.certain(step.index() == 0 ? Cause.SELF_SIGNED : Cause.UNKNOWN_CA);
        }
        return missing(orphan, facts.certificatesAtHand(), facts.trusted(judge));
    }

    /** Whether the issuer of a certificate is one that leads to a trusted CA and was not sent, or nobody whom they trust. */
    static Finding missing(X509Certificate orphan, Set<X509Certificate> atHand, List<X509Certificate> trusted) {
        Optional<X509Certificate> issuer = issuer(orphan, atHand);
        if (issuer.isPresent()) {
            boolean leadsUp = trusted.stream()
                    .anyMatch(anchor ->
                            anchor.getSubjectX500Principal().equals(issuer.get().getIssuerX500Principal())
                                    && Signatures.isSignedBy(issuer.get(), anchor));
            return Finding.certain(leadsUp ? Cause.INTERMEDIATE_MISSING : Cause.UNKNOWN_CA);
        }
        String name = CertificateDescription.of(orphan).issuerName();
        return INTERMEDIATE.matcher(name).find()
                ? Finding.guess(Cause.INTERMEDIATE_MISSING)
                : Finding.certain(Cause.UNKNOWN_CA);
    }

    /** Who issued a certificate, of those at hand. */
    static Optional<X509Certificate> issuer(X509Certificate certificate, Set<X509Certificate> atHand) {
        return atHand.stream()
                .filter(ca -> ca.getSubjectX500Principal().equals(certificate.getIssuerX500Principal()))
                .filter(ca -> Signatures.isSignedBy(certificate, ca))
                .findFirst();
    }

    /**
     * Whether a false CA made a signature or somebody altered it can't be told from it; most don't alter. Who has signed their
     * own certificate only has the name of somebody who is trusted.
     */
    private static Finding signature(Step step, List<X509Certificate> path, boolean anchored) {
        X509Certificate signed = path.get(step.index());
        if (signed.getIssuerX500Principal().equals(signed.getSubjectX500Principal())
                && Signatures.isSignedBy(signed, signed)) {
            return Finding.certain(step.index() == 0 ? Cause.SELF_SIGNED : Cause.UNKNOWN_CA);
        }
        boolean byAnchor = anchored && step.index() == path.size() - 2;
        return byAnchor ? Finding.guess(Cause.FALSE_CA) : Finding.certain(Cause.SIGNATURE_WRONG);
    }

    private static Cause hostName(Step step) {
        String wanted = step.values().isEmpty() ? "" : step.values().get(0);
        boolean addressAlone = !wanted.contains(",") && wanted.matches("[0-9.]+|.*:.*");
        return addressAlone ? Cause.NO_IP_NAME : Cause.WRONG_HOST;
    }
}
