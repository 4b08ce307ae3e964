package org.mtlsplayground.ui.common;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Duration;
import org.mtlsplayground.pki.EntryChoice;
import org.mtlsplayground.pki.EntryOption;
import org.mtlsplayground.pki.LoadException;
import org.mtlsplayground.pki.LoadFault;
import org.mtlsplayground.pki.LoadProblem;
import org.mtlsplayground.pki.OpenedFile;
import org.mtlsplayground.text.Messages;

/**
 * A place for one picked file: its path, and what the file turned out to be. Read in the background as soon as the path
 * changes. For use on the FX thread.
 *
 * @param <T> what it is read as
 */
public final class FileSlot<T> {
    /** Reads a file. */
    @FunctionalInterface
    public interface Reader<T> {
        /** Takes what was chosen out of a file, which the caller closes. */
        T read(OpenedFile file, EntryChoice choice) throws LoadException;
    }

    private static final Duration PATIENCE = Duration.millis(500);

    private final Reader<T> reader;
    private final boolean offersChoice;
    private final Background background;
    private final StringProperty path = new SimpleStringProperty(this, "path", "");
    private final ReadOnlyObjectWrapper<FileContent<T>> content =
            new ReadOnlyObjectWrapper<>(this, "content", FileContent.empty());
    private final ObjectProperty<Hint> hint = new SimpleObjectProperty<>(this, "hint", Hint.NONE);
    private final ObjectProperty<EntryChoice> choice = new SimpleObjectProperty<>(this, "choice", EntryChoice.first());
    private final List<Runnable> waiting = new ArrayList<>();
    private char[] password;
    private String stamp = "";
    private int reading;
    private boolean active;
    private boolean choosing;

    /**
     * @param offersChoice whether of several keys or entries one is meant; otherwise all of them are
     */
    public FileSlot(Reader<T> reader, boolean offersChoice, Background background) {
        this.reader = reader;
        this.offersChoice = offersChoice;
        this.background = background;
        path.addListener((property, before, now) -> {
            forgetPassword();
            // What was chosen in one file means nothing in another.
            choosing = true;
            choice.set(EntryChoice.first());
            choosing = false;
            load();
        });
        choice.addListener((property, before, now) -> {
            if (!choosing) {
                load();
            }
        });
    }

    /** The path as the user gave it; empty for no file. */
    public StringProperty pathProperty() {
        return path;
    }

    /** Picks a file, and of what is in it the first. */
    public void pick(Path file) {
        path.set(file.toString());
        choice.set(EntryChoice.first());
    }

    /** What the file is. */
    public ReadOnlyObjectProperty<FileContent<T>> contentProperty() {
        return content.getReadOnlyProperty();
    }

    /** Which of several keys or entries in the file is meant; another path takes it back to the first. */
    public ObjectProperty<EntryChoice> choiceProperty() {
        return choice;
    }

    /** Whether of several keys or entries one is meant; otherwise all of them are. */
    public boolean offersChoice() {
        return offersChoice;
    }

    /** What is said of it under its field; set by the owner of the slot. */
    public ObjectProperty<Hint> hintProperty() {
        return hint;
    }

    /** What the file is, now. */
    public FileContent<T> content() {
        return content.get();
    }

    /** Whether the file is being read. */
    public boolean isLoading() {
        return content.get().status() == FileContent.Status.LOADING;
    }

    /** The value, or null where there is none. */
    public T value() {
        return content.get().value();
    }

    /** Begins to read files; until then a path is only kept, so that the first frame need not wait. */
    public void activate() {
        active = true;
        load();
    }

    /** Tries a password, of which this slot keeps its own copy for as long as the path stays. */
    public void supplyPassword(char[] given) {
        forgetPassword();
        password = given.clone();
        load();
    }

    /** Whether a password is kept for the file. */
    boolean hasPassword() {
        return password != null;
    }

    /** A copy of the password for another slot with the same file, which the caller clears; or null. */
    public char[] password() {
        return password == null ? null : password.clone();
    }

