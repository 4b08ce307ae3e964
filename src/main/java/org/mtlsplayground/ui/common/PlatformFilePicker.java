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
public final class PlatformFilePicker implements FilePicker {
    private final StringProperty lastFolder;

    /** @param lastFolder where to begin, and where the user was at the end */
    public PlatformFilePicker(StringProperty lastFolder) {
        this.lastFolder = lastFolder;
    }

    @Override
    public Optional<Path> pick(Window owner, String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters()
                .setAll(
                        new FileChooser.ExtensionFilter(Messages.get("file.filter.all"), "*.*", "*"),
                        new FileChooser.ExtensionFilter(
                                Messages.get("file.filter.certificates"),
                                "*.crt",
                                "*.cer",
                                "*.pem",
                                "*.der",
                                "*.key",
                                "*.p12",
                                "*.pfx"));
        TypedPath.parse(lastFolder.get())
                .filter(Files::isDirectory)
                .ifPresent(folder -> chooser.setInitialDirectory(folder.toFile()));
        File chosen = chooser.showOpenDialog(owner);
        if (chosen == null) {
            return Optional.empty();
        }
        lastFolder.set(chosen.getParent());
        return Optional.of(chosen.toPath());
    }
}
