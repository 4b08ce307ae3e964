package org.mtlsplayground.capture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.mtlsplayground.secrets.KeyLog;
import org.mtlsplayground.secrets.KeyLogEntry;

/** Key logs as files (RFC 9850, once NSS's format). Files that are made here are for their owner alone. */
public final class KeyLogFile {
    private KeyLogFile() {}

    /**
     * The entries of a file, of its first {@value #MAX_BYTES} bytes; lines that are none are skipped.
     *
     * @throws IOException if it is no file or can't be read
     */
    public static KeyLog read(Path file) throws IOException {
        throw new UnsupportedOperationException("to come");
    }

    /** How much of a file is read. */
    public static final long MAX_BYTES = 64L << 20;

    /**
     * Writes a new file.
     *
     * @param overwrite whether a file that is there may be replaced
     * @throws java.nio.file.FileAlreadyExistsException if there is a file and {@code overwrite} is false
     */
    public static void write(Path file, List<KeyLogEntry> entries, boolean overwrite) throws IOException {
        throw new UnsupportedOperationException("to come");
    }

    /**
     * Adds entries to the end of a file, which is made if there is none: what programs do that heed {@code SSLKEYLOGFILE}.
     * Others may add to it at the same time.
     */
    public static void append(Path file, List<KeyLogEntry> entries) throws IOException {
        throw new UnsupportedOperationException("to come");
    }
}
