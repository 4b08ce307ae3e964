package org.mtlsplayground.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Code and bundle agree: no key is missing, none is dead, and each text can be shown. */
class MessagesTest {
    private static final Path BUNDLE = Path.of("src/main/resources/org/mtlsplayground/text/messages.properties");
    private static final SourceText SOURCES = SourceText.ofMain();

    @Test
    void everyKeyThatIsAskedForIsThere() {
        Set<String> missing = new TreeSet<>(SOURCES.asked());
        SOURCES.beginnings()
                .forEach(beginning -> CompletedKeys.complete(beginning).forEach(missing::add));
        missing.removeIf(Messages::has);
        assertEquals(Set.of(), missing, "Asked for, and not in the bundle");
    }

    @Test
    void everyKeyIsUsed() {
        Set<String> dead = new TreeSet<>(Messages.bundle().keySet());
        dead.removeAll(SOURCES.literals());
        used(SOURCES.literals()).forEach(dead::remove);
        SOURCES.endings()
                .forEach(ending -> dead.removeIf(key -> key.endsWith(ending)
                        && SOURCES.literals().contains(key.substring(0, key.length() - ending.length()))));
        assertEquals(Set.of(), dead, "In the bundle, and used nowhere");
    }

    private static Stream<String> used(Set<String> literals) {
        return CompletedKeys.beginnings().stream().filter(literals::contains).flatMap(CompletedKeys::complete);
    }

    @Test
    void everyCompletedKeyIsDeclared() {
        Set<String> unknown = new TreeSet<>(SOURCES.beginnings());
        unknown.removeAll(CompletedKeys.beginnings());
        assertEquals(Set.of(), unknown, "Beginnings of keys that CompletedKeys does not know");
        Set<String> gone = new TreeSet<>(CompletedKeys.beginnings());
        gone.removeAll(SOURCES.literals());
        assertEquals(Set.of(), gone, "Beginnings that CompletedKeys knows and the code has no more");
    }

    @Test
    void everyTextIsAPattern() {
        List<String> broken = new ArrayList<>();
        for (String key : Messages.bundle().keySet()) {
            String text = Messages.bundle().getString(key);
            try {
                if (text.isBlank() || new MessageFormat(text).toPattern().isEmpty()) {
                    broken.add(key + ": empty");
                }
            } catch (IllegalArgumentException e) {
                broken.add(key + ": " + e.getMessage());
            }
            if (text.indexOf('\'') >= 0) {
                broken.add(key + ": has a plain apostrophe, which quotes; write ’");
            }
        }
        assertEquals(List.of(), broken);
    }

    @Test
    void noKeyStandsTwice() throws IOException {
        Set<String> seen = new HashSet<>();
        List<String> twice = new ArrayList<>();
        boolean continued = false;
        for (String line : Files.readAllLines(BUNDLE)) {
            boolean begins = !continued && !line.isBlank() && !line.startsWith("#");
            continued = line.endsWith("\\");
            if (begins && !seen.add(line.split("[=:\\s]", 2)[0])) {
                twice.add(line);
            }
        }
        assertEquals(List.of(), twice);
    }
}
