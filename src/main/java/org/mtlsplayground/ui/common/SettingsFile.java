package org.mtlsplayground.ui.common;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The file of settings: reading, writing in one step, setting aside. Blocks; not thread-safe. */
final class SettingsFile {
    private static final String FORMAT_KEY = "format";
    private static final String FORMAT = "1";
    private static final long MAX_BYTES = 1024 * 1024;
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final Path file;

    SettingsFile(Path folder) {
        this.file = folder.resolve("settings.properties");
    }

    /**
     * The values, empty if there is no file.
     *
     * @throws IOException if the file is not one of settings in a format that is known here
     */
    Map<String, String> read() throws IOException {
        if (!Files.exists(file)) {
            return new TreeMap<>();
        }
        if (Files.size(file) > MAX_BYTES) {
            throw new IOException("too large");
        }
        Properties properties = new Properties();
        try (Reader reader = new StringReader(decode(Files.readAllBytes(file)))) {
            properties.load(reader);
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw new IOException("not a properties file in UTF-8", e);
        }
        if (!FORMAT.equals(properties.getProperty(FORMAT_KEY))) {
            throw new IOException("no format number that is known here");
        }
        Map<String, String> values = new TreeMap<>();
        properties.forEach((key, value) -> values.put((String) key, (String) value));
        values.remove(FORMAT_KEY);
        return values;
    }

    private static String decode(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    /** Writes all values; a reader sees the old file or the new one, never a part. */
    void write(Map<String, String> values) throws IOException {
        StringBuilder text = new StringBuilder("# Settings of mTLS Playground.\n");
        text.append(FORMAT_KEY).append('=').append(FORMAT).append('\n');
        new TreeMap<>(values)
                .forEach((key, value) ->
                        text.append(key).append('=').append(escape(value)).append('\n'));
        Files.createDirectories(file.getParent());
        Path fresh = Files.createTempFile(file.getParent(), "settings", ".tmp");
        try {
            Files.writeString(fresh, text);
            move(fresh, file);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String escape(String value) {
        String escaped = value.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
        return escaped.startsWith(" ") ? "\\" + escaped : escaped;
    }

    /** Gives the file another name, or a copy of it where {@code keep}, and says which. */
    Path setAside(boolean keep) throws IOException {
        String name = file.getFileName() + ".damaged-"
                + LocalDateTime.now(ZoneId.systemDefault()).format(STAMP);
        Path aside = file.resolveSibling(name);
        for (int i = 2; Files.exists(aside); i++) {
            aside = file.resolveSibling(name + "-" + i);
        }
        return keep ? Files.copy(file, aside) : Files.move(file, aside);
    }
}
