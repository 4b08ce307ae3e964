package org.mtlsplayground.ui.workshop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.mtlsplayground.ca.NewCertificate;
import org.mtlsplayground.ca.NewFile;
import org.mtlsplayground.ca.SigningRequest;
import org.mtlsplayground.pki.LoadException;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Hint;
import org.mtlsplayground.ui.common.LoadSentences;

/** Requests: those that were made here, and the one that is being read. For use on the FX thread. */
final class RequestModel {
    private static final String PASTED = "pasted.csr";

    /**
     * A request with what was found by looking at it.
     *
     * @param verifies whether who asks has the private key
     */
    record Read(SigningRequest request, boolean verifies) {}

    private final WorkshopModel workshop;
    private final TemporaryFiles temporary;
    private final ObservableList<MadeRequest> made =
            FXCollections.observableArrayList(request -> new javafx.beans.Observable[] {request.savedProperty()});
    private final ObjectProperty<Read> shown = new SimpleObjectProperty<>(this, "shown");
    private final ObjectProperty<Hint> hint = new SimpleObjectProperty<>(this, "hint", Hint.NONE);

    RequestModel(WorkshopModel workshop, TemporaryFiles temporary) {
        this.workshop = workshop;
        this.temporary = temporary;
    }

    /** Those that were made here. */
    ObservableList<MadeRequest> made() {
        return made;
    }

    /** The one that is looked at; null for none. */
    ObjectProperty<Read> shownProperty() {
        return shown;
    }

    /** Why there is none. */
    ObjectProperty<Hint> hintProperty() {
        return hint;
    }

    /** Makes a request, with a fresh key unless there is one. */
    void make(NewCertificate wanted) {
        workshop.run(Messages.get("workshop.busy.request"), wanted::createRequest, result -> {
            MadeRequest request = new MadeRequest(result);
            made.add(request);
            shown.set(new Read(request.request(), true));
            hint.set(Hint.NONE);
            workshop.noteProperty().set(Hint.ok(Messages.get("workshop.request.made", request.name())));
        });
    }

    /** Looks at one that was made here. */
    void show(MadeRequest request) {
        hint.set(Hint.NONE);
        shown.set(new Read(request.request(), true));
    }

    /** Reads a request from a file. */
    void read(Path file) {
        read(() -> file, file.getFileName().toString());
    }

    /** Reads a request that was pasted. */
    void paste(String text) {
        if (!text.isBlank()) {
            read(() -> write(text), Messages.get("workshop.request.pasted"));
        }
    }

    private interface Source {
        Path file() throws IOException;
    }

    private Path write(String text) throws IOException {
        return temporary
                .write(List.of(new NewFile(PASTED, text.getBytes(StandardCharsets.UTF_8), false)))
                .get(0);
    }

    private void read(Source source, String name) {
        workshop.background().run("read-request", () -> read(source), this::found, failure -> {
            shown.set(null);
            hint.set(Hint.error(
                    failure instanceof LoadException load
                            ? LoadSentences.of(load.fault(), name)
                            : Messages.get("workshop.failed", String.valueOf(failure.getMessage()))));
        });
    }

    private static Read read(Source source) throws IOException, LoadException {
        SigningRequest request = SigningRequest.load(source.file());
        return new Read(request, request.signatureVerifies());
    }

    /** Looks at one that was read elsewhere. */
    void show(Read read) {
        found(read);
    }

    private void found(Read read) {
        hint.set(Hint.NONE);
        shown.set(read);
    }

    /** The one that is looked at, if it was made here. */
    Optional<MadeRequest> ownShown() {
        return Optional.ofNullable(shown.get())
                .flatMap(read -> made.stream()
                        .filter(own -> own.request().equals(read.request()))
                        .findFirst());
    }

    /** The pair of a request's key, if it was made here. */
    Optional<KeyPair> pairOf(SigningRequest request) {
        return made.stream()
                .filter(own -> own.request().publicKey().equals(request.publicKey()))
                .findFirst()
                .map(own -> new KeyPair(request.publicKey(), own.key()));
    }
}
