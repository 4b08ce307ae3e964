package org.mtlsplayground.ui.common;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** The sample certificates and keys that the cards are filled with at first. */
public final class SampleFiles {
    private static final String NAME = "sample-certs";
    private static final String KNOWN = "server.crt";

    private final Path folder;
    private final boolean unpacked;

    private SampleFiles(Path folder, boolean unpacked) {
        this.folder = folder;
        this.unpacked = unpacked;
    }

    /**
     * Finds the folder: in the working directory, beside the program, or else the one in the platform's data folder that
     * {@link #unpack()} fills.
     */
    public static SampleFiles locate() {
        return locate(Path.of("").toAbsolutePath(), program(), SettingsFolder.data());
    }

    static SampleFiles locate(Path working, Path program, Path data) {
        for (Path place : List.of(working, program)) {
            if (Files.isRegularFile(place.resolve(NAME).resolve(KNOWN))) {
                return new SampleFiles(place.resolve(NAME), false);
            }
        }
        return new SampleFiles(data.resolve(NAME), true);
    }

    private static Path program() {
        try {
            Path code = Path.of(SampleFiles.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return code.getParent();
        } catch (URISyntaxException | RuntimeException e) {
            return Path.of("").toAbsolutePath();
        }
    }

    /** The path of a sample file, such as {@code client.crt}. */
    public Path path(String name) {
        return folder.resolve(name);
    }

    /** The folder. */
    public Path folder() {
        return folder;
    }

    /**
     * Copies the files out of the program where they are not in a folder already. Blocks. A file that is there is left as
     * it is, whatever it holds.
     */
    public void unpack() throws IOException {
        if (!unpacked) {
            return;
        }
        URL source = SampleFiles.class.getResource("/" + NAME + "/" + KNOWN);
        if (source == null) {
            throw new FileNotFoundException(NAME);
        }
        Files.createDirectories(folder);
        if (source.openConnection() instanceof JarURLConnection connection) {
            unpackJar(connection);
        } else {
            unpackFolder(Path.of(URI.create(source.toString())).getParent());
        }
    }

    private void unpackJar(JarURLConnection connection) throws IOException {
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                if (entry.getName().startsWith(NAME + "/") && !entry.isDirectory()) {
                    copy(entry.getName().substring(NAME.length() + 1), jar.getInputStream(entry));
                }
            }
        }
    }

    private void unpackFolder(Path source) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(source)) {
            for (Path file : files) {
                copy(file.getFileName().toString(), Files.newInputStream(file));
            }
        }
    }

    private void copy(String name, InputStream content) throws IOException {
        try (content) {
            Path target = folder.resolve(name).normalize();
            if (folder.equals(target.getParent()) && !Files.exists(target)) {
                Files.copy(content, target);
            }
        }
    }
}
