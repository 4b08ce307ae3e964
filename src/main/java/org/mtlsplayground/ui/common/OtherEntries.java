package org.mtlsplayground.ui.common;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mtlsplayground.pki.EntryChoice;
import org.mtlsplayground.pki.EntryOption;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.LoadException;
import org.mtlsplayground.pki.OpenedFile;

/** The identities in a file besides the one that was chosen. */
final class OtherEntries {
    /** Nobody reads about more. */
    private static final int MOST = 20;

    private OtherEntries() {}

    /**
     * Reads them; those that can't be opened are left out. Blocks.
     *
     * @param password overwritten when it is done; may be null
     * @param leaf the certificate of the one that was chosen
     */
    static List<Identity> of(Path file, char[] password, List<EntryOption> options, X509Certificate leaf)
            throws LoadException {
        List<Identity> others = new ArrayList<>();
        try (OpenedFile opened = OpenedFile.open(file, password)) {
            for (EntryOption option : options) {
                boolean other = option.hasKey()
                        && option.certificate().filter(leaf::equals).isEmpty();
                if (other && others.size() < MOST) {
                    add(opened, EntryChoice.of(option, options), others);
                }
            }
        } finally {
            if (password != null) {
                Arrays.fill(password, '\0');
            }
        }
        return List.copyOf(others);
    }

    private static void add(OpenedFile opened, EntryChoice choice, List<Identity> others) {
        try {
            others.add(opened.identity(choice));
        } catch (LoadException e) {
            // Another password, or no certificate with it: nothing could be shown of it.
        }
    }
}
