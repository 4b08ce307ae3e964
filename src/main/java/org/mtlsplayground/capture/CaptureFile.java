package org.mtlsplayground.capture;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mtlsplayground.secrets.KeyLog;
import org.mtlsplayground.secrets.KeyLogEntry;

/**
 * Files of recorded packets, as Wireshark and tcpdump have them: connections out of them, and connections into them. All
 * methods block.
 */
public final class CaptureFile {
    private CaptureFile() {}

    /**
     * What a file holds.
     *
     * @param connections those that carry something, in the order of their first packet; each has {@code secrets} as its
     *     key log
     * @param secrets of the file's Decryption Secrets Blocks, then of the key log beside it
     * @param notes what was left out or can't be relied on, at most one of a kind
     */
    public record Content(List<Capture> connections, KeyLog secrets, List<Note> notes) {
        public Content {
            connections = List.copyOf(connections);
            notes = List.copyOf(notes);
        }
    }

    /**
     * Reads the TCP connections of a pcap or pcapng file. What the file is, its content decides, not its name.
     *
     * @param beside secrets from elsewhere; those in the file go before
     * @throws CaptureFileException if no connection can be read from it
     * @throws java.util.concurrent.CancellationException if {@code progress} stopped it
     */
    public static Content read(Path file, KeyLog beside, Progress progress) throws IOException, CaptureFileException {
        return new CaptureReader(file).read(beside, progress);
    }

    /**
     * Whether a file is one of recorded packets, as its first bytes say; the rest is not read.
     *
     * @throws CaptureFileException if it is none
     */
    public static void check(Path file) throws IOException, CaptureFileException {
        new CaptureReader(file).check();
    }

    /**
     * The key log that belongs to a capture file by its name: {@code FILE.keylog}, or {@code NAME.keylog} where the file is
     * {@code NAME.pcapng}. Empty if neither is there.
     */
    public static Optional<Path> keyLogBeside(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return Stream.of(name, dot > 0 ? name.substring(0, dot) : name)
                .map(stem -> file.resolveSibling(stem + ".keylog"))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /**
     * Writes connections as pcapng, secrets inside.
     *
     * @param secrets those to hand out to everybody who gets the file
     */
    public static void write(OutputStream out, List<Capture> connections, List<KeyLogEntry> secrets)
            throws IOException {
        new CaptureWriter(out, connections, Progress.none()).write(secrets);
    }

    /**
     * Writes connections as pcapng, secrets inside, into a file that only its owner may read. Whoever looks sees no file, or
     * the whole of it.
     *
     * @param secrets those to hand out to everybody who gets the file
     * @param overwrite whether a file that is there may be replaced
     * @throws java.nio.file.FileAlreadyExistsException if there is a file and {@code overwrite} is false
     * @throws java.util.concurrent.CancellationException if {@code progress} stopped it
     */
    public static void write(
            Path file, List<Capture> connections, List<KeyLogEntry> secrets, boolean overwrite, Progress progress)
            throws IOException {
        FreshFile.write(file, overwrite, out -> new CaptureWriter(out, connections, progress).write(secrets));
    }
}
