package org.mtlsplayground.ui.workshop;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.mtlsplayground.ca.NewCertificate;
import org.mtlsplayground.ca.WrongInputException;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Background;
import org.mtlsplayground.ui.common.Hint;

/** What lies in the workshop, what is selected, and what is being made. For use on the FX thread. */
final class WorkshopModel {
    private final Background background;
    private final Shelf shelf = new Shelf();
    private final Responders responders;
    private final ObjectProperty<Made> selected = new SimpleObjectProperty<>(this, "selected");
    private final ReadOnlyStringWrapper busy = new ReadOnlyStringWrapper(this, "busy", "");
    private final ObjectProperty<Hint> note = new SimpleObjectProperty<>(this, "note", Hint.NONE);
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private int work;

    WorkshopModel(Background background, Responders responders) {
        this.background = background;
        this.responders = responders;
    }

    Shelf shelf() {
        return shelf;
    }

    Responders responders() {
        return responders;
    }

    Background background() {
        return background;
    }

    /** The one that is looked at; null for none. */
    ObjectProperty<Made> selectedProperty() {
        return selected;
    }

    /** What is being worked at, in words; empty for nothing. */
    ReadOnlyStringProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** What came of the last thing that was done. */
    ObjectProperty<Hint> noteProperty() {
        return note;
    }

    /** The names that are in use. */
    Set<String> names() {
        return shelf.all().stream().map(Made::name).collect(Collectors.toSet());
    }

    /** The CA that a new one would most likely be issued by: the selected one or the one above it, or else the newest. */
    Optional<Made> likelyIssuer(Kind kind) {
        Made near = selected.get();
        while (near != null && !mayIssue(near, kind)) {
            near = near.issuer().orElse(null);
        }
        return Optional.ofNullable(near)
                .or(() -> shelf.authorities().stream()
                        .filter(ca -> mayIssue(ca, kind))
                        .findFirst());
    }

    /** Leaves are issued by the lowest CAs where there are some, CAs by those that may. What is broken issues nothing. */
    private boolean mayIssue(Made ca, Kind kind) {
        if (!ca.issues() || shelf.isForFault(ca)) {
            return false;
        }
        return kind.isAuthority()
                ? ca.told().pathLength().orElse(1) > 0
                : ca.kind() == Kind.INTERMEDIATE
                        || ca.equals(selected.get())
                        || shelf.authorities().stream()
                                .noneMatch(other -> other.kind() == Kind.INTERMEDIATE && !shelf.isForFault(other));
    }

    /** Makes one with good defaults, at once. */
    void quick(Kind kind) {
        NewCertificate wanted = Recipes.of(kind, names());
        Issuer issuer = kind == Kind.ROOT
                ? new Issuer.Itself()
                : likelyIssuer(kind).<Issuer>map(Issuer.Known::new).orElseGet(Issuer.NewChain::new);
        responders.addAddresses(wanted, issuer);
        make(new Order(kind, wanted, false, issuer, Optional.empty()));
    }

    /** Makes root, intermediate, server and client, all new. */
    void completeSet() {
        Set<String> taken = names();
        NewCertificate root = Recipes.of(Kind.ROOT, taken);
        NewCertificate between = Recipes.of(Kind.INTERMEDIATE, taken);
        NewCertificate server = Recipes.of(Kind.SERVER, taken);
        NewCertificate client = Recipes.of(Kind.CLIENT, taken);
        run(Messages.get("workshop.busy.set"), () -> CompleteSet.make(root, between, server, client), set -> {
            shelf.add(Kind.SERVER, set.server());
            selected.set(shelf.add(Kind.CLIENT, set.client()));
            note.set(Hint.ok(Messages.get("workshop.made.set")));
        });
    }

    /** Makes what is ordered. */
    void make(Order order) {
        run(Messages.get("workshop.busy.make"), order::make, product -> {
            Made made = shelf.add(order.kind(), product);
            selected.set(made);
            note.set(
                    made.fault().isPresent()
                            ? Hint.warn(Messages.get(
                                    "workshop.made.broken",
                                    made.name(),
                                    FaultWords.title(made.fault().get())))
                            : Hint.ok(Messages.get(
                                    "workshop.made", made.name(), order.issuer().words())));
        });
    }

    /** Does something in the background, one thing after the other. */
    <T> void run(String words, Callable<T> job, Consumer<T> done) {
        if (!busy.get().isEmpty()) {
            waiting.add(() -> run(words, job, done));
            return;
        }
        int mine = ++work;
        busy.set(words);
        note.set(Hint.NONE);
        background.run(
                "workshop",
                job,
                result -> finish(mine, () -> done.accept(result)),
                failure -> finish(mine, () -> note.set(Hint.error(sentence(failure)))));
    }

    private void finish(int mine, Runnable then) {
        if (mine == work) {
            busy.set("");
            then.run();
            Optional.ofNullable(waiting.poll()).ifPresent(Runnable::run);
        }
    }

    /** Forgets what is being made. A key in the making can't be stopped, but nobody waits for it any more. */
    void cancel() {
        if (!busy.get().isEmpty()) {
            work++;
            waiting.clear();
            busy.set("");
            note.set(Hint.info(Messages.get("workshop.cancelled")));
        }
    }

    private static String sentence(Throwable failure) {
        if (failure instanceof WrongInputException wrong) {
            return WrongWords.sentence(wrong.problems().get(0));
        }
        return Messages.get("workshop.failed", String.valueOf(failure.getMessage()));
    }

    /** Puts something on the shelf that was made elsewhere, its key in a file, and looks at it; once, if it lies there. */
    Made bringIn(Product product) {
        Optional<Made> there = shelf.find(product.chain().get(0))
                .filter(same -> same.key().isPresent() || product.key().isEmpty());
        if (there.isPresent()) {
            selected.set(there.get());
            return there.get();
        }
        Made made = shelf.add(Kind.of(product.chain().get(0)), product);
        made.savedProperty().set(true);
        selected.set(made);
        return made;
    }

    /** Takes one away, with all that they issued. */
    void remove(Made made) {
        List<Made> issued = shelf.issuedBy(made);
        issued.forEach(this::remove);
        responders.stop(made);
        shelf.remove(made);
        if (made.equals(selected.get())) {
            selected.set(made.issuer().orElse(null));
        }
    }
}
