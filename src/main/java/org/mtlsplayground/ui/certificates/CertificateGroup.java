package org.mtlsplayground.ui.certificates;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Certificates that belong together: what one side presented, or what a file holds.
 *
 * @param title where they come from: {@code Client presented}
 * @param certificates in any order; of one chain the leaf comes first; not empty
 * @param note what to say of them beside the title; may be empty
 * @param known certificates that did not come with these, among which a missing issuer may be found
 * @param knownNote what to say of an issuer found there: {@code trusted by the server}
 * @param origin where they come from, for the program
 */
public record CertificateGroup(
        String title,
        List<X509Certificate> certificates,
        String note,
        List<X509Certificate> known,
        String knownNote,
        Origin origin) {
    public CertificateGroup {
        certificates = List.copyOf(certificates);
        known = List.copyOf(known);
        if (certificates.isEmpty()) {
            throw new IllegalArgumentException("A group without certificates: " + title);
        }
    }

    /** A group of which no issuers are known elsewhere. */
    public CertificateGroup(String title, List<X509Certificate> certificates, String note, Origin origin) {
        this(title, certificates, note, List.of(), "", origin);
    }
}
