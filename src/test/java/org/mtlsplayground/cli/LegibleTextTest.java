package org.mtlsplayground.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LegibleTextTest {
    @Test
    void signsThatATerminalLacksAreWrittenInOthers() {
        String line = "client ──► server  “prove who you are” · alice ← CA …";
        assertEquals(line, LegibleText.in(StandardCharsets.UTF_8, line));
        assertEquals(
                "client --> server  \"prove who you are\" - alice <- CA ...",
                LegibleText.in(StandardCharsets.US_ASCII, line));
        assertEquals("M?ller", LegibleText.in(StandardCharsets.US_ASCII, "Müller"));
        assertEquals("Müller -", LegibleText.in(StandardCharsets.ISO_8859_1, "Müller –"));
    }

    @Test
    void strangersCanNotSteerTheTerminal() {
        assertEquals("\ufffd[31mred\ufffd[0m", LegibleText.safe("\u001b[31mred\u001b[0m", 100));
        assertEquals("GET / HTTP/1.1  Host: x", LegibleText.safe("GET / HTTP/1.1\r\nHost: x\r\n\r\n", 100));
        assertEquals("a\ufffdb", LegibleText.safe("a\u202eb", 100));
        assertEquals("\ufffd", LegibleText.safe("\ud83d", 100));
    }

    @Test
    void whatIsVeryLongIsCut() {
        assertEquals("abc…", LegibleText.safe("abcdef", 3));
        assertEquals("abc", LegibleText.safe("abc", 3));
    }
}
