package org.mtlsplayground.ui.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What is said of a handshake as a whole. */
class EffortTest {
    private static final Effort FULL = new Effort(10, 2_140, 645_800_000);

    @Test
    void bytesAreSaidToBeSavedOnlyWhereTheyDiffer() {
        assertEquals(
                "The session was resumed: 5 messages of the handshake instead of 10, 1.1 kB instead of 2.1 kB, 569.3 ms"
                        + " instead of 645.8 ms. No certificate was sent or judged again.",
                Effort.saved(new Effort(5, 1_100, 569_300_000), FULL));
        assertEquals(
                "The session was resumed: 5 messages of the handshake instead of 10, 569.3 ms instead of 645.8 ms. No"
                        + " certificate was sent or judged again.",
                Effort.saved(new Effort(5, 2_090, 569_300_000), FULL),
                "2.1 kB and 2.1 kB");
    }
}
