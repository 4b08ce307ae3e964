package org.mtlsplayground.ui.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.mtlsplayground.capture.Capture;
import org.mtlsplayground.capture.CaptureFile;
import org.mtlsplayground.capture.KeyLogFile;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.secrets.KeyLog;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.FxUpdates;
import org.mtlsplayground.ui.common.Hint;
import org.mtlsplayground.ui.common.Notice;

/** Connections out of files, and secrets for them. For use on the FX thread. */
final class Openings {
    private static final int NOTES_SHOWN = 2;

    private final Traffic traffic;
    private final Jobs jobs;
    private final Desk desk;
    private final FxUpdates updates;
    private final Runnable askForKeyLog;

    /** @param askForKeyLog lets the user pick a key log; run when nothing opens and the user wants to */
    Openings(Traffic traffic, Jobs jobs, Desk desk, FxUpdates updates, Runnable askForKeyLog) {
        this.traffic = traffic;
        this.jobs = jobs;
        this.desk = desk;
        this.updates = updates;
        this.askForKeyLog = askForKeyLog;
    }

    /** Reads files, whatever they are, in their order and in the background. */
    void open(List<Path> files) {
        for (Path file : files) {
            jobs.run(
                    Messages.get("files.job.open", FileSentences.name(file)),
                    progress -> Reading.read(file, progress),
                    found -> found.content()
                            .ifPresentOrElse(content -> show(file, content), () -> apply(file, found.keyLog())),
                    problem -> failed(file, problem));
        }
    }

    /** Reads a key log and tries it on the connections that were opened from files, in the background. */
    void openKeyLog(Path file) {
        jobs.run(
                Messages.get("files.job.open", FileSentences.name(file)),
                progress -> KeyLogFile.read(file),
                log -> apply(file, log),
                problem -> failed(file, problem));
    }

    private void failed(Path file, Exception problem) {
        tell(Hint.Kind.ERROR, "files.notOpened.title", FileSentences.notRead(file, problem), List.of());
    }

    private void show(Path file, CaptureFile.Content content) {
        String origin = FileSentences.name(file);
        List<Connection> added = content.connections().stream()
                .map(capture -> traffic.connections().addRecorded(capture, origin))
                .toList();
        // After the window has heard of them, which it does in the same way.
        updates.run(() -> traffic.select().accept(added.get(0)));
        jobs.run(
                Messages.get("files.job.decode", origin),
                progress -> Opened.first(traffic.transcripts(), content.connections(), progress),
                opened -> tellOpened(origin, content, opened),
                problem -> failed(file, problem));
    }

    private void tellOpened(String origin, CaptureFile.Content content, Opened opened) {
        List<String> sentences = new ArrayList<>();
        sentences.add(Messages.get(
                "files.opened", FileSentences.connections(content.connections().size()), origin));
        if (opened.none()) {
            sentences.add(Messages.get("files.opened.sealed"));
        }
        List<String> notes = FileSentences.notes(content.notes());
        desk.log(String.join(" ", sentences));
        notes.forEach(note -> desk.log(origin + ": " + note));
        sentences.addAll(notes.subList(0, Math.min(NOTES_SHOWN, notes.size())));
        if (notes.size() > NOTES_SHOWN) {
            sentences.add(Messages.get("files.opened.more", notes.size() - NOTES_SHOWN));
        }
        tell(
                opened.none() || !notes.isEmpty() ? Hint.Kind.WARN : Hint.Kind.OK,
                "files.opened.title",
                String.join(" ", sentences),
                opened.none()
                        ? List.of(new Notice.Action(Messages.get("files.opened.keyLog"), askForKeyLog))
                        : List.of());
    }

    private void apply(Path file, KeyLog log) {
        String name = FileSentences.name(file);
        List<Capture> recorded = traffic.connections().all().stream()
                .filter(connection -> connection.origin().isPresent())
                .map(Connection::capture)
                .toList();
        if (log.entries().isEmpty()) {
            tell(Hint.Kind.ERROR, "files.keyLog.title", Messages.get("files.keyLog.empty", name), List.of());
        } else if (recorded.isEmpty()) {
            tell(Hint.Kind.WARN, "files.keyLog.title", Messages.get("files.keyLog.nothing", name), List.of());
        } else {
            jobs.run(
                    Messages.get("files.job.decode", name),
                    progress -> {
                        for (Capture capture : recorded) {
                            capture.keys().keyLog(joined(capture.keys().keyLog(), log));
                            traffic.transcripts().forget(capture);
                        }
                        return Opened.count(traffic.transcripts(), recorded, progress);
                    },
                    opened -> {
                        traffic.readAgain().run();
                        tellApplied(name, log, opened);
                    },
                    problem -> failed(file, problem));
        }
    }

    private static KeyLog joined(KeyLog known, KeyLog added) {
        return known.entries().isEmpty()
                ? added
                : KeyLog.of(Stream.of(known, added)
                        .flatMap(log -> log.entries().stream())
                        .toList());
    }

    private void tellApplied(String name, KeyLog log, Opened opened) {
        String text = Messages.get(
                opened.none() ? "files.keyLog.fitsNone" : "files.keyLog.applied",
                name,
                FileSentences.secrets(log.entries().size()),
                opened.open(),
                opened.encrypted());
        desk.log(text);
        tell(opened.none() ? Hint.Kind.WARN : Hint.Kind.OK, "files.keyLog.title", text, List.of());
    }

    private void tell(Hint.Kind kind, String title, String text, List<Notice.Action> actions) {
        desk.tell(new Notice(kind, Messages.get(title), text, actions));
    }
}
