package org.mtlsplayground.ui.workshop;

import java.util.Locale;
import org.mtlsplayground.ca.NewFile;

/** Names of files after those of certificates. */
final class FileNames {
    private static final int LONGEST = 60;
    private static final String FALLBACK = "certificate";

    private FileNames() {}

    /** {@code Demo Root CA} becomes {@code demo-root-ca}; every platform takes it. */
    static String of(String name) {
        String plain = name.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}._@-]+", "-")
                .replaceAll("^[-.]+|[-.]+$", "");
        String kept = plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
        return NewFile.isName(kept) ? kept : FALLBACK;
    }
}
