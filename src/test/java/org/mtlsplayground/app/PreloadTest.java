package org.mtlsplayground.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The list of classes that are read ahead does not rot: each class of ours in it exists, and none stands in it twice. */
class PreloadTest {
    private static final Path LIST = Path.of("src/main/resources/org/mtlsplayground/app/preload.txt");

    @Test
    void classesOfOursExist() throws IOException {
        List<String> names = Files.readAllLines(LIST);
        assertEquals(names.size(), new HashSet<>(names).size(), "each once");
        List<String> ours = names.stream()
                .filter(name -> name.startsWith("org.mtlsplayground."))
                .toList();
        assertTrue(ours.size() > 30, "classes of ours: " + ours.size());
        assertTrue(
                ours.stream().noneMatch(name -> name.matches(".*\\$\\d+")),
                "classes that the compiler names: one JDK's makes what another's does not");
        List<String> gone = new ArrayList<>();
        for (String name : ours) {
            try {
                Class.forName(name, false, PreloadTest.class.getClassLoader());
            } catch (ClassNotFoundException e) {
                gone.add(name);
            }
        }
        assertEquals(List.of(), gone);
    }
}
