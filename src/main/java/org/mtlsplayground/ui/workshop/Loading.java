package org.mtlsplayground.ui.workshop;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.mtlsplayground.ca.SaveFormat;
import org.mtlsplayground.ca.Saveable;
import org.mtlsplayground.ca.SavedFiles;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Hint;

/**
 * Puts what was made into the cards. What was saved as open PEM is taken from there; all else from temporary files, which
 * are gone when the program ends. For use on the FX thread.
 */
final class Loading {
    private final WorkshopModel model;
    private final TemporaryFiles temporary;
    private final Slots slots;
    private final Map<Made, PemFiles> files = new HashMap<>();

    Loading(WorkshopModel model, TemporaryFiles temporary, Slots slots) {
        this.model = model;
        this.temporary = temporary;
        this.slots = slots;
    }

    /** Remembers where it was saved as open PEM with its key. */
    void saved(Made made, List<Path> written) {
        PemFiles.of(written).ifPresent(set -> files.put(made, set));
    }

    /**
     * Puts a certificate and its key into a side's fields.
     *
     * @param trust whether the other side shall trust its CA from now on
     */
    void load(Made made, Side side, boolean trust) {
        whenWritten(made, set -> {
            set.key().ifPresent(key -> slots.load(side, set.chain(), key));
            if (trust) {
                set.trusted().ifPresent(trusted -> slots.trust(side.other(), trusted));
            }
            model.noteProperty().set(Hint.ok(sentence("workshop.loaded." + side, made, set)));
        });
    }

    /** Lets a side trust a CA. */
    void trust(Made ca, Side side) {
        whenWritten(ca, set -> {
            slots.trust(side, set.chain());
            model.noteProperty().set(Hint.ok(sentence("workshop.trusted." + side, ca, set)));
        });
    }

    private String sentence(String key, Made made, PemFiles set) {
        String where = temporary.holds(set.chain())
                ? Messages.get("workshop.from.temporary")
                : Messages.get("workshop.from.saved", set.chain().getParent());
        return Messages.get("workshop.loaded", Messages.get(key, made.name()), where);
    }

    private void whenWritten(Made made, Consumer<PemFiles> then) {
        Optional<PemFiles> before = Optional.ofNullable(files.get(made));
        model.background()
                .run(
                        "write-temporary",
                        () -> write(made, before),
                        set -> {
                            files.put(made, set);
                            then.accept(set);
                        },
                        this::failed);
    }

    private void failed(Throwable failure) {
        model.noteProperty().set(Hint.error(Messages.get("workshop.failed", String.valueOf(failure.getMessage()))));
    }

    /** The files to be dragged elsewhere; written at once, since a drag can't wait. */
    List<Path> filesNow(Made made) {
        try {
            PemFiles set = write(made, Optional.ofNullable(files.get(made)));
            files.put(made, set);
            return set.all();
        } catch (IOException e) {
            failed(e);
            return List.of();
        }
    }

    private PemFiles write(Made made, Optional<PemFiles> before) throws IOException {
        if (before.filter(PemFiles::exist).isPresent()) {
            return before.get();
        }
        // The key of a CA has no place in a card.
        Saveable what = made.kind().isAuthority()
                ? Saveable.of(List.of(made.certificate()))
                : new Saveable(made.chain(), made.key(), made.trusted());
        List<Path> written = temporary.write(SavedFiles.of(what, SaveFormat.PEM_SET, FileNames.of(made.name()), null));
        return PemFiles.of(written).orElseThrow();
    }
}
