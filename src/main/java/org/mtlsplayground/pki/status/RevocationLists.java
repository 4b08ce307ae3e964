package org.mtlsplayground.pki.status;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.mtlsplayground.pki.LoadException;
import org.mtlsplayground.pki.OpenedFile;

/** Reads revocation lists from files, and finds who signed them. */
public final class RevocationLists {
    /** So many of one name are tried. */
    private static final int MAX_TRIES = 8;

    private RevocationLists() {}

    /**
     * All lists in a file, PEM or DER, in its order; never empty. Blocks.
     *
     * @throws LoadException if there is none, or one that can't be read
     */
    public static List<X509CRL> read(Path file) throws LoadException {
        try (OpenedFile opened = OpenedFile.open(file, null)) {
            return opened.revocationLists();
        }
    }

    /**
     * Whose key made the signature of a list (RFC 5280 §5.1.1.3). Some milliseconds of work; any thread.
     *
     * @param among whoever may have made it; those that have the name of its issuer are tried
     * @return the first whose key made it; empty if none did
     */
    public static Optional<X509Certificate> signer(X509CRL list, Collection<X509Certificate> among) {
        return among.stream()
                .filter(each -> each.getSubjectX500Principal().equals(list.getIssuerX500Principal()))
                .distinct()
                .limit(MAX_TRIES)
                .filter(each -> isSignedBy(list, each))
                .findFirst();
    }

    private static boolean isSignedBy(X509CRL list, X509Certificate issuer) {
        try {
            list.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException | RuntimeException e) {
            // A key of another kind, or an algorithm that the JDK does not know: not this one's.
            return false;
        }
    }
}
