package org.mtlsplayground.pki.status;

import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.util.List;
import org.mtlsplayground.pki.ContentKind;
import org.mtlsplayground.pki.FileContents;
import org.mtlsplayground.pki.FileEntry;
import org.mtlsplayground.pki.LoadException;
import org.mtlsplayground.pki.PkiFiles;

/** Reads revocation lists from files. */
public final class RevocationLists {
    private RevocationLists() {}

    /**
     * All lists in a file, PEM or DER, in its order; never empty. Blocks.
     *
     * @throws LoadException if there is none, or one that can't be read
     */
    public static List<X509CRL> read(Path file) throws LoadException {
        FileContents contents = PkiFiles.inspect(file, null);
        if (!contents.faults().isEmpty()) {
            throw new LoadException(file, contents.without(ContentKind.CRL), null);
        }
        List<X509CRL> lists = contents.entries().stream()
                .filter(FileEntry.Crl.class::isInstance)
                .map(entry -> ((FileEntry.Crl) entry).crl())
                .toList();
        if (lists.isEmpty()) {
            throw new LoadException(file, contents.without(ContentKind.CRL), null);
        }
        return lists;
    }
}
