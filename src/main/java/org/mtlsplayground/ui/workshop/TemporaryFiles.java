package org.mtlsplayground.ui.workshop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.mtlsplayground.ca.FileSet;
import org.mtlsplayground.ca.NewFile;

/** A folder of the program's own for what is loaded without being saved; for its owner alone, and gone when it is closed. Thread-safe. */
final class TemporaryFiles implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(TemporaryFiles.class.getName());
    private static final String PREFIX = "mtls-workshop-";

    private Path folder;
    private int sets;

    /** Writes files into a folder in which nothing is yet; their contents are wiped. Blocks. */
    synchronized List<Path> write(List<NewFile> files) throws IOException {
        try {
            if (folder == null) {
                folder = Files.createTempDirectory(PREFIX, ownerOnly());
            }
            Path set = Files.createDirectory(folder.resolve(String.valueOf(++sets)), ownerOnly());
            return FileSet.write(set, files, false).written();
        } finally {
            files.forEach(NewFile::clear);
        }
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

    /** Whether a file is one of these. */
    synchronized boolean holds(Path file) {
        return folder != null && file.startsWith(folder);
    }

    /** Deletes all of them. */
    @Override
    public synchronized void close() {
        if (folder == null) {
            return;
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "Temporary files are left in " + folder, e);
        }
        folder = null;
    }
}
