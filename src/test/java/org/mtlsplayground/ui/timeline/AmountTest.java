package org.mtlsplayground.ui.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AmountTest {
    /** Whoever steps through a handshake thinks for minutes; the column beside the arrows is no wider for that. */
    @Test
    void manySecondsAreNotCountedInMilliseconds() {
        assertEquals("+12.3 ms", Amount.since(12_340_000));
        assertEquals("+99999.9 ms", Amount.since(99_999_900_000L));
        assertEquals("+100.0 s", Amount.since(100_000_000_000L));
        assertEquals("+3725.0 s", Amount.since(3_725_000_000_000L));
    }
}
