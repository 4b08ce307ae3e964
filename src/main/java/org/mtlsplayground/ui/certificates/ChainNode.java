package org.mtlsplayground.ui.certificates;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mtlsplayground.pki.CertificateDescription;

/** A line of the tree with the lines below it: each certificate stands below its issuer. */
record ChainNode(ChainEntry entry, List<ChainNode> children) {
    /** Deeper than any chain that TLS accepts; a longer one from a file goes on beside it. */
    private static final int MAX_DEPTH = 20;

    static ChainNode of(CertificateGroup group) {
        List<ChainNode> tops = new ArrayList<>();
        List<X509Certificate> rest = group.chainLeafFirst();
        while (!rest.isEmpty()) {
            int length = linked(rest);
            tops.add(below(group, rest.subList(0, length)));
            rest = rest.subList(length, rest.size());
        }
        return new ChainNode(new ChainEntry.Heading(group.title(), group.note()), tops);
    }

    /** The first certificate to be shown of a heading: the leaf. */
    ChainNode deepest() {
        ChainNode node = this;
        while (!node.children.isEmpty()) {
            node = node.children.get(0);
        }
        return node;
    }

    /** How many at the beginning form one chain. */
    private static int linked(List<X509Certificate> certificates) {
        int length = 1;
        while (length < Math.min(certificates.size(), MAX_DEPTH)
                && isIssuedBy(certificates.get(length - 1), certificates.get(length))) {
            length++;
        }
        return length;
    }

    private static boolean isIssuedBy(X509Certificate certificate, X509Certificate issuer) {
        return !isSelfIssued(certificate)
                && certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal());
    }

    private static boolean isSelfIssued(X509Certificate certificate) {
        return certificate.getIssuerX500Principal().equals(certificate.getSubjectX500Principal());
    }

    private static ChainNode below(CertificateGroup group, List<X509Certificate> chain) {
        Optional<X509Certificate> known = knownIssuer(group, chain.get(chain.size() - 1));
        List<X509Certificate> all = new ArrayList<>(chain);
        known.ifPresent(all::add);
        ChainNode node = null;
        for (int i = 0; i < all.size(); i++) {
            X509Certificate certificate = all.get(i);
            Optional<X509Certificate> issuer = isSelfIssued(certificate)
                    ? Optional.of(certificate)
                    : Optional.ofNullable(i + 1 < all.size() ? all.get(i + 1) : null);
            ChainEntry entry = new ChainEntry.Present(
                    group.title(),
                    certificate,
                    CertificateDescription.of(certificate),
                    issuer,
                    i < chain.size() ? "" : group.knownNote());
            node = new ChainNode(entry, node == null ? List.of() : List.of(node));
        }
        X509Certificate last = all.get(all.size() - 1);
        return isSelfIssued(last) || known.isPresent()
                ? node
                : new ChainNode(
                        new ChainEntry.Missing(CertificateDescription.of(last).issuerName()), List.of(node));
    }

    /** A name proves nothing: a known certificate is the issuer only if its key made the signature. */
    private static Optional<X509Certificate> knownIssuer(CertificateGroup group, X509Certificate last) {
        if (isSelfIssued(last)) {
            return Optional.empty();
        }
        return group.known().stream()
                .filter(candidate -> isIssuedBy(last, candidate))
                .filter(candidate -> isSignedBy(last, candidate))
                .findFirst();
    }

    private static boolean isSignedBy(X509Certificate certificate, X509Certificate issuer) {
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
