package org.mtlsplayground.ui.certificates;

import java.nio.file.Path;
import java.util.Optional;
import org.mtlsplayground.pki.EntryChoice;

/**
 * What the panel gives to a card.
 *
 * @param file a file with certificates
 * @param identity where the file has the private key, too, that goes with the certificate: which of its entries that is;
 *     empty for certificates alone
 * @param password what opened the file, for the taker to clear; null where it needs none
 */
public record LoadedFile(Path file, Optional<EntryChoice> identity, char[] password) {
    static LoadedFile certificates(Path file) {
        return new LoadedFile(file, Optional.empty(), null);
    }

    /** Never the password. */
    @Override
    public String toString() {
        return "LoadedFile[" + file + ", " + identity + "]";
    }
}
