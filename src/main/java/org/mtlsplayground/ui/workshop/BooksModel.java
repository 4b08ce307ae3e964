package org.mtlsplayground.ui.workshop;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.mtlsplayground.ca.revocation.Authority;
import org.mtlsplayground.ca.revocation.AuthorityFolder;
import org.mtlsplayground.ca.revocation.Issued;
import org.mtlsplayground.ca.revocation.OcspResponder;
import org.mtlsplayground.ca.revocation.Revocation;
import org.mtlsplayground.pki.LoadException;
import org.mtlsplayground.pki.LoadProblem;
import org.mtlsplayground.pki.status.RevocationReason;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Hint;
import org.mtlsplayground.ui.common.LoadSentences;

/** The books of the CA that is selected, or that issued what is selected. For use on the FX thread. */
final class BooksModel implements AutoCloseable {
    private final WorkshopModel workshop;
    private final ReadOnlyObjectWrapper<Made> authority = new ReadOnlyObjectWrapper<>(this, "authority");
    private final ObservableList<Issued> issued = FXCollections.observableArrayList();
    private final ObjectProperty<Hint> hint = new SimpleObjectProperty<>(this, "hint", Hint.NONE);
    private final Map<Made, Path> folders = new HashMap<>();
    private final ReadOnlyObjectWrapper<Path> folder = new ReadOnlyObjectWrapper<>(this, "folder");

