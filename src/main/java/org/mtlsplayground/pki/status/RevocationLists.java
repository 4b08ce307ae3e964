package org.mtlsplayground.pki.status;

import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.util.List;
import org.mtlsplayground.pki.FileContents;
import org.mtlsplayground.pki.FileEntry;
import org.mtlsplayground.pki.LoadException;
import org.mtlsplayground.pki.LoadProblem;
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
            throw new LoadException(
                    contents.faults().get(0).problem(),
                    file,
                    contents.faults().get(0).argument(),
                    null);
        }
        List<X509CRL> lists = contents.entries().stream()
                .filter(FileEntry.Crl.class::isInstance)
                .map(entry -> ((FileEntry.Crl) entry).crl())
                .toList();
        if (lists.isEmpty()) {
            throw new LoadException(LoadProblem.SOMETHING_ELSE, file, "", null);
        }
        return lists;
    }
}
