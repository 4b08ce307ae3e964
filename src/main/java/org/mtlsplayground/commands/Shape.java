package org.mtlsplayground.commands;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import org.mtlsplayground.pki.FileContents;
import org.mtlsplayground.pki.FileEntry;
import org.mtlsplayground.pki.FileFormat;
import org.mtlsplayground.pki.LoadException;
import org.mtlsplayground.pki.OpenedFile;

/** How a file is written, as far as that can be seen without its password. */
record Shape(FileContents contents, boolean wrapsPkcs7) {
    private static final long LONGEST = 4L * 1024 * 1024;

    /** Looks at a file. Blocks. */
    static Shape of(Path file) throws LoadException {
        try (OpenedFile opened = OpenedFile.open(file, null)) {
            return new Shape(opened.contents(), holds(file, "-----BEGIN PKCS"));
        }
    }

    private static boolean holds(Path file, String text) {
        try {
            return Files.size(file) <= LONGEST
                    && new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text + "7");
        } catch (IOException e) {
            return false;
        }
    }

    FileFormat format() {
        return contents.format();
    }

    boolean isPem() {
        return format() == FileFormat.PEM && !wrapsPkcs7;
    }

    boolean isPkcs7() {
        return format() == FileFormat.PKCS7 || wrapsPkcs7;
    }

    /** The certificates, in the order of the file. */
    List<X509Certificate> certificates() {
        return contents.entries().stream()
                .filter(FileEntry.Certificate.class::isInstance)
                .map(entry -> ((FileEntry.Certificate) entry).certificate())
                .toList();
    }

    /** The private keys, in the order of the file. */
    List<FileEntry.Key> keys() {
        return contents.entries().stream()
                .filter(FileEntry.Key.class::isInstance)
                .map(FileEntry.Key.class::cast)
                .toList();
    }

    /** Whether there is a key that a password closes. */
    boolean hasClosedKey() {
        return keys().stream().anyMatch(FileEntry.Key::encrypted) || contents.needsPassword();
    }
}
