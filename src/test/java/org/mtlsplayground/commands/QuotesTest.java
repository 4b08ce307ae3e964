package org.mtlsplayground.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.outside.OutsideProgram;

/** Literals are read back as they were, by the languages themselves. */
class QuotesTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final List<String> HOSTILE = List.of(
            "",
            "plain-1.0/x",
            "it's",
            "\"double\"",
            "$HOME ${x} `id` $(id)",
            "back\\slash\\n \\u0041 \\",
            "line\nEOF\nnext\r\ttab",
            "Größe 鍵 😀",
            "\u2028 \u202e \u0085 \u0001 \u007f",
            "~ * ? [a] {a,b} ! # & ; | < > ( ) %s %% -n");

    private static String run(String... command) {
        OutsideProgram.Result result = OutsideProgram.run(List.of(command), Path.of("."), LIMIT);
        assertEquals(0, result.exitCode(), result.all());
        return result.stdout();
    }

    @Test
    void shell() {
        HOSTILE.forEach(text ->
                assertEquals(text, run("bash", "-c", "printf '%s' " + (text.isEmpty() ? "''" : Quotes.shell(text)))));
    }

    @Test
    void python() {
        String program = "import sys\nfor each in [%s]: sys.stdout.buffer.write(each.encode() + b'\\0')";
        String literals = String.join(", ", HOSTILE.stream().map(Quotes::python).toList());
        assertFalse(literals.contains("\n"), literals);
        assertEquals(String.join("\0", HOSTILE) + "\0", run("python3", "-c", program.formatted(literals)));
    }

    @Test
    void javaScript() {
        String literals =
                String.join(", ", HOSTILE.stream().map(Quotes::javaScript).toList());
        assertEquals(
                String.join("\0", HOSTILE),
                run("node", "-e", "process.stdout.write([" + literals + "].join(String.fromCharCode(0)))"));
    }

    @Test
    void javaIsAsciiOnOneLine() {
        assertEquals("\"Gr\\u00f6\\u00dfe\\n \\\"a\\\" \\\\u0041\"", Quotes.java("Größe\n \"a\" \\u0041"));
    }

    @Test
    void commentsAreOneLine() {
        assertEquals("a?rm -rf ??b", Quotes.comment("a\nrm -rf \u2028\u202eb"));
    }
}
