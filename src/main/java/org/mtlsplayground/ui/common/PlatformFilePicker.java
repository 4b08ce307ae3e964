package org.mtlsplayground.ui.common;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.StringProperty;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.mtlsplayground.text.Messages;

/** The platform's own file chooser, opened at the folder that was used last. */
public final class PlatformFilePicker implements SavePicker {
    private final StringProperty lastFolder;
    private final FileKind kind;

    /**
     * @param lastFolder where to begin, and where the user was at the end
     * @param kind what can be shown alone beside all files
     */
    public PlatformFilePicker(StringProperty lastFolder, FileKind kind) {
        this.lastFolder = lastFolder;
        this.kind = kind;
    }

    @Override
    public Optional<Path> pick(Window owner, String title) {
        return chosen(chooser(title).showOpenDialog(owner));
    }

    @Override
    public Optional<Path> save(Window owner, String title, String name) {
        FileChooser chooser = chooser(title);
        chooser.setInitialFileName(name);
        return chosen(chooser.showSaveDialog(owner));
    }

    private FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters()
                .setAll(
                        new FileChooser.ExtensionFilter(Messages.get("file.filter.all"), "*.*", "*"),
                        new FileChooser.ExtensionFilter(Messages.get(kind.nameKey()), kind.patterns()));
        TypedPath.parse(lastFolder.get())
                .filter(Files::isDirectory)
                .ifPresent(folder -> chooser.setInitialDirectory(folder.toFile()));
        return chooser;
    }

    private Optional<Path> chosen(File file) {
        if (file == null) {
            return Optional.empty();
        }
        lastFolder.set(file.getParent());
        return Optional.of(file.toPath());
    }
}
