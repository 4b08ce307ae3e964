package org.mtlsplayground.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsFolderTest {
    private static final Path HOME = Path.of("/home/ada");

    @Test
    void eachPlatformHasItsPlace() {
        assertEquals(HOME.resolve(".config/mtls-playground"), SettingsFolder.settings("Linux", HOME, Map.of()));
        assertEquals(
                Path.of("/etc/ada/mtls-playground"),
                SettingsFolder.settings("Linux", HOME, Map.of("XDG_CONFIG_HOME", "/etc/ada")));
        assertEquals(
                HOME.resolve(".config/mtls-playground"),
                SettingsFolder.settings("Linux", HOME, Map.of("XDG_CONFIG_HOME", "relative/path")));
        assertEquals(
                HOME.resolve("Library/Application Support/mTLS Playground"),
                SettingsFolder.settings("Mac OS X", HOME, Map.of()));
        assertEquals(
                HOME.resolve("AppData/Roaming/mTLS Playground"), SettingsFolder.settings("Windows 11", HOME, Map.of()));
        assertEquals(HOME.resolve(".local/share/mtls-playground"), SettingsFolder.data("Linux", HOME, Map.of()));
    }
}
