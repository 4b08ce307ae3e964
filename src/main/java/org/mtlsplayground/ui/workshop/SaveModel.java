package org.mtlsplayground.ui.workshop;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.mtlsplayground.ca.FileSet;
import org.mtlsplayground.ca.NewFile;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Background;
import org.mtlsplayground.ui.common.Hint;
import org.mtlsplayground.ui.common.TypedPath;

/** How and where something is to be saved, and which files that will write. For use on the FX thread. */
final class SaveModel {
    /**
     * A file that would be written.
     *
     * @param there whether there is one of this name already
     */
    record Outlook(String name, boolean secret, boolean there) {}

    private final Background background;
    private final Saving saving;
    final ObjectProperty<Saving.Form> form;
    final StringProperty name;
    final StringProperty folder;
    final BooleanProperty withKey;
    private final ReadOnlyObjectWrapper<List<Outlook>> outlook =
            new ReadOnlyObjectWrapper<>(this, "outlook", List.of());
    final ObjectProperty<Hint> nameHint = new SimpleObjectProperty<>(this, "nameHint", Hint.NONE);
    final ObjectProperty<Hint> folderHint = new SimpleObjectProperty<>(this, "folderHint", Hint.NONE);
    private int looking;

    /** @param lastFolder where was saved last */
    SaveModel(Background background, Saving saving, String lastFolder) {
        this.background = background;
        this.saving = saving;
        form = new SimpleObjectProperty<>(this, "form", saving.forms().get(0));
        name = new SimpleStringProperty(this, "name", saving.name());
        folder = new SimpleStringProperty(this, "folder", lastFolder);
        withKey = new SimpleBooleanProperty(this, "withKey", saving.hasKey());
        Stream.of(form, name, folder, withKey).forEach(value -> value.addListener(changed -> look()));
        look();
    }

    Saving saving() {
        return saving;
    }

    /** Which files would be written. */
    ReadOnlyObjectProperty<List<Outlook>> outlookProperty() {
        return outlook.getReadOnlyProperty();
    }

    private boolean isNamed() {
        return saving.name().isEmpty() || NewFile.isName(name.get());
    }

    boolean isSound() {
        return isNamed() && TypedPath.parse(folder.get()).isPresent();
    }

    private void look() {
        nameHint.set(isNamed() ? Hint.NONE : Hint.error(Messages.get("workshop.save.name.wrong")));
        Optional<Path> where = TypedPath.parse(folder.get());
        folderHint.set(where.isPresent() ? Hint.NONE : Hint.error(Messages.get("workshop.save.folder.wrong")));
        int mine = ++looking;
        if (!isSound()) {
            outlook.set(List.of());
            return;
        }
        Supplier<List<NewFile>> files = files(new char[0]);
        background.run(
                "look-ahead",
                () -> outlook(where.get(), files.get()),
                found -> {
                    if (mine == looking) {
                        outlook.set(found);
                    }
                },
                failure -> {});
    }

    private static List<Outlook> outlook(Path where, List<NewFile> files) {
        List<Outlook> found = files.stream()
                .map(file -> new Outlook(
                        file.name(),
                        file.secret(),
                        Files.exists(where.resolve(file.name()), LinkOption.NOFOLLOW_LINKS)))
                .toList();
        files.forEach(NewFile::clear);
        return found;
    }

    private Supplier<List<NewFile>> files(char[] password) {
        Saving.Form how = form.get();
        String its = saving.name().isEmpty() ? "" : name.get();
        boolean key = withKey.get();
        return () -> saving.files(how, its, key, password);
    }

    /**
     * What to do with the files once, to be called off the FX thread.
     *
     * @param password cleared when it was used
     */
    java.util.concurrent.Callable<FileSet.Result> job(char[] password, boolean overwrite) {
        Supplier<List<NewFile>> files = files(password);
        Path where = TypedPath.parse(folder.get()).orElseThrow();
        return () -> {
            List<NewFile> contents = List.of();
            try {
                contents = files.get();
                return FileSet.write(where, contents, overwrite);
            } finally {
                contents.forEach(NewFile::clear);
                Arrays.fill(password, '\0');
            }
        };
    }
}
