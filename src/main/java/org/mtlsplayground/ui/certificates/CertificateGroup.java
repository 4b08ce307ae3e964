package org.mtlsplayground.ui.certificates;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Certificates that belong together: what one side presented, or what a file holds.
 *
 * @param title where they come from: {@code Client presented}
 * @param chainLeafFirst the leaf, then its issuers as far as they are there; others may follow; not empty
 * @param note what to say of them beside the title; may be empty
 * @param known certificates that did not come with these, among which a missing issuer may be found
 * @param knownNote what to say of an issuer found there: {@code trusted by the server}
 */
public record CertificateGroup(
        String title,
        List<X509Certificate> chainLeafFirst,
        String note,
        List<X509Certificate> known,
        String knownNote) {
    public CertificateGroup {
        chainLeafFirst = List.copyOf(chainLeafFirst);
        known = List.copyOf(known);
        if (chainLeafFirst.isEmpty()) {
            throw new IllegalArgumentException("A group without certificates: " + title);
        }
    }

    /** A group of which no issuers are known elsewhere. */
    public CertificateGroup(String title, List<X509Certificate> chainLeafFirst, String note) {
        this(title, chainLeafFirst, note, List.of(), "");
    }
}