    BooksModel(WorkshopModel workshop) {
        this.workshop = workshop;
        workshop.selectedProperty().addListener((property, before, now) -> follow(now));
        workshop.shelf().all().addListener((ListChangeListener<Made>) change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(made -> made.issuer().ifPresent(this::keepBooks));
            }
            refresh();
        });
    }

    private void follow(Made selected) {
        Made now = selected == null || selected.issues()
                ? selected
                : selected.issuer().filter(Made::issues).orElse(null);
        if (now != authority.get()) {
            hint.set(Hint.NONE);
        }
        authority.set(now);
        refresh();
    }

    /** Whose books are shown; null for nobody’s. */
    ReadOnlyObjectProperty<Made> authorityProperty() {
        return authority.getReadOnlyProperty();
    }

    /** What that CA issued, the oldest first. */
    ObservableList<Issued> issued() {
        return issued;
    }

    /** What came of the last thing that was done here. */
    ObjectProperty<Hint> hintProperty() {
        return hint;
    }

    /** Where that CA is kept; null for nowhere. */
    ReadOnlyObjectProperty<Path> folderProperty() {
        return folder.getReadOnlyProperty();
    }

    private Optional<Authority> books() {
        return Optional.ofNullable(authority.get()).flatMap(Made::authority);
    }

    private void refresh() {
        issued.setAll(books().map(Authority::issued).orElse(java.util.List.of()));
        folder.set(folders.get(authority.get()));
    }

    /** Whether a certificate can be revoked still. */
    static boolean isRevocable(Issued one) {
        return one.revocation().map(Revocation::isHold).orElse(true);
    }

    /** Revokes one in a CA’s books. */
    void revoke(Made ca, BigInteger serial, RevocationReason reason) {
        ca.authority().ifPresent(its -> {
            its.revoke(serial, Revocation.now(reason));
            say(its, serial, "workshop.revoked");
            keepBooks(ca);
        });
        refresh();
    }

    private void say(Authority its, BigInteger serial, String key) {
        its.find(serial).ifPresent(entry -> workshop.noteProperty().set(Hint.ok(Messages.get(key, Facts.name(entry)))));
    }

    /** Takes a hold back. */
    void release(BigInteger serial) {
        books().ifPresent(authorityBooks -> {
            authorityBooks.release(serial);
            say(authorityBooks, serial, "workshop.released");
            keepBooks(authority.get());
        });
        refresh();
    }

    /** What the books say of a certificate that its CA issued here. */
    static Optional<Issued> entry(Made made) {
        return made.issuer()
                .flatMap(Made::authority)
                .flatMap(books -> books.find(made.told().serial()));
    }

    /** A new CRL of what is revoked now. */
    Optional<X509CRL> newCrl() {
        Optional<X509CRL> crl = books().map(authorityBooks ->
                authorityBooks.newCrl(Instant.now(), Instant.now().plus(Authority.USUAL_PERIOD)));
        crl.ifPresent(made -> keepBooks(authority.get()));
        return crl;
    }

    /** Switches the CA’s responder on or off. */
    void switchResponder(boolean on) {
        Made ca = authority.get();
        if (ca == null) {
            return;
        }
        if (on) {
            workshop.responders()
                    .start(
                            ca,
                            failure -> hint.set(Hint.error(
                                    Messages.get("workshop.ocsp.failed", String.valueOf(failure.getMessage())))));
        } else {
            workshop.responders().stop(ca);
        }
    }

    /** Lets the running responder answer in another way. */
    void behave(OcspResponder.Behaviour behaviour) {
        Optional.ofNullable(authority.get())
                .map(ca -> workshop.responders().of(ca).runningProperty().get())
                .ifPresent(responder -> responder.behave(behaviour));
    }

    /**
     * Keeps the CA in a folder from now on: whatever changes in its books is written there.
     *
     * @param password to encrypt its key with, cleared when it was used; empty leaves the key readable
     */
    void keep(Path where, char[] password) {
        Made ca = authority.get();
        if (ca == null) {
            return;
        }
        Authority its = ca.authority().orElseThrow();
        workshop.background()
                .run(
                        "keep-authority",
                        () -> {
                            try {
                                return save(its, where, password.length == 0 ? null : password);
                            } finally {
                                Arrays.fill(password, '\0');
                            }
                        },
                        done -> {
                            folders.put(ca, where);
                            ca.savedProperty().set(true);
                            refresh();
                            hint.set(Hint.ok(Messages.get("workshop.kept.now", ca.name(), where)));
                        },
                        failure -> hint.set(Hint.error(
                                failure instanceof FileAlreadyExistsException there
                                        ? Messages.get("workshop.kept.there", there.getMessage())
                                        : Messages.get("workshop.failed", String.valueOf(failure.getMessage())))));
    }

    /** One at a time, so that what is written last is what is true last. */
    private Path save(Authority its, Path where, char[] password) throws IOException {
        synchronized (folders) {
            AuthorityFolder.save(its, where, password);
            return where;
        }
    }

    /** Only where the CA still is: else its key would be written anew, and without its password. */
    private Path update(Authority its, Path where) throws IOException {
        if (!Files.exists(where.resolve("ca.crt"))) {
            throw new NoSuchFileException(where.toString());
        }
        return save(its, where, null);
    }

    private void keepBooks(Made ca) {
        Path where = folders.get(ca);
        Authority its = ca.authority().orElse(null);
        if (where != null && its != null) {
            workshop.background()
                    .run(
                            "keep-books",
                            () -> update(its, where),
                            done -> {},
                            failure -> hint.set(Hint.error(Messages.get(
                                    "workshop.kept.failed", where, String.valueOf(failure.getMessage())))));
        }
    }

    /** Writes all kept books once more: the program ends, and what is written in the background may not be done. Blocks. */
    @Override
    public void close() {
        folders.forEach((ca, where) -> {
            try {
                update(ca.authority().orElseThrow(), where);
            } catch (IOException e) {
                System.getLogger(BooksModel.class.getName())
                        .log(System.Logger.Level.WARNING, "The books could not be written to " + where, e);
            }
        });
    }

    /**
     * Brings a CA in that is kept in a folder.
     *
     * @param password of its key, cleared when it was used; empty for none
     * @param askPassword run if there must be another one
     */
    void open(Path where, char[] password, Runnable askPassword) {
        workshop.background()
                .run(
                        "open-authority",
                        () -> {
                            try {
                                return AuthorityFolder.load(where, password.length == 0 ? null : password);
                            } finally {
                                Arrays.fill(password, '\0');
                            }
                        },
                        loaded -> opened(loaded, where),
                        failure -> failed(failure, where, askPassword));
    }

    private void opened(Authority loaded, Path where) {
        Made ca = workshop.shelf().addKept(loaded);
        folders.put(ca, where);
        workshop.selectedProperty().set(ca);
        refresh();
        workshop.noteProperty().set(Hint.ok(Messages.get("workshop.kept.opened", ca.name(), where)));
    }

    private void failed(Throwable failure, Path where, Runnable askPassword) {
        if (failure instanceof LoadException load && load.problem() == LoadProblem.PASSWORD_NEEDED) {
            askPassword.run();
            return;
        }
        String sentence = failure instanceof LoadException load
                ? LoadSentences.of(
                        load.fault(), Path.of(load.file()).getFileName().toString())
                : Messages.get("workshop.failed", String.valueOf(failure.getMessage()));
        workshop.noteProperty().set(Hint.error(Messages.get("workshop.kept.notOpened", where, sentence)));
    }
}
