package org.mtlsplayground.ui.common;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.mtlsplayground.commands.PickedFile;
import org.mtlsplayground.commands.SideFiles;
import org.mtlsplayground.commands.Target;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.pki.LoadException;
import org.mtlsplayground.text.Messages;

/** What a card holds as a command for another program. For use on the FX thread. */
public final class CopyAs {
    /** Makes the command that a card held when it was asked. */
    @FunctionalInterface
    public interface Maker {
        /** Makes it. Blocks while files are looked at; any thread. */
        String make(Target target) throws LoadException;
    }

    private final Side side;
    private final List<FileSlot<?>> files;
    private final Supplier<Optional<Maker>> card;
    private final LatestWork work;
    private final ObjectProperty<Target> target = new SimpleObjectProperty<>(this, "target");
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper(this, "text", "");
    private final ReadOnlyObjectWrapper<Hint> hint = new ReadOnlyObjectWrapper<>(this, "hint", Hint.NONE);

    /**
     * @param files those of the card
     * @param card what it holds now; empty if something in it is wrong, which its fields say
     */
    public CopyAs(Background background, Side side, List<FileSlot<?>> files, Supplier<Optional<Maker>> card) {
        this.side = side;
        this.files = files;
        this.card = card;
        work = new LatestWork(background, "copy-as");
        target.addListener((property, before, now) -> refresh());
    }

    /** The programs that can be this side. */
    List<Target> targets() {
        return Target.of(side);
    }

    /** For which program; null before one was chosen. */
    ObjectProperty<Target> targetProperty() {
        return target;
    }

    /** The command; empty while there is none. */
    ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /** Why there is none. */
    ReadOnlyObjectProperty<Hint> hintProperty() {
        return hint.getReadOnlyProperty();
    }

    /** Makes the command anew, from what the card holds now. */
    void refresh() {
        Target now = target.get();
        if (now != null) {
            FileSlot.whenAllSettled(files, () -> make(now));
        }
    }

    private void make(Target now) {
        Maker maker = card.get().orElse(null);
        if (maker == null) {
            work.forget();
            show("", Hint.warn(Messages.get("copyAs.fields")));
        } else {
            work.run(
                    () -> maker.make(now),
                    made -> show(made, Hint.NONE),
                    problem -> show("", Hint.error(Messages.get("copyAs.failed"))));
        }
    }

    private void show(String made, Hint why) {
        text.set(made);
        hint.set(why);
    }

    /** The files that a card's settings come from. */
    public static SideFiles files(IdentityFiles identity, TrustFile trust, RevocationInputs revocation) {
        boolean trustsFile = trust.sourceProperty().get() == TrustFile.Source.FILE;
        return new SideFiles(
                picked(identity.chain()),
                picked(identity.key()),
                trustsFile ? trust.slot().file() : Optional.empty(),
                revocation.lists().file().stream().toList());
    }

    private static Optional<PickedFile> picked(FileSlot<?> slot) {
        return slot.file()
                .map(file -> new PickedFile(file, slot.choiceProperty().get()));
    }
}
