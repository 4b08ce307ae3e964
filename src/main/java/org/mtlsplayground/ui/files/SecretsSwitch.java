package org.mtlsplayground.ui.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.FxUpdates;
import org.mtlsplayground.ui.common.Hint;
import org.mtlsplayground.ui.common.Notice;
import org.mtlsplayground.ui.common.Setting;
import org.mtlsplayground.ui.common.SettingsStore;
import org.mtlsplayground.ui.common.TypedPath;

/** Whether the secrets of all connections go to the file that {@code SSLKEYLOGFILE} names. For use on the FX thread. */
final class SecretsSwitch {
    /** The variable that browsers, curl and others heed too. */
    static final String VARIABLE = "SSLKEYLOGFILE";

    private final Path file;
    private final SecretsAppender appender;
    private final Desk desk;
    private final FxUpdates updates;
    private final BooleanProperty on = new SimpleBooleanProperty(this, "on");

    private SecretsSwitch(
            Path file, Traffic traffic, Desk desk, FxUpdates updates, Executor worker, SettingsStore store) {
        this.file = file;
        this.desk = desk;
        this.updates = updates;
        appender = new SecretsAppender(
                file, traffic.transcripts(), worker, problem -> updates.run(() -> tellFailed(problem)));
        traffic.connections().addListener(appender);
        store.bind(Setting.flag("files.append-secrets", true), on);
    }

    /**
     * The switch, if the variable names a file. Nothing is written before {@link #begin()}.
     *
     * @param worker runs one piece after another, off the FX thread
     */
    static Optional<SecretsSwitch> of(
            Map<String, String> environment,
            Traffic traffic,
            Desk desk,
            FxUpdates updates,
            Executor worker,
            SettingsStore store) {
        return TypedPath.parse(environment.getOrDefault(VARIABLE, ""))
                .map(file -> new SecretsSwitch(file, traffic, desk, updates, worker, store));
    }

    /** Says in the log what is done, and then begins to do it. To be called when the window shows it, too. */
    void begin() {
        announce();
        on.addListener((property, before, now) -> announce());
    }

    private void announce() {
        boolean now = on.get();
        desk.log(Messages.get(now ? "files.secrets.on" : "files.secrets.off", file));
        if (now) {
            // Behind the line of the log.
            updates.run(() -> appender.set(on.get()));
        } else {
            appender.set(false);
        }
    }

    /** The file. */
    Path file() {
        return file;
    }

    /** Whether it is on; remembered between starts. */
    BooleanProperty onProperty() {
        return on;
    }

    private void tellFailed(IOException problem) {
        String text = FileSentences.notWritten(file, problem);
        desk.log(text);
        desk.tell(new Notice(Hint.Kind.ERROR, Messages.get("files.secrets.failed"), text, List.of()));
    }
}
