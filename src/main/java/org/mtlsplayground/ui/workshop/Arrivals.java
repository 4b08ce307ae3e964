package org.mtlsplayground.ui.workshop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.mtlsplayground.pki.EntryChoice;
import org.mtlsplayground.pki.LoadException;
import org.mtlsplayground.pki.LoadProblem;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Hint;
import org.mtlsplayground.ui.common.LoadSentences;

/**
 * Files that are brought into the workshop together, one after the other; what they are is known by their content. A key
 * finds its certificate among them. For use on the FX thread.
 */
final class Arrivals {
    private final WorkshopModel model;
    private final Questions questions;
    private final Hosts hosts;
    private final Deque<Path> waiting;
    private final List<Arrival.Certificate> certificates = new ArrayList<>();
    private final List<PrivateKey> keys = new ArrayList<>();
    /** The first failure is the one that is told. */
    private Hint trouble = Hint.NONE;

    /**
     * What to do with what was brought in.
     *
     * @param certificate the last of them that was put on the shelf
     * @param request one that is to be looked at
     * @param folder one in which a CA may be kept
     */
    record Hosts(Consumer<Made> certificate, Consumer<RequestModel.Read> request, Consumer<Path> folder) {}

    private Arrivals(WorkshopModel model, Questions questions, Hosts hosts, List<Path> files) {
        this.model = model;
        this.questions = questions;
        this.hosts = hosts;
        waiting = new ArrayDeque<>(files);
    }

    static void open(WorkshopModel model, Questions questions, Hosts hosts, List<Path> files) {
        new Arrivals(model, questions, hosts, files).next();
    }

    private void next() {
        Path file = waiting.poll();
        if (file == null) {
            match();
        } else if (Files.isDirectory(file)) {
            hosts.folder().accept(file);
            next();
        } else {
            read(file, null, EntryChoice.first());
        }
    }

    private void read(Path file, char[] password, EntryChoice choice) {
        model.background()
                .run(
                        "bring-in",
                        () -> Arrival.of(file, password, choice),
                        arrival -> arrived(file, password, arrival),
                        failure -> failed(file, password, choice, failure));
    }

    private void arrived(Path file, char[] password, Arrival arrival) {
        if (arrival instanceof Arrival.Several several) {
            questions.entry(
                    nameOf(file),
                    several.options(),
                    option -> read(file, password, EntryChoice.of(option, several.options())),
                    () -> {
                        wipe(password);
                        next();
                    });
            return;
        }
        wipe(password);
        if (arrival instanceof Arrival.Request request) {
            hosts.request().accept(request.read());
        } else if (arrival instanceof Arrival.Certificate certificate) {
            certificates.add(certificate);
        } else if (arrival instanceof Arrival.Key alone) {
            keys.add(alone.key());
        }
        next();
    }

    private void failed(Path file, char[] password, EntryChoice choice, Throwable failure) {
        wipe(password);
        if (failure instanceof LoadException load && isClosed(load)) {
            questions.password(nameOf(file), typed -> read(file, typed, choice), this::next);
            return;
        }
        note(
                failure instanceof LoadException load
                        ? LoadSentences.of(load.fault(), nameOf(file))
                        : Messages.get("workshop.failed", String.valueOf(failure.getMessage())));
        next();
    }

    private static boolean isClosed(LoadException load) {
        return load.problem() == LoadProblem.PASSWORD_NEEDED;
    }

    private void note(String sentence) {
        trouble = trouble.isError() ? trouble : Hint.error(sentence);
    }

    private static void wipe(char[] password) {
        if (password != null) {
            Arrays.fill(password, '\0');
        }
    }

    private static String nameOf(Path file) {
        return String.valueOf(file.getFileName());
    }

    /** Keys find their certificates: some signing and verifying. */
    private void match() {
        if (certificates.isEmpty() && !keys.isEmpty()) {
            note(Messages.get("workshop.arrived.key"));
        }
        model.background()
                .run(
                        "match-keys",
                        () -> certificates.stream().map(one -> one.with(keys)).toList(),
                        this::put,
                        failure -> {});
    }

    private void put(List<Arrival.Certificate> found) {
        Made last = null;
        for (Arrival.Certificate one : found) {
            last = model.bringIn(one.product());
        }
        if (last != null) {
            model.noteProperty()
                    .set(Hint.ok(
                            found.size() == 1
                                    ? Messages.get("workshop.arrived", last.name())
                                    : Messages.get("workshop.arrived.several", found.size())));
            hosts.certificate().accept(last);
        }
        if (trouble.isError()) {
            model.noteProperty().set(trouble);
        }
    }
}
