package org.mtlsplayground.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsStoreTest {
    private static final Setting<String> NAME = Setting.text("name", "usual");
    private static final Setting<Integer> COUNT = Setting.number("count", 7, 1, 9);
    private static final Setting<Theme> THEME = Setting.choice("theme", Theme.LIGHT);

    @TempDir
    Path folder;

    @Test
    void keepsWhatIsNotUsual() throws IOException {
        try (SettingsStore store = new SettingsStore(folder.resolve("new/place"))) {
            assertEquals("usual", store.get(NAME));
            store.put(NAME, " C:\\keys\\ä = b # c\n\t’");
            store.put(COUNT, 9);
            store.put(THEME, Theme.DARK);
            store.put(COUNT, 7);
        }
        assertFalse(Files.readString(folder.resolve("new/place/settings.properties"))
                .contains("count"));
        try (SettingsStore store = new SettingsStore(folder.resolve("new/place"))) {
            assertEquals(" C:\\keys\\ä = b # c\n\t’", store.get(NAME));
            assertEquals(7, store.get(COUNT));
            assertEquals(Theme.DARK, store.get(THEME));
            assertEquals(List.of(), reports(store));
        }
    }

    @Test
    void writesNothingWhereNothingChanged() {
        try (SettingsStore store = new SettingsStore(folder)) {
            store.put(NAME, "usual");
        }
        assertEquals(List.of(), names());
    }

    @Test
    void valuesThatWouldNotBeReadAgainAreNotKept() throws IOException {
        try (SettingsStore store = new SettingsStore(folder)) {
            store.put(COUNT, 5);
            store.put(COUNT, 10);
        }
        assertTrue(Files.readString(file()).contains("count=5\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "name=x\n", "format=2\nname=x\n", "format=1\nname=\\u12\n", "format=one\n"})
    void damagedFileIsSetAside(String content) throws IOException {
        Files.writeString(file(), content);
        assertSetAside(content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void binaryAndHugeFilesAreSetAside() throws IOException {
        byte[] binary = {0, 1, 2, (byte) 0xff, (byte) 0xfe};
        Files.write(file(), binary);
        assertSetAside(binary);
        byte[] huge = new byte[2 * 1024 * 1024];
        Files.write(file(), huge);
        try (SettingsStore store = new SettingsStore(folder)) {
            assertEquals("usual", store.get(NAME));
        }
        assertEquals(
                2, names().stream().filter(name -> name.contains(".damaged-")).count(), "none overwritten");
    }

    private void assertSetAside(byte[] content) throws IOException {
        try (SettingsStore store = new SettingsStore(folder)) {
            assertEquals("usual", store.get(NAME));
            assertEquals(1, reports(store).size());
            store.put(NAME, "new");
        }
        assertTrue(Files.readString(file()).contains("name=new\n"));
        String aside = names().stream()
                .filter(name -> name.contains(".damaged-"))
                .findFirst()
                .orElseThrow();
        assertEquals(List.of(box(content)), List.of(box(Files.readAllBytes(folder.resolve(aside)))));
    }

    @Test
    void oneBadValueLeavesTheOthers() throws IOException {
        Files.writeString(file(), "format=1\nname=mine\ncount=99\ntheme=PINK\nlater=kept\n");
        try (SettingsStore store = new SettingsStore(folder)) {
            assertEquals("mine", store.get(NAME));
            assertEquals(7, store.get(COUNT));
            assertEquals(Theme.LIGHT, store.get(THEME));
            List<String> reports = reports(store);
            assertEquals(1, reports.size(), "one copy is enough: " + reports);
            assertTrue(reports.get(0).contains("“count”"), reports.toString());
            store.put(COUNT, 3);
        }
        assertEquals(2, names().size(), names().toString());
        assertTrue(Files.readString(file()).contains("later=kept\n"), "what another version wrote stays");
    }

    @Test
    void folderThatCannotBeMadeIsReportedOnce() throws IOException {
        Files.writeString(folder.resolve("occupied"), "a file");
        List<String> reports = new ArrayList<>();
        try (SettingsStore store = new SettingsStore(folder.resolve("occupied"))) {
            store.reportTo(reports::add);
            store.put(NAME, "new");
        }
        assertEquals(1, reports.size(), reports.toString());
        assertEquals("a file", Files.readString(folder.resolve("occupied")));
    }

    private static List<Byte> box(byte[] bytes) {
        List<Byte> list = new ArrayList<>();
        for (byte b : bytes) {
            list.add(b);
        }
        return list;
    }

    private static List<String> reports(SettingsStore store) {
        List<String> reports = new ArrayList<>();
        store.reportTo(reports::add);
        return reports;
    }

    private Path file() {
        return folder.resolve("settings.properties");
    }

    private List<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
