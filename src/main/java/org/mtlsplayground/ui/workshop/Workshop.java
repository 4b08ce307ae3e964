package org.mtlsplayground.ui.workshop;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Parent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.Dragboard;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.ui.common.Background;
import org.mtlsplayground.ui.common.FilePicker;
import org.mtlsplayground.ui.common.FxUpdates;
import org.mtlsplayground.ui.common.Setting;
import org.mtlsplayground.ui.common.SettingsStore;

/**
 * The workshop: what was made in it lives as long as the program, whether its window is open or not. For use on the FX
 * thread.
 */
public final class Workshop implements AutoCloseable {
    private static final String FORMAT = "application/x-mtls-playground-certificate";

    private final Background background;
    private final Pickers pickers;
    private final TemporaryFiles temporary = new TemporaryFiles();
    private final Responders responders;
    private final WorkshopModel model;
    private final RequestModel requests;
    private final BooksModel books;
    private final Loading loading;
    private final StringProperty lastFolder = new SimpleStringProperty(this, "lastFolder");
    private WorkshopView view;

    /**
     * How files and folders are picked.
     *
     * @param files certificates, keys and requests to read
     * @param folders to save into
     */
    public record Pickers(FilePicker files, FolderPicker folders) {}

    /** @param slots the file fields of the cards */
    public Workshop(Background background, FxUpdates updates, SettingsStore store, Slots slots, Pickers pickers) {
        this.background = background;
        this.pickers = pickers;
        store.bind(Setting.text("workshop.folder", System.getProperty("user.home")), lastFolder);
        responders = new Responders(background, updates);
        model = new WorkshopModel(background, responders);
        requests = new RequestModel(model, temporary);
        books = new BooksModel(model);
        loading = new Loading(model, temporary, slots);
    }

    /** The content of its window, built when it is first asked for. */
    public Parent root() {
        return view().root();
    }

    private WorkshopView view() {
        if (view == null) {
            view = new WorkshopView(
                    new WorkshopView.Models(model, requests, books, loading),
                    background,
                    pickers,
                    lastFolder,
                    dragFormat());
        }
        return view;
    }

    /** Gives the focus to where everything begins. */
    public void focus() {
        view().focus();
    }

    /** How many private keys are lost when the program ends now. */
    public int unsavedKeys() {
        return UnsavedKeys.count(model.shelf(), requests);
    }

    /** Asks in its window where to save what was never saved. */
    public void saveUnsaved() {
        view().saveAll();
    }

    /** Whether a file is gone when this is closed. */
    public boolean isTemporary(Path file) {
        return temporary.holds(file);
    }

    /** Under this a dragboard has a certificate of the workshop, beside its files. */
    public DataFormat dragFormat() {
        return Optional.ofNullable(DataFormat.lookupMimeType(FORMAT)).orElseGet(() -> new DataFormat(FORMAT));
    }

    /** Whether what is dragged is a certificate of the workshop. */
    public boolean isFromHere(Dragboard board) {
        return board.hasContent(dragFormat());
    }

    /** Whether it comes with its key, and can take the place of what a side shows. */
    public boolean isIdentity(Dragboard board) {
        return isFromHere(board)
                && dragged(board)
                        .filter(made -> !made.kind().isAuthority() && made.key().isPresent())
                        .isPresent();
    }

    /** Loads a dropped certificate into a side: with its key, or as one to trust if it is a CA. Whether there was one. */
    public boolean drop(Dragboard board, Side side) {
        Optional<Made> dragged = dragged(board);
        dragged.ifPresent(made -> {
            if (made.kind().isAuthority()) {
                loading.trust(made, side);
            } else {
                loading.load(made, side, true);
            }
        });
        return dragged.isPresent();
    }

    private Optional<Made> dragged(Dragboard board) {
        List<Made> all = model.shelf().all();
        Object id = board.getContent(dragFormat());
        return all.stream()
                .filter(made -> String.valueOf(System.identityHashCode(made)).equals(id))
                .findFirst();
    }

    /** Ends its responders and deletes its temporary files. */
    @Override
    public void close() {
        responders.close();
        books.close();
        temporary.close();
    }
}
