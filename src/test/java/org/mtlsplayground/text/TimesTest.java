package org.mtlsplayground.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TimesTest {
    /** Whoever steps through a handshake thinks for minutes. */
    @Test
    void aSecondAndMoreAreSeconds() {
        assertEquals("0.0 ms", Times.of(0));
        assertEquals("1.9 ms", Times.of(1_940_000));
        assertEquals("999.9 ms", Times.of(999_940_000));
        assertEquals("1.0 s", Times.of(1_000_000_000));
        assertEquals("128.5 s", Times.of(128_486_100_000L));
    }
}
