package org.mtlsplayground.ui.files;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Clip;
import org.mtlsplayground.ui.common.Hint;
import org.mtlsplayground.ui.common.Notice;
import org.mtlsplayground.ui.common.Setting;
import org.mtlsplayground.ui.common.SettingsStore;

/** Writing connections into files. For use on the FX thread. */
final class Exports {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmm", Locale.ROOT).withZone(ZoneId.systemDefault());

    private final Traffic traffic;
    private final Export export;
    private final Jobs jobs;
    private final Desk desk;
    private final BooleanProperty told = new SimpleBooleanProperty(this, "told");

    Exports(Traffic traffic, Jobs jobs, Desk desk, SettingsStore store) {
        this.traffic = traffic;
        this.jobs = jobs;
        this.desk = desk;
        export = new Export(traffic.transcripts());
        store.bind(Setting.flag("files.told-what-exports-reveal", false), told);
    }

    /** Whether the user has been told what such files reveal; remembered for good. */
    BooleanProperty toldProperty() {
        return told;
    }

    /** Whether there is anything to export. */
    boolean any(What what) {
        return !connections(what).isEmpty();
    }

    private List<Connection> connections(What what) {
        if (what.all()) {
            return traffic.connections().all();
        }
        Connection selected = traffic.selected().getValue();
        return selected == null ? List.of() : List.of(selected);
    }

    /** What a file is called if the user does not say otherwise. */
    String suggestedName(What what) {
        List<Connection> connections = connections(what);
        String time =
                TIME.format(what.all() ? Instant.now() : connections.get(0).startedAt());
        String name = what.all()
                ? Messages.get("files.name.all", time)
                : Messages.get("files.name.one", time, connections.get(0).number());
        return name + what.format().suffix();
    }

    /** Writes in the background. If the file is there now, the user has agreed that it is replaced. */
    void write(What what, Path file) {
        List<Connection> connections = connections(what);
        boolean replace = Files.exists(file);
        jobs.run(
                Messages.get("files.job.save", FileSentences.name(file)),
                progress -> export.write(connections, what.format(), file, replace, progress),
                this::tell,
                problem -> desk.tell(new Notice(
                        Hint.Kind.ERROR,
                        Messages.get("files.failed.title"),
                        FileSentences.notWritten(file, problem),
                        List.of())));
    }

    private void tell(Export.Saved saved) {
        StringBuilder text = new StringBuilder(Messages.get(
                "files.saved",
                FileSentences.connections(saved.connections()),
                ByteCount.text(saved.size()),
                FileSentences.name(saved.file())));
        if (saved.withoutSecrets() > 0) {
            text.append(' ').append(Messages.get("files.saved.withoutSecrets", saved.withoutSecrets()));
        }
        if (saved.cutOff() > 0) {
            text.append(' ').append(Messages.get("files.saved.cutOff", saved.cutOff()));
        }
        Path folder = saved.file().toAbsolutePath().getParent();
        desk.log(text.toString());
        desk.tell(new Notice(
                saved.withoutSecrets() + saved.cutOff() > 0 ? Hint.Kind.WARN : Hint.Kind.OK,
                Messages.get("files.saved.title"),
                text.toString(),
                List.of(
                        new Notice.Action(Messages.get("files.showFolder"), () -> desk.show(folder)),
                        new Notice.Action(
                                Messages.get("files.copyPath"),
                                () -> Clip.put(saved.file().toAbsolutePath().toString())))));
    }
}
