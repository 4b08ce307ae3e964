package org.mtlsplayground.codepoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lists of names: each line is one, in order, and none stands twice. */
class RegistryFilesTest {
    private static final Path FOLDER = Path.of("src/main/resources/org/mtlsplayground/codepoint");
    private static final Pattern LINE = Pattern.compile("(0x[0-9a-f]{4}|\\d{1,5}) ([A-Za-z0-9_.-]+(?: \\d\\.\\d)?)");

    @ParameterizedTest
    @CsvSource({
        "cipher-suites.txt, 65535",
        "alerts.txt, 255",
        "extensions.txt, 65535",
        "groups.txt, 65535",
        "signature-schemes.txt, 65535",
        "versions.txt, 65535",
        "handshake-types.txt, 255",
        "content-types.txt, 255"
    })
    void everyLineIsOneName(String file, int largest) throws Exception {
        List<String> lines = Files.readAllLines(FOLDER.resolve(file));
        assertTrue(lines.get(0).startsWith("# "), lines.get(0));
        Registry registry = new Registry(file, 4);
        Set<String> names = new HashSet<>();
        int last = -1;
        for (String line : lines.subList(1, lines.size())) {
            Matcher parts = LINE.matcher(line);
            assertTrue(parts.matches(), line);
            int value = Integer.decode(parts.group(1));
            assertTrue(value > last && value <= largest, () -> "out of order, twice or too large: " + line);
            assertTrue(names.add(parts.group(2)), () -> "a name that stands twice: " + line);
            assertEquals(parts.group(2), registry.name(value));
            last = value;
        }
        assertTrue(last > 0, "no names");
    }
}
