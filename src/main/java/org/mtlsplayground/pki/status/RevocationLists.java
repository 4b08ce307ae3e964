package org.mtlsplayground.pki.status;

import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.util.List;
import org.mtlsplayground.pki.LoadException;
import org.mtlsplayground.pki.OpenedFile;

/** Reads revocation lists from files. */
public final class RevocationLists {
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
}
