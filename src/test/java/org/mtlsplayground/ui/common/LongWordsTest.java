package org.mtlsplayground.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class LongWordsTest {
    private static final String LONG = "a".repeat(100) + ".mtls.example.org";

    @Test
    void beginningAndEndOfALongWordRemain() {
        String shortened = "a".repeat(31) + "…mtls.example.org";
        assertEquals(
                shortened + " · EC P-256 · valid to 2046", LongWords.shorten(LONG + " · EC P-256 · valid to 2046"));
        assertEquals("server.mtls.example.org · EC P-256", LongWords.shorten("server.mtls.example.org · EC P-256"));
        assertEquals("a".repeat(48), LongWords.shorten("a".repeat(48)));
        assertEquals("$1" + "a".repeat(29) + "…" + "a".repeat(16), LongWords.shorten("$1" + "a".repeat(60)));
        assertEquals(48, LongWords.shorten("a".repeat(49)).length());
    }

    @Test
    void aNameOfManyWordsIsShortenedToo() {
        assertEquals(48, LongWords.shortenName("one two three ".repeat(9)).length());
        assertEquals("Demo Server CA", LongWords.shortenName("Demo Server CA"));
    }

    @Test
    void aLineBreaksBehindAPartOfAName() {
        assertEquals(List.of("server.", "mtls.", "example.", "org"), LongWords.parts("server.mtls.example.org"));
        assertEquals(
                List.of("payments-", "gateway_", "eu-", "1.example"), LongWords.parts("payments-gateway_eu-1.example"));
        assertEquals(List.of("Demo Client CA"), LongWords.parts("Demo Client CA"));
        assertEquals(List.of("a.b.c"), LongWords.parts("a.b.c"));
        assertEquals("a".repeat(40) + ".b", String.join("", LongWords.parts("a".repeat(40) + ".b")));
    }
}
