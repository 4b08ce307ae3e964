package org.mtlsplayground.ui.certificates;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Certificates that belong together: what one side presented, or what a file holds.
 *
 * @param title where they come from: {@code Client presented}
 * @param certificates in any order; of one chain the leaf comes first; not empty unless there is a status
 * @param note what to say of them beside the title; may be empty
 * @param known certificates that did not come with these, among which a missing issuer may be found
 * @param knownNote what to say of an issuer found there: {@code trusted by the server}
 * @param origin where they come from, for the program
 * @param statuses what came with them and says whether certificates are revoked
 */
public record CertificateGroup(
        String title,
        List<X509Certificate> certificates,
        String note,
        List<X509Certificate> known,
        String knownNote,
        Origin origin,
        List<StatusDocument> statuses) {
    public CertificateGroup {
        statuses = List.copyOf(statuses);
        certificates = List.copyOf(certificates);
        known = List.copyOf(known);
        if (certificates.isEmpty() && statuses.isEmpty()) {
            throw new IllegalArgumentException("A group of nothing: " + title);
        }
    }

    /** A group of which no issuers are known elsewhere. */
    public CertificateGroup(String title, List<X509Certificate> certificates, String note, Origin origin) {
        this(title, certificates, note, List.of(), "", origin, List.of());
    }
}
