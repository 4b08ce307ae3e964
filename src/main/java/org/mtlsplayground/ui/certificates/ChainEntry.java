package org.mtlsplayground.ui.certificates;

import java.security.cert.X509Certificate;
import java.util.Optional;
import org.mtlsplayground.pki.CertificateDescription;

/** One line of the tree. */
sealed interface ChainEntry {
    /** The title above a chain. */
    record Heading(String title, String note) implements ChainEntry {}

    /**
     * A certificate that is there.
     *
     * @param issuer the certificate of its issuer, if that is there too; its own if it is self-issued
     * @param note where it is from, if it did not come with the others; may be empty
     */
    record Present(
            String group,
            X509Certificate certificate,
            CertificateDescription description,
            Optional<X509Certificate> issuer,
            String note)
            implements ChainEntry {}

    /** An issuer whose certificate is not there. */
    record Missing(String name) implements ChainEntry {}
}
