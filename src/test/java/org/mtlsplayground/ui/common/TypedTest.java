package org.mtlsplayground.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Paths and numbers as people type them. */
class TypedTest {
    @Test
    void paths() {
        Path home = Path.of(System.getProperty("user.home"));
        assertEquals(Optional.of(Path.of("/a/b.crt")), TypedPath.parse("  /a/x/../b.crt "));
        assertEquals(Optional.of(Path.of("/a b/c.crt")), TypedPath.parse("\"/a b/c.crt\""));
        assertEquals(Optional.of(home.resolve("c.crt")), TypedPath.parse("~/c.crt"));
        assertEquals(Optional.of(Path.of("c.crt").toAbsolutePath()), TypedPath.parse("c.crt"));
        assertEquals(Optional.empty(), TypedPath.parse("   "));
        assertEquals(Optional.empty(), TypedPath.parse("a\0b"));
        assertEquals("b.crt", TypedPath.nameOf("/a/b.crt"));
        assertEquals("", TypedPath.nameOf(""));
    }

    @Test
    void numbers() {
        assertEquals(OptionalInt.of(4443), TypedNumber.parse(" 4443 ", 1, 65535));
        for (String bad : new String[] {"", "0", "65536", "-1", "4443x", "4 443", "99999999999", "٤"}) {
            assertEquals(OptionalInt.empty(), TypedNumber.parse(bad, 1, 65535), bad);
        }
    }
}
