package org.mtlsplayground.pki.path;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mtlsplayground.pki.Signatures;
import org.mtlsplayground.pki.TrustAnchors;

/**
 * A leaf and its issuers, as far as they are among what was sent or what is trusted (RFC 5280 §6.1).
 *
 * @param certificates the leaf first
 * @param anchored whether the last one is trusted
 */
record CertificationPath(List<X509Certificate> certificates, boolean anchored) {
    /** So many issuers of the same name are tried by their signatures. */
    private static final int MAX_TRIES = 8;

    CertificationPath {
        certificates = List.copyOf(certificates);
    }

    /**
     * The path that the JDK would take, where there is only one: an issuer that is trusted ends it, and one whose key made
     * the signature goes before one that only has the name.
     */
    static CertificationPath of(List<X509Certificate> chain, TrustAnchors trust) {
        List<X509Certificate> anchors = anchors(trust);
        List<X509Certificate> path = new ArrayList<>();
        X509Certificate current = chain.get(0);
        while (true) {
            path.add(current);
            // A certificate in the chain that has the name and the key of a trusted one was found as that by its
            // subject.
            if (anchors.contains(current)) {
                return new CertificationPath(path, true);
            }
            Optional<X509Certificate> trusted = issuer(current, anchors, true);
            Optional<X509Certificate> sent = issuer(current, unused(chain, path), true);
            if (trusted.isEmpty() && sent.isEmpty()) {
                trusted = issuer(current, anchors, false);
                sent = issuer(current, unused(chain, path), false);
            }
            if (trusted.isPresent()) {
                path.add(trusted.get());
                return new CertificationPath(path, true);
            }
            if (sent.isEmpty()) {
                return new CertificationPath(path, false);
            }
            current = sent.get();
        }
    }

    static List<X509Certificate> anchors(TrustAnchors trust) {
        try {
            return trust.platform() ? List.of(TrustManagers.of(trust).getAcceptedIssuers()) : trust.certificates();
        } catch (java.security.GeneralSecurityException | java.io.IOException e) {
            return List.of();
        }
    }

    private static List<X509Certificate> unused(List<X509Certificate> chain, List<X509Certificate> path) {
        return chain.stream().filter(certificate -> !path.contains(certificate)).toList();
    }

    private static Optional<X509Certificate> issuer(
            X509Certificate certificate, List<X509Certificate> candidates, boolean signed) {
        return candidates.stream()
                .filter(candidate -> candidate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal()))
                .limit(MAX_TRIES)
                .filter(candidate -> !signed || Signatures.isSignedBy(certificate, candidate))
                .findFirst();
    }

    X509Certificate leaf() {
        return certificates.get(0);
    }

    int size() {
        return certificates.size();
    }

    boolean isAnchor(int index) {
        return anchored && index == size() - 1;
    }

    /** Whether the leaf needs no issuer, since it is trusted itself. */
    boolean isLeafTrusted() {
        return anchored && size() == 1;
    }
}
