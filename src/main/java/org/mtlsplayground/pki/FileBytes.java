package org.mtlsplayground.pki;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Reads a whole file, if it is one and not too large. */
final class FileBytes {
    private FileBytes() {}

    static byte[] read(Path file) throws ContentException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (attributes.isDirectory()) {
                throw new ContentException(LoadProblem.UNREADABLE, LoadDetail.FOLDER, "");
            }
            // A pipe or a device could keep us waiting for ever.
            if (!attributes.isRegularFile()) {
                throw new ContentException(LoadProblem.UNREADABLE, LoadDetail.NOT_REGULAR, "");
            }
            if (attributes.size() > PkiFiles.MAX_BYTES) {
                throw tooBig(attributes.size());
            }
            return readBounded(file);
        } catch (NoSuchFileException e) {
            throw new ContentException(LoadFault.of(LoadProblem.MISSING, LoadDetail.NONE, ""), e);
        } catch (AccessDeniedException e) {
            throw new ContentException(LoadFault.of(LoadProblem.UNREADABLE, LoadDetail.NOT_ALLOWED, ""), e);
        } catch (IOException e) {
            throw new ContentException(
                    LoadFault.of(
                            LoadProblem.UNREADABLE,
                            LoadDetail.INPUT_OUTPUT,
                            Printable.of(String.valueOf(e.getMessage()), 200)),
                    e);
        }
    }

    private static byte[] readBounded(Path file) throws IOException, ContentException {
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes((int) PkiFiles.MAX_BYTES + 1);
            // It may have grown since it was measured.
            if (bytes.length > PkiFiles.MAX_BYTES) {
                throw tooBig(bytes.length);
            }
            for (byte b : bytes) {
                if (!Character.isWhitespace(b)) {
                    return bytes;
                }
            }
            throw new ContentException(LoadProblem.EMPTY, LoadDetail.NONE, "");
        }
    }

    private static ContentException tooBig(long size) {
        return new ContentException(LoadProblem.TOO_BIG, LoadDetail.BYTES, String.valueOf(size));
    }
}
