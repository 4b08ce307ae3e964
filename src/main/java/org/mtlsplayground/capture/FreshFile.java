package org.mtlsplayground.capture;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file for its owner alone that comes to be as a whole or not at all. */
public final class FreshFile {
    /** Writes the content. */
    @FunctionalInterface
    public interface Content {
        /** Writes it. */
        void writeTo(OutputStream out) throws IOException;
    }

    private FreshFile() {}

    /**
     * Writes it beside its place, and then moves it there.
     *
     * @throws FileAlreadyExistsException if there is one and {@code overwrite} is false; it stays as it is
     */
    public static void write(Path file, boolean overwrite, Content content) throws IOException {
        refuse(file, overwrite);
        Path place = file.toAbsolutePath();
        // The JDK makes temporary files that only their owner may read, where the file system knows owners.
        Path fresh = Files.createTempFile(place.getParent(), "." + place.getFileName(), ".tmp");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(fresh), 1 << 16)) {
                content.writeTo(out);
            }
            // Somebody may have made one in the meantime.
            refuse(file, overwrite);
            move(fresh, place);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static void refuse(Path file, boolean overwrite) throws IOException {
        if (!overwrite && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(file.toString());
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
