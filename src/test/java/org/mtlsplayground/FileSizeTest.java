package org.mtlsplayground;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A file has one job, and so it is short. */
class FileSizeTest {
    private static final int MOST_LINES = 400;

    @Test
    void noJavaFileIsLong() throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(Path.of("src"))) {
            files = walk.filter(file -> file.toString().endsWith(".java")).toList();
        }
        assertFalse(files.isEmpty(), "No sources below src: run the tests in the project's folder");
        Map<Path, Integer> tooLong = new TreeMap<>();
        for (Path file : files) {
            int lines = Files.readAllLines(file).size();
            if (lines > MOST_LINES) {
                tooLong.put(file, lines);
            }
        }
        assertEquals(Map.of(), tooLong, "Files of more than " + MOST_LINES + " lines");
    }
}
