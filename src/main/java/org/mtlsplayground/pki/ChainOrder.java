package org.mtlsplayground.pki;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.security.auth.x500.X500Principal;

/** Puts certificates in the order of RFC 8446 §4.4.2: the leaf, then each one's issuer. */
final class ChainOrder {
    /** So many issuers of the same name are tried by their signatures; then the first one is taken. */
    private static final int MAX_TRIES = 8;

    private static final int MAX_LENGTH = 100;

    private ChainOrder() {}

    /** The chain of the likeliest leaf, then the rest in the order given. */
    static List<X509Certificate> sort(List<X509Certificate> certificates) {
        return followedBy(chain(leaf(certificates), certificates), certificates);
    }

    /** Of those that issued no other one the first that is no CA; a root whose intermediate is missing issued none either. */
    private static X509Certificate leaf(List<X509Certificate> certificates) {
        List<X509Certificate> leaves = leaves(certificates);
        return leaves.stream()
                .min(Comparator.comparing((X509Certificate certificate) -> certificate.getBasicConstraints() >= 0)
                        .thenComparing(Signatures::isSelfIssued))
                .orElse(certificates.get(0));
    }

    /** Those that issued no other one, in the order given. */
    static List<X509Certificate> leaves(List<X509Certificate> certificates) {
        Set<X500Principal> issuers = new HashSet<>();
        for (X509Certificate certificate : certificates) {
            if (!Signatures.isSelfIssued(certificate)) {
                issuers.add(certificate.getIssuerX500Principal());
            }
        }
        return certificates.stream()
                .filter(certificate -> !issuers.contains(certificate.getSubjectX500Principal()))
                .toList();
    }

    /** A chain, and then what does not belong to it in the order given; each once. */
    static List<X509Certificate> followedBy(List<X509Certificate> chain, List<X509Certificate> certificates) {
        Set<X509Certificate> all = new LinkedHashSet<>(chain);
        all.addAll(certificates);
        return new ArrayList<>(all);
    }

    /** A leaf and its issuers, as far as they are there. */
    static List<X509Certificate> chain(X509Certificate leaf, List<X509Certificate> certificates) {
        Map<X500Principal, List<X509Certificate>> bySubject = new HashMap<>();
        for (X509Certificate certificate : certificates) {
            bySubject
                    .computeIfAbsent(certificate.getSubjectX500Principal(), name -> new ArrayList<>())
                    .add(certificate);
        }
        Set<X509Certificate> chain = new LinkedHashSet<>();
        X509Certificate current = leaf;
        // A chain longer than anyone's is no chain; each step may cost some checks of a signature.
        while (current != null && chain.size() < MAX_LENGTH && chain.add(current)) {
            current = Signatures.isSelfIssued(current) ? null : issuer(current, bySubject);
        }
        return new ArrayList<>(chain);
    }

    private static X509Certificate issuer(
            X509Certificate certificate, Map<X500Principal, List<X509Certificate>> bySubject) {
        List<X509Certificate> candidates = bySubject.getOrDefault(certificate.getIssuerX500Principal(), List.of());
        for (X509Certificate candidate : candidates.subList(0, Math.min(MAX_TRIES, candidates.size()))) {
            if (candidates.size() == 1 || Signatures.isSignedBy(certificate, candidate)) {
                return candidate;
            }
        }
        return candidates.isEmpty() ? null : candidates.get(0);
    }
}
