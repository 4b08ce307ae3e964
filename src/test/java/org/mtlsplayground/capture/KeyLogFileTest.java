package org.mtlsplayground.capture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlsplayground.secrets.KeyLogEntry;

/** Files with secrets: what is in them, who may read them, and that none is lost. */
class KeyLogFileTest {
    private static final String ONE = "CLIENT_RANDOM " + "11".repeat(32) + " " + "22".repeat(48);
    private static final String TWO = "SERVER_TRAFFIC_SECRET_0 " + "33".repeat(32) + " " + "44".repeat(32);

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("keys.log");
    }

    private static List<KeyLogEntry> entries(String... lines) {
        return Stream.of(lines)
                .map(line -> KeyLogEntry.parse(line).orElseThrow())
                .toList();
    }

    private static List<String> lines(Path file) throws IOException {
        return KeyLogFile.read(file).entries().stream().map(KeyLogEntry::line).toList();
    }

    private static void assertForOwnerAlone(Path file) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
    }

    private void assertOnly(String... names) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    List.of(names),
                    files.map(path -> path.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void writtenAndRead() throws Exception {
        KeyLogFile.write(file, entries(ONE, TWO), false);
        assertEquals(ONE + "\n" + TWO + "\n", Files.readString(file));
        assertEquals(List.of(ONE, TWO), lines(file));
        assertForOwnerAlone(file);
        assertOnly("keys.log");
    }

    @Test
    void whatIsNoEntryIsSkipped() throws Exception {
        Files.write(file, ("# é\r\n\r\n" + ONE + "\r\nnonsense\n\0\n" + TWO).getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(List.of(ONE, TWO), lines(file));
    }

    @Test
    void aMissingFile() {
        assertThrows(NoSuchFileException.class, () -> KeyLogFile.read(file));
        assertThrows(IOException.class, () -> KeyLogFile.read(folder));
    }

    @Test
    void nothingIsOverwrittenUnasked() throws Exception {
        Files.writeString(file, "mine");
        assertThrows(FileAlreadyExistsException.class, () -> KeyLogFile.write(file, entries(ONE), false));
        assertEquals("mine", Files.readString(file));
        KeyLogFile.write(file, entries(ONE), true);
        assertEquals(List.of(ONE), lines(file));
        assertOnly("keys.log");
    }

    @Test
    void appendedTo() throws Exception {
        KeyLogFile.append(file, entries(ONE));
        assertForOwnerAlone(file);
        KeyLogFile.append(file, entries(TWO));
        assertEquals(ONE + "\n" + TWO + "\n", Files.readString(file));
    }

    @Test
    void aLineLeftOpenIsEnded() throws Exception {
        Files.writeString(file, ONE);
        KeyLogFile.append(file, entries(TWO));
        assertEquals(ONE + "\n" + TWO + "\n", Files.readString(file));
    }

    @Test
    void captureFilesAreForTheirOwnerAndAsCareful() throws Exception {
        Capture capture = Recorded.between("127.0.0.1", 50001, "127.0.0.1", 8443);
        Recorded.talk(capture, new Random(1), 3, 10);
        List<Capture> captures = List.of(capture);
        Path saved = folder.resolve("saved.pcapng");
        assertThrows(
                CancellationException.class,
                () -> CaptureFile.write(saved, captures, entries(ONE), false, (done, total) -> false));
        assertOnly();
        CaptureFile.write(saved, captures, entries(ONE), false, Progress.none());
        assertForOwnerAlone(saved);
        byte[] before = Files.readAllBytes(saved);
        assertThrows(
                FileAlreadyExistsException.class,
                () -> CaptureFile.write(saved, captures, List.of(), false, Progress.none()));
        assertArrayEquals(before, Files.readAllBytes(saved));
        assertOnly("saved.pcapng");
    }

    @Test
    void theKeyLogBesideACapture() throws Exception {
        Path capture = folder.resolve("monday.pcapng");
        assertEquals(Optional.empty(), CaptureFile.keyLogBeside(capture));
        Path byName = Files.createFile(folder.resolve("monday.keylog"));
        assertEquals(Optional.of(byName), CaptureFile.keyLogBeside(capture));
        Path byFile = Files.createFile(folder.resolve("monday.pcapng.keylog"));
        assertEquals(Optional.of(byFile), CaptureFile.keyLogBeside(capture));
        assertEquals(Optional.empty(), CaptureFile.keyLogBeside(folder.resolve("tuesday")));
    }
}
