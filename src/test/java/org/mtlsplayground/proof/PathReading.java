package org.mtlsplayground.proof;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mtlsplayground.diagnosis.Cause;
import org.mtlsplayground.peer.RevocationChecking;
import org.mtlsplayground.proof.OpensslReading.Question;

/**
 * What a JDK must make of a chain, by what OpenSSL makes of it. Where the two are known to differ, the rule stands here with
 * its ground, and nowhere else do they.
 */
final class PathReading {
    private static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";
    private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
    private static final String ANY_PURPOSE = "2.5.29.37.0";
    private static final String NAME_CONSTRAINTS = "2.5.29.30";
    /** jdk.tls.client.maxInboundCertificateChainLength and jdk.tls.server.…, as they are unless set. */
    private static final int LONGEST_OF_SERVER = 10;

    private static final int LONGEST_OF_CLIENT = 8;
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int KEY_ENCIPHERMENT = 2;

    private static final Set<Cause> OF_THE_LEAF =
            EnumSet.of(Cause.EXPIRED, Cause.NOT_YET_VALID, Cause.WRONG_PURPOSE, Cause.NO_DIGITAL_SIGNATURE);

    private final OpensslReading openssl;
    private final Set<X509Certificate> everything;
    private final Set<X509Certificate> atHand;

    /**
     * @param everything all certificates there are: by them a false CA is told from an altered signature
     * @param atHand those in the slots of both sides: by them a CA that was not sent is told from an unknown one
     */
    PathReading(OpensslReading openssl, Set<X509Certificate> everything, Set<X509Certificate> atHand) {
        this.openssl = openssl;
        this.everything = everything;
        this.atHand = atHand;
    }

    /** What stands against a chain at first sight; empty if it is to be accepted. */
    Set<Cause> causes(Question question) {
        return causes(question, openssl::complaints);
    }

    /** The same, and what would stand against it besides. */
    Set<Cause> allCauses(Question question) {
        return causes(question, openssl::allComplaints);
    }

    private Set<Cause> causes(Question question, Function<Question, Set<Complaint>> ask) {
        if (question.chain().size() > (question.ofClient() ? LONGEST_OF_CLIENT : LONGEST_OF_SERVER)) {
            return EnumSet.of(Cause.CHAIN_TOO_LONG);
        }
        // OpenSSL takes the first of several trusted certificates of one name and looks at no other.
        Set<Cause> all = EnumSet.noneOf(Cause.class);
        for (List<X509Certificate> trust : withoutNamesakes(question.trust())) {
            Question single = question.trusting(trust);
            Set<Cause> found = found(single.withoutRevocation(), ask);
            if (!question.revocation().isOff()) {
                found.addAll(revocation(single, ask));
            }
            if (found.isEmpty() || found.equals(Set.of(Cause.STATUS_UNKNOWN))) {
                // With this one it is sound, as far as can be found out.
                return found;
            }
            all.addAll(found);
        }
        return all;
    }

    /** The chain is asked about whole by one source alone: where the first has no answer of a CA, the other may. */
    private Set<Cause> revocation(Question question, Function<Question, Set<Complaint>> ask) {
        RevocationChecking.Source source = question.revocation().source();
        if (source != RevocationChecking.Source.CRL) {
            Set<Cause> byOcsp = byOcsp(question);
            if (source == RevocationChecking.Source.OCSP || !byOcsp.equals(EnumSet.of(Cause.STATUS_UNKNOWN))) {
                return byOcsp;
            }
        }
        // Where OpenSSL finds no list it looks no further.
        Question supplied = question.having(listsFor(question));
        Set<Cause> byLists = found(supplied, ask);
        if (byLists.contains(Cause.REVOKED) && lacksListOfCa(supplied)) {
            // OpenSSL begins at the leaf, a JDK at the root.
            byLists.add(Cause.STATUS_UNKNOWN);
        }
        return byLists;
    }

    /** Those at hand, and for a certificate for which none of them will do, the one that is where it says (RFC 5280 §4.2.1.13). */
    private List<X509CRL> listsFor(Question question) {
        List<X509Certificate> path = path(question);
        List<X509CRL> lists = new ArrayList<>(question.revocation().lists());
        int checked = question.revocation().wholeChain() ? path.size() - 1 : Math.min(1, path.size() - 1);
        for (int i = 0; i < checked; i++) {
            X509Certificate issuer = path.get(i + 1);
            if (question.revocation().lists().stream().noneMatch(list -> isCurrent(list, issuer))) {
                openssl.listsNamedBy(path.get(i)).stream()
                        .filter(list -> !lists.contains(list))
                        .forEach(lists::add);
            }
        }
        return lists;
    }

