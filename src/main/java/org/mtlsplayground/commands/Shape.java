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
record Shape(FileContents contents, boolean wrapsPkcs7, boolean hasOldCiphers) {
    private static final long LONGEST = 4L * 1024 * 1024;

    /**
     * How the object identifiers of RC4 and RC2 by a password begin in DER, which stand in clear in a PKCS#12 file; 1, 2, 5 or
     * 6 follows (RFC 7292 appendix C). OpenSSL 3 calls them legacy; 3DES, 3 and 4, is none of them.
     */
    private static final byte[] BY_PASSWORD = {6, 10, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 13, 1, 12, 1};

    private static final String OLD = "\u0001\u0002\u0005\u0006";

    /** Looks at a file. Blocks. */
    static Shape of(Path file) throws LoadException {
        try (OpenedFile opened = OpenedFile.open(file, null)) {
            String bytes = bytes(file);
            return new Shape(opened.contents(), bytes.contains("-----BEGIN PKCS7"), namesOldCiphers(bytes));
        }
    }

    /** A character for each byte; none of a file that is too long, or can't be read. */
    private static String bytes(Path file) {
        try {
            return Files.size(file) <= LONGEST ? new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1) : "";
        } catch (IOException e) {
            return "";
        }
    }

    private static boolean namesOldCiphers(String bytes) {
        String prefix = new String(BY_PASSWORD, StandardCharsets.ISO_8859_1);
        for (int at = bytes.indexOf(prefix); at >= 0; at = bytes.indexOf(prefix, at + 1)) {
            int last = at + prefix.length();
            if (last < bytes.length() && OLD.indexOf(bytes.charAt(last)) >= 0) {
                return true;
            }
        }
        return false;
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
