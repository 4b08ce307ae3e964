package org.mtlsplayground.ui.common;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.beans.property.Property;
import org.mtlsplayground.text.Messages;

/**
 * What the program remembers between starts. Never a password.
 *
 * <p>Changes are written in the background, soon after they are made, and by {@link #close()}. A file that can't be
 * understood is set aside under another name and the usual values hold; see {@link #reportTo}. Thread-safe.
 */
public final class SettingsStore implements AutoCloseable {
    private static final long DELAY_MILLIS = 500;

    private final SettingsFile file;
    private final List<String> reports = new ArrayList<>();
    private Consumer<String> reporter = reports::add;
    private final ScheduledExecutorService writer;
    private final Map<String, String> values;
    private boolean usable = true;
    private boolean copied;
    private boolean writing;
    private boolean closed;

    /** Reads what is remembered in a folder, which need not exist. */
    public SettingsStore(Path folder) {
        file = new SettingsFile(folder);
        values = read();
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "settings");
            thread.setDaemon(true);
            return thread;
        });
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        writer = executor;
    }

    private Map<String, String> read() {
        try {
            return file.read();
        } catch (IOException e) {
            setAside(false, "");
            return new TreeMap<>();
        }
    }

    private void setAside(boolean keep, String key) {
        try {
            Path aside = file.setAside(keep);
            reporter.accept(
                    keep
                            ? Messages.get("settings.report.value", key, aside)
                            : Messages.get("settings.report.damaged", aside));
        } catch (IOException e) {
            // What can't be moved away must not be overwritten.
            usable = false;
            reporter.accept(Messages.get("settings.report.unreadable"));
        }
    }

    /** Hands on what went wrong so far and what will, each a sentence for the user, on the thread where it happens. */
    public synchronized void reportTo(Consumer<String> itsReporter) {
        reporter = itsReporter;
        reports.forEach(reporter);
        reports.clear();
    }

    /** The remembered value, or the setting's fallback. */
    public synchronized <T> T get(Setting<T> setting) {
        String text = values.get(setting.key());
        if (text == null) {
            return setting.fallback();
        }
        Optional<T> value = setting.read().apply(text);
        if (value.isEmpty()) {
            values.remove(setting.key());
            if (!copied) {
                copied = true;
                setAside(true, setting.key());
            }
        }
        return value.orElse(setting.fallback());
    }

    /**
     * Remembers a value. The setting's fallback itself is not written down, so that it may change with the program; a
     * value that would not be read again is passed over.
     */
    public synchronized <T> void put(Setting<T> setting, T value) {
        String text = setting.write().apply(value);
        if (setting.read().apply(text).isEmpty()) {
            return;
        }
        boolean usual = text.equals(setting.write().apply(setting.fallback()));
        String before = usual ? values.remove(setting.key()) : values.put(setting.key(), text);
        if (!text.equals(before) && !(usual && before == null)) {
            writeSoon();
        }
    }

    /** Gives a property the remembered value, and remembers each change of it. */
    public <T> void bind(Setting<T> setting, Property<T> property) {
        property.setValue(get(setting));
        property.addListener((observed, before, now) -> put(setting, now));
    }

    private void writeSoon() {
        if (usable && !writing && !closed) {
            writing = true;
            var unused = writer.schedule(this::write, DELAY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void write() {
        Map<String, String> copy;
        synchronized (this) {
            writing = false;
            copy = new TreeMap<>(values);
        }
        try {
            file.write(copy);
        } catch (IOException e) {
            synchronized (this) {
                usable = false;
                reporter.accept(Messages.get("settings.report.unwritable"));
            }
        }
    }

    /** Writes what is not written yet, and ends. Blocks for as long as that takes. */
    @Override
    public void close() {
        boolean left;
        synchronized (this) {
            left = writing && !closed;
            closed = true;
        }
        writer.shutdown();
        if (left) {
            write();
        }
    }
}
