package org.mtlsplayground.ca;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All files, or none; and never over others unasked. */
class FileSetTest {
    @TempDir
    Path dir;

    @Test
    void allAreWrittenIntoANewFolder() throws Exception {
        Path folder = dir.resolve("a").resolve("b");
        FileSet.Result result = FileSet.write(folder, files("new"), false);
        assertEquals(List.of(folder.resolve("x.crt"), folder.resolve("x.key")), result.written());
        assertEquals("new x.crt", Files.readString(folder.resolve("x.crt")));
        assertEquals("new x.key", Files.readString(folder.resolve("x.key")));
        assertEquals(2, count(folder));
    }

    @Test
    void whatIsThereStays() throws Exception {
        Files.writeString(dir.resolve("x.key"), "old");
        FileSet.Result result = FileSet.write(dir, files("new"), false);
        assertFalse(result.isWritten());
        assertEquals(List.of(dir.resolve("x.key")), result.inTheWay());
        assertEquals("old", Files.readString(dir.resolve("x.key")));
        assertEquals(1, count(dir));
    }

    @Test
    void whatIsThereIsReplacedWhenAsked() throws Exception {
        Files.writeString(dir.resolve("x.key"), "old");
        assertTrue(FileSet.write(dir, files("new"), true).isWritten());
        assertEquals("new x.key", Files.readString(dir.resolve("x.key")));
        assertEquals(2, count(dir));
    }

    @Test
    void aFolderInTheWayLeavesAllAsItWas() throws Exception {
        Files.writeString(dir.resolve("x.crt"), "old");
        Files.createDirectory(dir.resolve("x.key"));
        assertThrows(IOException.class, () -> FileSet.write(dir, files("new"), true));
        assertEquals("old", Files.readString(dir.resolve("x.crt")));
        assertTrue(Files.isDirectory(dir.resolve("x.key")));
        assertEquals(2, count(dir));
    }

    @Test
    void anAliasIsReplacedAndNotWhatItPointsTo() throws Exception {
        requirePosix();
        Path other = dir.resolve("other");
        Files.writeString(other, "other");
        Files.createSymbolicLink(dir.resolve("x.key"), other);
        assertFalse(FileSet.write(dir, files("new"), false).isWritten());
        assertTrue(FileSet.write(dir, files("new"), true).isWritten());
        assertEquals("other", Files.readString(other));
        assertEquals("rw-------", permissions("x.key"));
    }

    @Test
    void keysAreForTheirOwnerOnlyEvenWhereTheOldOnesWereNot() throws Exception {
        requirePosix();
        Files.writeString(dir.resolve("x.key"), "old");
        Files.setPosixFilePermissions(dir.resolve("x.key"), PosixFilePermissions.fromString("rw-r--r--"));
        Files.createFile(dir.resolve("usual"));
        FileSet.write(dir, files("new"), true);
        assertEquals("rw-------", permissions("x.key"));
        assertEquals(permissions("usual"), permissions("x.crt"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a/b", "a\\b", "..", ".", "a:b", "a\u0000", "a ", "a|b", "a."})
    void aNameIsNoPath(String name) {
        assertFalse(NewFile.isName(name));
        assertThrows(IllegalArgumentException.class, () -> new NewFile(name, new byte[0], false));
    }

    @Test
    void theContentIsNotInTheTextAndCanBeWiped() {
        NewFile file = files("new").get(1);
        assertEquals("x.key", file.toString());
        file.clear();
        for (byte b : file.content()) {
            assertEquals(0, b);
        }
    }

    private static List<NewFile> files(String content) {
        return Stream.of("x.crt", "x.key")
                .map(name -> new NewFile(
                        name, (content + " " + name).getBytes(StandardCharsets.US_ASCII), name.endsWith(".key")))
                .toList();
    }

    private void requirePosix() {
        assumeTrue(
                dir.getFileSystem().supportedFileAttributeViews().contains("posix"),
                "This platform has other permissions");
    }

    private String permissions(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(dir.resolve(name)));
    }

    private static long count(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }
}
