package org.mtlsplayground.ui.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteCountTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "1023, 1023 B",
        "1024, 1 KiB",
        "1536, 1.5 KiB",
        "262144, 256 KiB",
        "8388608, 8 MiB",
        "134217729, 128 MiB",
        "1610612736, 1.5 GiB"
    })
    void readsWell(long bytes, String text) {
        assertEquals(text, ByteCount.text(bytes));
    }

    @ParameterizedTest
    @CsvSource({
        "17, 17",
        "17 B, 17",
        "17 bytes, 17",
        "64 KiB, 65536",
        "64k, 65536",
        "64 KB, 65536",
        "1.5 MiB, 1572864",
        "'1,5 MB', 1572864",
        "2 GiB, 2147483648",
        "'  8 MiB ', 8388608"
    })
    void asPeopleType(String text, long bytes) {
        assertEquals(OptionalLong.of(bytes), ByteCount.parse(text, 0, Long.MAX_VALUE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MiB", "-1", "1e9", "8 TiB", "1..5 MiB", "0x10", "9999999999", "١ MiB"})
    void nonsense(String text) {
        assertTrue(ByteCount.parse(text, 0, Long.MAX_VALUE).isEmpty());
    }

    @Test
    void boundsBelongToTheRange() {
        assertTrue(ByteCount.parse("1 KiB", 1024, 2048).isPresent());
        assertTrue(ByteCount.parse("2 KiB", 1024, 2048).isPresent());
        assertTrue(ByteCount.parse("1023", 1024, 2048).isEmpty());
        assertTrue(ByteCount.parse("2049", 1024, 2048).isEmpty());
    }
}