    private static boolean isCurrent(X509CRL list, X509Certificate issuer) {
        try {
            list.verify(issuer.getPublicKey());
        } catch (GeneralSecurityException e) {
            return false;
        }
        return list.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())
                && list.getNextUpdate().toInstant().isAfter(Instant.now());
    }

    private static boolean lacksListOfCa(Question question) {
        List<X509Certificate> path = path(question);
        return question.revocation().wholeChain()
                && path.subList(1, Math.max(1, path.size() - 1)).stream()
                        .anyMatch(ca -> question.revocation().lists().stream()
                                .noneMatch(list -> list.getIssuerX500Principal().equals(ca.getIssuerX500Principal())));
    }

    private Set<Cause> byOcsp(Question question) {
        Set<Cause> causes = EnumSet.noneOf(Cause.class);
        for (OpensslReading.Status status : statuses(question)) {
            switch (status) {
                case GOOD -> {}
                case REVOKED -> causes.add(Cause.REVOKED);
                case UNKNOWN, UNUSABLE -> causes.add(Cause.STATUS_UNKNOWN);
            }
        }
        return causes;
    }

    /** A JDK's soft fail passes over who does not answer, and over no other failure of OCSP. */
    boolean isForgivable(Question question) {
        return question.revocation().source() == RevocationChecking.Source.CRL
                || withoutNamesakes(question.trust()).stream()
                        .noneMatch(
                                trust -> statuses(question.trusting(trust)).contains(OpensslReading.Status.UNUSABLE));
    }

    /** Of the certificates that are asked about. */
    private List<OpensslReading.Status> statuses(Question question) {
        List<X509Certificate> path = path(question);
        List<OpensslReading.Status> statuses = new ArrayList<>();
        int checked = question.revocation().wholeChain() ? path.size() - 1 : Math.min(1, path.size() - 1);
        for (int i = 0; i < checked; i++) {
            boolean stapled = i == 0 && question.stapled();
            String named = openssl.responder(path.get(i));
            String responder =
                    question.revocation().responder().map(URI::toString).orElse(named);
            OpensslReading.Status status = OpensslReading.Status.UNUSABLE;
            if (stapled && !named.isEmpty()) {
                status = openssl.status(path.get(i), path.get(i + 1), named);
            }
            boolean open = status == OpensslReading.Status.UNKNOWN || status == OpensslReading.Status.UNUSABLE;
            if (open && !responder.isEmpty()) {
                status = openssl.status(path.get(i), path.get(i + 1), responder);
            }
            statuses.add(status);
        }
        return statuses;
    }

    private Set<Cause> found(Question question, Function<Question, Set<Complaint>> ask) {
        Set<Complaint> complaints = ask.apply(question);
        Set<Cause> found = translate(question, complaints);
        // What does not count for a JDK may be what kept OpenSSL from looking further.
        return found.isEmpty() && !complaints.isEmpty() ? translate(question, openssl.allComplaints(question)) : found;
    }

    /** What of dates and usages would be said against a leaf that is itself trusted, if a JDK looked at it. */
    Set<Cause> ofLeaf(X509Certificate leaf, boolean ofClient) {
        Question alone = new Question(List.of(leaf), List.of(leaf), ofClient, RevocationChecking.off(), false);
        Set<Cause> causes = complaints(alone, openssl.complaints(alone), alone.chain(), Integer.MAX_VALUE);
        causes.retainAll(OF_THE_LEAF);
        return causes;
    }

    private static List<List<X509Certificate>> withoutNamesakes(List<X509Certificate> trust) {
        Set<Object> names = new HashSet<>();
        boolean unique = trust.stream().allMatch(one -> names.add(one.getSubjectX500Principal()));
        return unique ? List.of(trust) : trust.stream().map(List::of).toList();
    }

    private Set<Cause> translate(Question question, Set<Complaint> complaints) {
        List<X509Certificate> path = path(question);
        int anchor = question.trust().contains(path.get(path.size() - 1)) ? path.size() - 1 : Integer.MAX_VALUE;
        if (complaints.contains(new Complaint(Complaint.UNREADABLE, 0))) {
            return EnumSet.of(Cause.CERTIFICATE_UNREADABLE);
        }
        if (anchor == 0) {
            // Row 56: the JDK looks at nothing of a certificate that is itself trusted.
            return EnumSet.noneOf(Cause.class);
        }
        return complaints(question, complaints, path, anchor);
    }

    private Set<Cause> complaints(
            Question question, Set<Complaint> complaints, List<X509Certificate> path, int anchor) {
        Set<Cause> causes = EnumSet.noneOf(Cause.class);
        for (Complaint complaint : complaints) {
            // RFC 5280 §6.3.3 a: a list that is not current is none. OpenSSL looks into it all the same.
            boolean byOldList = complaint.number() == Complaint.REVOKED
                    && complaints.contains(new Complaint(Complaint.CRL_EXPIRED, complaint.depth()));
            if (!byOldList) {
                cause(complaint, question, path, anchor).ifPresent(causes::add);
            }
        }
        if (breaksByCommonName(path, anchor)) {
            causes.add(Cause.NAME_CONSTRAINT_BROKEN);
        }
        // OpenSSL is content with keyAgreement of a client and keyEncipherment of a server, too.
        boolean[] uses = path.get(0).getKeyUsage();
        if (uses != null && !uses[DIGITAL_SIGNATURE]) {
            causes.add(Cause.NO_DIGITAL_SIGNATURE);
        }
        return causes;
    }

    private Optional<Cause> cause(Complaint complaint, Question question, List<X509Certificate> path, int anchor) {
        int depth = complaint.depth();
        boolean leaf = depth == 0;
        X509Certificate certificate = path.get(Math.min(depth, path.size() - 1));
        boolean ofAnchor = depth == anchor;
        return switch (complaint.number()) {
            case Complaint.EXPIRED -> unless(ofAnchor, leaf ? Cause.EXPIRED : Cause.CA_EXPIRED);
            case Complaint.NOT_YET_VALID -> unless(ofAnchor, leaf ? Cause.NOT_YET_VALID : Cause.CA_EXPIRED);
            case Complaint.PATH_LENGTH -> unless(ofAnchor, Cause.PATH_LENGTH_EXCEEDED);
            case Complaint.CRITICAL_EXTENSION -> unless(ofAnchor, Cause.UNKNOWN_CRITICAL_EXTENSION);
            case Complaint.INVALID_CA ->
                // OpenSSL says so of a CA without keyCertSign, too, beside the other complaint.
                unless(certificate.getBasicConstraints() >= 0, ofAnchor ? Cause.ANCHOR_NO_CA : Cause.ISSUER_NO_CA);
            case Complaint.NO_CERT_SIGN -> Optional.of(Cause.CA_WITHOUT_CERT_SIGN);
            // Of a CA only OpenSSL asks what it is for; one that is none has its own complaint.
            case Complaint.PURPOSE -> leaf ? purpose(certificate, question.ofClient()) : Optional.empty();
            case Complaint.PERMITTED_VIOLATION, Complaint.EXCLUDED_VIOLATION ->
                unless(onlyAnchorConstrains(path, anchor), Cause.NAME_CONSTRAINT_BROKEN);
            case Complaint.LEAF_KEY_WEAK, Complaint.CA_KEY_WEAK -> Optional.of(Cause.WEAK_ALGORITHM);
            case Complaint.DIGEST_WEAK ->
                // The JDK takes SHA-1 from CAs that are not its own ("SHA1 jdkCA" in jdk.certpath.disabledAlgorithms).
                unless(certificate.getSigAlgName().startsWith("SHA1"), Cause.WEAK_ALGORITHM);
            case Complaint.SIGNATURE -> Optional.of(signature(path, depth));
            case Complaint.SELF_SIGNED_LEAF -> Optional.of(Cause.SELF_SIGNED);
            case Complaint.SELF_SIGNED_IN_CHAIN -> Optional.of(Cause.UNKNOWN_CA);
            case Complaint.NO_LOCAL_ISSUER -> Optional.of(issuer(path.get(path.size() - 1), question));
            case Complaint.REVOKED -> Optional.of(Cause.REVOKED);
            case Complaint.NO_CRL, Complaint.CRL_EXPIRED, Complaint.CRL_NOT_YET_VALID ->
                unless(ofAnchor, Cause.STATUS_UNKNOWN);
            default -> throw new AssertionError(complaint + " of " + question);
        };
    }

    /** The JDK takes of a trust anchor the name and the key alone (RFC 5280 §6.1.1 d), and asks whether it is a CA that signs. */
    private static Optional<Cause> unless(boolean exception, Cause cause) {
        return exception ? Optional.empty() : Optional.of(cause);
    }

    /** Where there is no DNS name, a JDK holds the common name against the constraints, even if it has no dot. */
    private boolean breaksByCommonName(List<X509Certificate> path, int anchor) {
        Optional<String> name = Names.commonName(path.get(0));
        if (name.isEmpty() || Names.hasDns(path.get(0))) {
            return false;
        }
        return path.subList(1, Math.min(anchor, path.size())).stream()
                .filter(ca -> ca.getExtensionValue(NAME_CONSTRAINTS) != null)
                .anyMatch(ca -> !openssl.permits(ca, name.get()));
    }

    private static boolean onlyAnchorConstrains(List<X509Certificate> path, int anchor) {
        return anchor < path.size()
                && path.subList(0, anchor).stream()
                        .allMatch(certificate -> certificate.getExtensionValue(NAME_CONSTRAINTS) == null);
    }

    private static Optional<Cause> purpose(X509Certificate leaf, boolean ofClient) {
        try {
            List<String> purposes = leaf.getExtendedKeyUsage();
            // Only the JDK takes anyExtendedKeyUsage for the purpose.
            boolean wrong = purposes != null
                    && !purposes.contains(ofClient ? CLIENT_AUTH : SERVER_AUTH)
                    && !purposes.contains(ANY_PURPOSE);
            return unless(!wrong, Cause.WRONG_PURPOSE);
        } catch (CertificateParsingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether somebody of the issuer's name made a signature that the trusted one of that name has not made. */
    private Cause signature(List<X509Certificate> path, int depth) {
        return everything.stream().anyMatch(ca -> isIssuer(ca, path.get(Math.min(depth, path.size() - 1))))
                ? Cause.FALSE_CA
                : Cause.SIGNATURE_WRONG;
    }

    /** Why there is no issuer: it was not sent, or is unknown, or has the name of one that is trusted. */
    private Cause issuer(X509Certificate orphan, Question question) {
        if (leadsUp(orphan, question.trust())) {
            return Cause.INTERMEDIATE_MISSING;
        }
        return question.trust().stream()
                        .anyMatch(one -> one.getSubjectX500Principal().equals(orphan.getIssuerX500Principal()))
                ? Cause.FALSE_CA
                : Cause.UNKNOWN_CA;
    }

    /** Whether a CA that is at hand stands between a certificate and one that is trusted. */
    boolean leadsUp(X509Certificate orphan, List<X509Certificate> trust) {
        return leadsUp(orphan, trust, new ArrayList<>());
    }

    private boolean leadsUp(X509Certificate orphan, List<X509Certificate> trust, List<X509Certificate> seen) {
        seen.add(orphan);
        return atHand.stream()
                .filter(ca -> !seen.contains(ca) && isIssuer(ca, orphan))
                .anyMatch(ca -> trust.contains(ca) || leadsUp(ca, trust, seen));
    }

    private static boolean isIssuer(X509Certificate ca, X509Certificate issued) {
        if (!ca.getSubjectX500Principal().equals(issued.getIssuerX500Principal())) {
            return false;
        }
        try {
            issued.verify(ca.getPublicKey());
            return true;
        } catch (GeneralSecurityException | UnsupportedOperationException e) {
            // What can't be read has no signature.
            return false;
        }
    }

    /** The path that OpenSSL takes: at each step a trusted issuer first; where nobody at hand is the issuer, by names. */
    static List<X509Certificate> path(Question question) {
        List<X509Certificate> path = new ArrayList<>(question.chain().subList(0, 1));
        while (true) {
            X509Certificate last = path.get(path.size() - 1);
            if (question.trust().contains(last)) {
                return path;
            }
            Optional<X509Certificate> next = Stream.of(
                            named(last, question.trust(), path).filter(ca -> isIssuer(ca, last)),
                            named(last, question.chain(), path).filter(ca -> isIssuer(ca, last)),
                            named(last, question.trust(), path),
                            named(last, question.chain(), path))
                    .flatMap(candidates -> candidates)
                    .findFirst();
            if (next.isEmpty()) {
                return path;
            }
            path.add(next.get());
        }
    }

    private static Stream<X509Certificate> named(
            X509Certificate last, List<X509Certificate> candidates, List<X509Certificate> path) {
        return candidates.stream()
                .filter(ca -> ca.getSubjectX500Principal().equals(last.getIssuerX500Principal()))
                .filter(ca -> !path.contains(ca));
    }

    /** RSA key exchange needs another use of the key (RFC 5246 §7.4.2). */
    static boolean mayEncipher(X509Certificate leaf) {
        boolean[] uses = leaf.getKeyUsage();
        return uses == null || uses[KEY_ENCIPHERMENT];
    }
}
