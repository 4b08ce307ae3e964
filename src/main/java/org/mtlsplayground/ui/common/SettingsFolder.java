package org.mtlsplayground.ui.common;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where this platform keeps a program's settings and its data, for the user who runs it. */
public final class SettingsFolder {
    /** System property that names the folder for settings instead. */
    public static final String SETTINGS_PROPERTY = "mtlsplayground.settings.dir";

    /** System property that names the folder for data instead. */
    public static final String DATA_PROPERTY = "mtlsplayground.data.dir";

    private static final String NAME = "mtls-playground";
    private static final String TITLE = "mTLS Playground";

    private SettingsFolder() {}

    /** The folder for settings; it need not exist yet. */
    public static Path settings() {
        String given = System.getProperty(SETTINGS_PROPERTY);
        return given != null
                ? Path.of(given)
                : settings(System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System.getenv());
    }

    /** The folder for data, such as unpacked sample files; it need not exist yet. */
    public static Path data() {
        String given = System.getProperty(DATA_PROPERTY);
        return given != null
                ? Path.of(given)
                : data(System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System.getenv());
    }

    static Path settings(String system, Path home, Map<String, String> environment) {
        return switch (family(system)) {
            case MAC -> home.resolve("Library/Application Support").resolve(TITLE);
            case WINDOWS ->
                given(environment, "APPDATA", home.resolve("AppData/Roaming")).resolve(TITLE);
            case OTHER ->
                given(environment, "XDG_CONFIG_HOME", home.resolve(".config")).resolve(NAME);
        };
    }

    static Path data(String system, Path home, Map<String, String> environment) {
        return switch (family(system)) {
            case MAC -> home.resolve("Library/Application Support").resolve(TITLE);
            case WINDOWS ->
                given(environment, "LOCALAPPDATA", home.resolve("AppData/Local"))
                        .resolve(TITLE);
            case OTHER ->
                given(environment, "XDG_DATA_HOME", home.resolve(".local/share"))
                        .resolve(NAME);
        };
    }

    /** A relative path in such a variable is to be ignored (XDG Base Directory Specification). */
    private static Path given(Map<String, String> environment, String variable, Path usual) {
        String value = environment.get(variable);
        return value == null || value.isBlank() || !Path.of(value).isAbsolute() ? usual : Path.of(value);
    }

    private enum Family {
        MAC,
        WINDOWS,
        OTHER
    }

    private static Family family(String system) {
        String name = system.toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? Family.MAC : name.startsWith("windows") ? Family.WINDOWS : Family.OTHER;
    }
}
