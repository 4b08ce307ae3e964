package org.mtlsplayground.capture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mtlsplayground.secrets.KeyLog;
import org.mtlsplayground.secrets.KeyLogEntry;

/** Key logs as files (RFC 9850, once NSS's format). Files that are made here are for their owner alone. */
public final class KeyLogFile {
    /** How much of a file is read. */
    public static final int MAX_BYTES = 64 << 20;

    private KeyLogFile() {}

    /**
     * The entries of a file, of its first {@value #MAX_BYTES} bytes; lines that are none are skipped.
     *
     * @throws IOException if it is no file or can't be read
     */
    public static KeyLog read(Path file) throws IOException {
        List<KeyLogEntry> entries = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file)) {
            // As a key log has to be ASCII, bytes that are not are no part of an entry, and no error.
            String text = new String(in.readNBytes(MAX_BYTES), StandardCharsets.ISO_8859_1);
            text.lines().map(KeyLogEntry::parse).flatMap(Optional::stream).forEach(entries::add);
        }
        return KeyLog.of(entries);
    }

    /**
     * Writes a new file.
     *
     * @param overwrite whether a file that is there may be replaced
     * @throws java.nio.file.FileAlreadyExistsException if there is a file and {@code overwrite} is false
     */
    public static void write(Path file, List<KeyLogEntry> entries, boolean overwrite) throws IOException {
        FreshFile.write(file, overwrite, out -> out.write(CaptureWriter.lines(entries)));
    }

    /**
     * Adds entries to the end of a file, which is made if there is none: what programs do that heed {@code SSLKEYLOGFILE}.
     * Others may add to it at the same time.
     */
    public static void append(Path file, List<KeyLogEntry> entries) throws IOException {
        createForOwner(file);
        byte[] lines = CaptureWriter.lines(entries);
        byte[] all = isLineOpen(file)
                ? ByteBuffer.allocate(1 + lines.length)
                        .put((byte) '\n')
                        .put(lines)
                        .array()
                : lines;
        // In one step, so that what others add at the same time stands before it or after it.
        Files.write(file, all, StandardOpenOption.APPEND);
    }

    /** Whether somebody left the last line without its end: it is not ours to go on with. */
    private static boolean isLineOpen(Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) == 0) {
            return false;
        }
        try (SeekableByteChannel channel = Files.newByteChannel(file, StandardOpenOption.READ)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            channel.position(channel.size() - 1).read(last);
            return last.get(0) != '\n';
        }
    }

    private static void createForOwner(Path file) throws IOException {
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException e) {
            // Its owner has settled who may read it.
            return;
        } catch (UnsupportedOperationException e) {
            createPlain(file);
        }
    }

    private static void createPlain(Path file) throws IOException {
        try {
            Files.createFile(file);
        } catch (FileAlreadyExistsException e) {
            return;
        }
    }
}
