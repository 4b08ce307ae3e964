package org.mtlsplayground.ui.certificates;

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
            tops.add(below(group.title(), rest.subList(0, length)));
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

    private static ChainNode below(String group, List<X509Certificate> chain) {
        ChainNode node = null;
        for (int i = 0; i < chain.size(); i++) {
            X509Certificate certificate = chain.get(i);
            Optional<X509Certificate> issuer = isSelfIssued(certificate)
                    ? Optional.of(certificate)
                    : Optional.ofNullable(i + 1 < chain.size() ? chain.get(i + 1) : null);
            ChainEntry entry =
                    new ChainEntry.Present(group, certificate, CertificateDescription.of(certificate), issuer);
            node = new ChainNode(entry, node == null ? List.of() : List.of(node));
        }
        X509Certificate last = chain.get(chain.size() - 1);
        return isSelfIssued(last)
                ? node
                : new ChainNode(
                        new ChainEntry.Missing(CertificateDescription.of(last).issuerName()), List.of(node));
    }
}
