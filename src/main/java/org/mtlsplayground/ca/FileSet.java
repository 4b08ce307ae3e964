package org.mtlsplayground.ca;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes several files: all of them, or none. Secret ones can be read by their owner alone, where the platform can do that. */
public final class FileSet {
    private final Path folder;
    private final boolean overwrite;
    /** What has its place already, and where what stood there before is kept; null where nothing was. */
    private final Map<Path, Path> placed = new LinkedHashMap<>();

    private final List<Path> fresh = new ArrayList<>();

    private FileSet(Path folder, boolean overwrite) {
        this.folder = folder;
        this.overwrite = overwrite;
    }

    /**
     * What came of it: one of the lists is empty.
     *
     * @param written the files
     * @param inTheWay files of these names that are there already, so that nothing was written
     */
    public record Result(List<Path> written, List<Path> inTheWay) {
        public Result {
            written = List.copyOf(written);
            inTheWay = List.copyOf(inTheWay);
        }

        /** Whether the files are there. */
        public boolean isWritten() {
            return inTheWay.isEmpty();
        }
    }

    /**
     * Writes them; blocks. The contents are not cleared.
     *
     * @param folder is made if it is not there
     * @param overwrite whether files that are there already are replaced
     * @throws IOException if the platform refuses; then the folder's files are as they were
     */
    public static Result write(Path folder, List<NewFile> files, boolean overwrite) throws IOException {
        Files.createDirectories(folder);
        List<Path> inTheWay = files.stream()
                .map(file -> folder.resolve(file.name()))
                .filter(FileSet::isThere)
                .toList();
        if (!overwrite && !inTheWay.isEmpty()) {
            return new Result(List.of(), inTheWay);
        }
        return new FileSet(folder, overwrite).write(files);
    }

    private Result write(List<NewFile> files) throws IOException {
        boolean done = false;
        try {
            for (NewFile file : files) {
                fresh.add(beside(file));
            }
            for (int i = 0; i < files.size(); i++) {
                place(fresh.get(i), folder.resolve(files.get(i).name()));
            }
            done = true;
            return new Result(List.copyOf(placed.keySet()), List.of());
        } catch (FileAlreadyExistsException e) {
            if (overwrite) {
                throw e;
            }
            // Somebody was quicker.
            return new Result(List.of(), List.of(Path.of(e.getFile())));
        } finally {
            if (!done) {
                undo();
            }
            for (Path leftOver : fresh) {
                Files.deleteIfExists(leftOver);
            }
            for (Path old : placed.values()) {
                if (old != null) {
                    Files.deleteIfExists(old);
                }
            }
        }
    }

    /** In the same folder, so that it can be moved in one go. */
    private Path beside(NewFile file) throws IOException {
        Path path = hidden();
        if (file.secret()) {
            createForOwner(path);
        } else {
            Files.createFile(path);
        }
        try {
            Files.write(path, file.content(), StandardOpenOption.WRITE);
        } catch (IOException e) {
            Files.deleteIfExists(path);
            throw e;
        }
        return path;
    }

    private Path hidden() {
        return folder.resolve("." + UUID.randomUUID() + ".tmp");
    }

    private static void createForOwner(Path path) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            return;
        }
        Files.createFile(path);
        AclFileAttributeView view = Files.getFileAttributeView(path, AclFileAttributeView.class);
        if (view != null) {
            view.setAcl(List.of(AclEntry.newBuilder()
                    .setType(AclEntryType.ALLOW)
                    .setPrincipal(view.getOwner())
                    .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                    .build()));
        }
    }

    private void place(Path from, Path to) throws IOException {
        if (Files.isDirectory(to, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(to.toString(), null, "a folder");
        }
        Path old = null;
        if (overwrite && isThere(to)) {
            old = hidden();
            Files.move(to, old, StandardCopyOption.ATOMIC_MOVE);
            placed.put(to, old);
        }
        Files.move(from, to);
        placed.put(to, old);
    }

    private void undo() throws IOException {
        for (Map.Entry<Path, Path> each : placed.entrySet()) {
            if (each.getValue() == null) {
                Files.deleteIfExists(each.getKey());
            } else {
                Files.move(each.getValue(), each.getKey(), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        placed.clear();
    }

    private static boolean isThere(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }
}
