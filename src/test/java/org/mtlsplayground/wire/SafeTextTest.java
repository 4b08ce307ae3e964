package org.mtlsplayground.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SafeTextTest {
    @Test
    void whatShowsStays() {
        assertEquals("h2", SafeText.of("h2"));
        assertEquals("München 東京 🔒", SafeText.of("München 東京 🔒".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void whatDoesNotShowIsReplaced() {
        assertEquals("a\ufffdb", SafeText.of("a\u001bb"));
        assertEquals("\ufffd\ufffd\ufffd", SafeText.of("\r\n\u007f"));
        assertEquals("\ufffd", SafeText.of("\u202e"), "right-to-left override");
        assertEquals("\ufffd", SafeText.of("\u2066"), "isolate");
        assertEquals("\ufffd\ufffd", SafeText.of("\u2028\u2029"));
        assertEquals("\ufffd", SafeText.of(new byte[] {(byte) 0xff}));
        assertEquals("\ufffd", SafeText.of("\ud800"));
    }

    @Test
    void longTextIsCut() {
        assertEquals("x".repeat(1000), SafeText.of("x".repeat(1000)));
        assertEquals("x".repeat(1000) + "…", SafeText.of("x".repeat(1001)));
        assertEquals("x".repeat(1000) + "…", SafeText.of("x".repeat(1001).getBytes(StandardCharsets.US_ASCII)));
    }
}
