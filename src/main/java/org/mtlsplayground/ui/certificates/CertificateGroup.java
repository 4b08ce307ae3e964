package org.mtlsplayground.ui.certificates;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Certificates that belong together: what one side presented, or what a file holds.
 *
 * @param title where they come from: {@code Client presented}
 * @param chainLeafFirst the leaf, then its issuers as far as they are there; others may follow; not empty
 * @param note what to say of them beside the title; may be empty
 */
public record CertificateGroup(String title, List<X509Certificate> chainLeafFirst, String note) {
    public CertificateGroup {
        chainLeafFirst = List.copyOf(chainLeafFirst);
        if (chainLeafFirst.isEmpty()) {
            throw new IllegalArgumentException("A group without certificates: " + title);
        }
    }
}
