package org.mtlsplayground.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleFilesTest {
    @TempDir
    Path folder;

    @Test
    void workingDirectoryThenProgramThenData() throws IOException {
        Path working = Files.createDirectories(folder.resolve("working"));
        Path program = Files.createDirectories(folder.resolve("program"));
        Path data = folder.resolve("data");
        assertEquals(
                data.resolve("sample-certs"),
                SampleFiles.locate(working, program, data).folder());
        put(program);
        assertEquals(
                program.resolve("sample-certs"),
                SampleFiles.locate(working, program, data).folder());
        put(working);
        SampleFiles samples = SampleFiles.locate(working, program, data);
        assertEquals(working.resolve("sample-certs/client.crt"), samples.path("client.crt"));
        samples.unpack();
        assertFalse(Files.exists(data), "nothing to unpack");
    }

    @Test
    void unpacksAndOverwritesNothing() throws IOException {
        Path own = folder.resolve("data/sample-certs/client.crt");
        Files.createDirectories(own.getParent());
        Files.writeString(own, "mine");
        SampleFiles samples = SampleFiles.locate(folder, folder, folder.resolve("data"));
        samples.unpack();
        assertEquals("mine", Files.readString(own));
        Path source = Path.of("sample-certs/server.crt");
        assertEquals(-1, Files.mismatch(source, samples.path("server.crt")));
    }

    private static void put(Path place) throws IOException {
        Files.createDirectories(place.resolve("sample-certs"));
        Files.writeString(place.resolve("sample-certs/server.crt"), "here");
    }
}
