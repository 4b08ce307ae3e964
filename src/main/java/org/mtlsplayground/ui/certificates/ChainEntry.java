package org.mtlsplayground.ui.certificates;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.mtlsplayground.pki.CertificateDescription;

/** One line of the tree. */
sealed interface ChainEntry {
    /**
     * The title above a chain.
     *
     * @param file the opened file of which it is the title; empty for what the program shows by itself
     */
    record Heading(String title, String note, Optional<OpenFile> file) implements ChainEntry {}

    /**
     * A certificate that is there.
     *
     * @param issuer the certificate of its issuer, if that is there too; its own if it is self-issued
     * @param chain itself, then its issuers as far as they came with it
     * @param note where it is from, if it did not come with the others; may be empty
     */
    record Present(
            String group,
            Origin origin,
            X509Certificate certificate,
            CertificateDescription description,
            Optional<X509Certificate> issuer,
            List<X509Certificate> chain,
            String note)
            implements ChainEntry {}

    /**
     * What says whether certificates are revoked.
     *
     * @param name whose word it is
     * @param note what it is
     */
    record Status(String group, String name, String note, StatusDocument document) implements ChainEntry {}

    /** An issuer whose certificate is not there. */
    record Missing(String name) implements ChainEntry {}
}
