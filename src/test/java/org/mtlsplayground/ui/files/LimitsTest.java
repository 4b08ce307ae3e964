package org.mtlsplayground.ui.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlsplayground.peer.Connections;

/** How much is kept: typed, in force, remembered. */
class LimitsTest {
    private static final long MEMORY = 512L << 20;

    @TempDir
    Path folder;

    @Test
    void inForceAtOnceAndAtTheNextStart() {
        try (Room room = new Room(folder)) {
            Limits limits = new Limits(room.connections, room.store, MEMORY);
            assertEquals("8 MiB", limits.eachProperty().get());
            assertEquals("64 MiB", limits.allProperty().get());
            limits.eachProperty().set("256 k");
            limits.allProperty().set("128 MiB");
            assertEquals(256 << 10, room.connections.limits().perConnection());
            assertEquals(128L << 20, room.connections.limits().total());
        }
        try (Room room = new Room(folder)) {
            Limits limits = new Limits(room.connections, room.store, MEMORY);
            assertEquals("256 KiB", limits.eachProperty().get());
            assertEquals(256 << 10, room.connections.limits().perConnection());
            assertEquals(128L << 20, room.connections.limits().total());
        }
    }

    @Test
    void whatCannotBeIsSaidAndChangesNothing() {
        try (Room room = new Room(folder)) {
            Limits limits = new Limits(room.connections, room.store, MEMORY);
            limits.allProperty().set("1 GiB");
            assertEquals(
                    "Say how much, from 1 MiB to 256 MiB, such as “8 MiB”.",
                    limits.allHintProperty().get().text());
            assertEquals(64L << 20, room.connections.limits().total());
            limits.allProperty().set("4 MiB");
            assertTrue(limits.allHintProperty().get().isEmpty());
            assertEquals(
                    "Say how much, from 16 KiB to 4 MiB, such as “8 MiB”.",
                    limits.eachHintProperty().get().text());
            limits.eachProperty().set("1 MiB");
            assertTrue(limits.eachHintProperty().get().isEmpty());
            assertEquals(4L << 20, room.connections.limits().total());
        }
    }

    @Test
    void saysWhatIsKeptAndWhatWasDropped() throws Exception {
        try (Room room = new Room(folder)) {
            Limits limits = new Limits(room.connections, room.store, MEMORY);
            assertEquals("Kept now: 0 connections, 0 B. None was dropped.", limits.state());
            room.connections.addRecorded(ExportsTest.plain(), "plain");
            assertEquals("Kept now: 1 connection, 18 B. None was dropped.", limits.state());
            assertEquals(1, limits.over());
            for (int i = 0; i < Connections.KEPT + 1; i++) {
                room.connections.addRecorded(ExportsTest.plain(), "plain");
            }
            assertEquals(
                    "Kept now: 1000 connections, 17.6 KiB. Dropped since the start: 2 connections.", limits.state());
            limits.clear();
            assertEquals("Kept now: 0 connections, 0 B. Dropped since the start: 2 connections.", limits.state());
        }
    }
}