    /** Overwrites the password in memory. */
    public void forgetPassword() {
        if (password != null) {
            Arrays.fill(password, '\0');
            password = null;
        }
    }

    /** The path as a file: a leading {@code ~} is the home folder; empty for no file or an impossible path. */
    public Optional<Path> file() {
        return TypedPath.parse(path.get());
    }

    /** Goes on when this is so for all of them: see {@link #whenSettled}. */
    public static void whenAllSettled(List<FileSlot<?>> files, Runnable then) {
        int[] left = {files.size()};
        for (FileSlot<?> file : files) {
            file.whenSettled(() -> {
                if (--left[0] == 0) {
                    then.run();
                }
            });
        }
    }

    /** Reads the file again if it was changed on disk, and then, or when a reading under way is over, goes on. */
    public void whenSettled(Runnable then) {
        waiting.add(then);
        if (isLoading()) {
            return;
        }
        background.run("look-at-file", () -> stampOf(file().orElse(null)), this::settleOrLoad, e -> settled());
    }

    private void settleOrLoad(String now) {
        if (isLoading()) {
            return;
        }
        if (now.equals(stamp)) {
            settled();
        } else {
            load();
        }
    }

    private void settled() {
        List<Runnable> all = List.copyOf(waiting);
        waiting.clear();
        all.forEach(Runnable::run);
    }

    private void load() {
        int mine = ++reading;
        if (!active) {
            return;
        }
        if (path.get().isBlank()) {
            finish(mine, "", FileContent.empty());
            return;
        }
        Path file = file().orElse(null);
        if (file == null) {
            finish(mine, "", FileContent.failed(LoadFault.of(LoadProblem.MISSING), FileContent.Holding.NOTHING));
            return;
        }
        content.set(FileContent.loading());
        sayIfSlow(mine);
        char[] secret = password();
        EntryChoice chosen = choice.get();
        background.run(
                "read-file",
                () -> read(file, secret, chosen),
                result -> finish(mine, result.stamp(), result.content()),
                failure -> finish(
                        mine,
                        "",
                        FileContent.failed(LoadFault.of(LoadProblem.NOT_UNDERSTOOD), FileContent.Holding.NOTHING)));
    }

    /** Most files are read before anyone could read that they are. */
    private void sayIfSlow(int mine) {
        PauseTransition patience = new PauseTransition(PATIENCE);
        patience.setOnFinished(event -> {
            if (mine == reading && isLoading()) {
                hint.set(Hint.info(Messages.get("file.reading")));
            }
        });
        patience.play();
    }

    private record Result<T>(String stamp, FileContent<T> content) {}

    private Result<T> read(Path file, char[] secret, EntryChoice chosen) {
        String before = stampOf(file);
        try (OpenedFile opened = OpenedFile.open(file, secret)) {
            return new Result<>(before, read(opened, chosen));
        } catch (LoadException e) {
            return new Result<>(before, FileContent.failed(e.fault(), FileContent.Holding.NOTHING));
        } finally {
            if (secret != null) {
                Arrays.fill(secret, '\0');
            }
        }
    }

    private FileContent<T> read(OpenedFile opened, EntryChoice chosen) {
        List<EntryOption> options = offersChoice ? opened.options() : List.of();
        FileContent.Holding holding =
                new FileContent.Holding(opened.isKeyStore(), opened.hasKey(), options.size() > 1 ? options : List.of());
        try {
            return FileContent.ready(reader.read(opened, chosen), holding);
        } catch (LoadException e) {
            return FileContent.failed(e.fault(), holding);
        }
    }

    private void finish(int mine, String itsStamp, FileContent<T> result) {
        if (mine == reading) {
            stamp = itsStamp;
            content.set(result);
            settled();
        }
    }

    /** Changes when the file does. */
    private static String stampOf(Path file) {
        try {
            return file == null ? "" : Files.getLastModifiedTime(file) + " " + Files.size(file);
        } catch (IOException e) {
            return "missing";
        }
    }
}
