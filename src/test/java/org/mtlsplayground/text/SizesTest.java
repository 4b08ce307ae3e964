package org.mtlsplayground.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SizesTest {
    @Test
    void digitsStandInGroupsOfThree() {
        assertEquals("0 B", Sizes.of(0));
        assertEquals("999 B", Sizes.of(999));
        assertEquals("1,368 B", Sizes.of(1368));
        assertEquals("16,777,215", Sizes.grouped(16_777_215));
    }
}
