package org.mtlsplayground.ui.scenarios;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The folders with the certificates of scenarios, each for its owner alone. Thread-safe. */
final class Folders {
    private static final System.Logger LOG = System.getLogger(Folders.class.getName());

    private final Path place;
    private final Set<Path> made = new HashSet<>();

    /** @param place where they are made; need not be there yet */
    Folders(Path place) {
        this.place = place;
    }

    /** Those that earlier runs of the program left, or that others have in use. Blocks. */
    List<Path> left() throws IOException {
        try (Stream<Path> there = Files.isDirectory(place) ? Files.list(place) : Stream.empty()) {
            return there.toList();
        }
    }

    /** Counts one of them among its own. */
    synchronized void adopt(Path folder) {
        made.add(folder);
    }

    /** The path of a new folder; blocks. */
    synchronized Path fresh(String name) throws IOException {
        Files.createDirectories(place);
        Path folder = Files.createTempDirectory(place, name + "-", ownerOnly());
        made.add(folder);
        return folder;
    }

    private static FileAttribute<?>[] ownerOnly() {
        boolean posix =
                Path.of("").getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    /** Deletes a folder. Blocks. */
    synchronized void delete(Path folder) {
        if (!made.remove(folder) || Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "Files of a scenario are left in " + folder, e);
        }
    }

    /** Deletes all of them but those that are still referred to. Blocks. */
    synchronized void deleteAll(Predicate<Path> isReferredTo) {
        Set.copyOf(made).stream().filter(isReferredTo.negate()).forEach(this::delete);
    }
}
