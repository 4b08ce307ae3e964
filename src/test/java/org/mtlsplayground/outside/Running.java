package org.mtlsplayground.outside;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An outside program while it runs: what it has written so far, and a way to type. Closing it ends it. */
final class Running implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Process process;
    private final StringBuilder stdout = new StringBuilder();
    private final StringBuilder stderr = new StringBuilder();
    private int openStreams = 2;

    private Running(Process process) {
        this.process = process;
    }

    /** Starts a program in the project's folder. */
    static Running start(List<String> command) {
        Running running = new Running(OutsideProgram.start(command, Path.of(".")));
        running.collect(running.process.getInputStream(), running.stdout);
        running.collect(running.process.getErrorStream(), running.stderr);
        return running;
    }

    private void collect(InputStream stream, StringBuilder written) {
        Thread reader = new Thread(() -> read(stream, written), "output of an outside program");
        reader.setDaemon(true);
        reader.start();
    }

    private void read(InputStream stream, StringBuilder written) {
        try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            char[] buffer = new char[4096];
            for (int count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
                append(written, buffer, count);
            }
        } catch (IOException e) {
            // Closed under the reader: the program has been ended.
            return;
        } finally {
            streamEnded();
        }
    }

    private synchronized void append(StringBuilder written, char[] buffer, int count) {
        written.append(buffer, 0, count);
        notifyAll();
    }

    private synchronized void streamEnded() {
        openStreams--;
        notifyAll();
    }

    /** All that it has written, on its standard output, then on the other. */
    synchronized String output() {
        return stdout + "\n" + stderr;
    }

    /** Waits until it has written something like this, and returns the match. */
    synchronized Matcher await(String regex) {
        Pattern pattern = Pattern.compile(regex);
        waitUntil(() -> openStreams == 0 || pattern.matcher(output()).find());
        Matcher matcher = pattern.matcher(output());
        if (!matcher.find()) {
            throw new AssertionError("It never wrote " + regex + ", but:\n" + output());
        }
        return matcher;
    }

    /** Waits until it has ended, and returns all that it wrote. */
    synchronized String awaitEnd() {
        waitUntil(() -> openStreams == 0);
        return output();
    }

    /** How it ended; waits for it. */
    int exitCode() {
        try {
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("It does not end; it wrote:\n" + output());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    /** Presses Ctrl+C, so to say. */
    void interrupt() {
        OutsideProgram.run(List.of("kill", "-INT", String.valueOf(process.pid())), Path.of("."), LIMIT);
    }

    private synchronized void waitUntil(BooleanSupplier done) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!done.getAsBoolean()) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError("Waited for " + LIMIT + " in vain; it wrote:\n" + output());
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("Interrupted", e);
            }
        }
    }

    /** Types a text, as a person would. */
    void type(String text) {
        try {
            OutputStream keyboard = process.getOutputStream();
            keyboard.write(text.getBytes(StandardCharsets.UTF_8));
            keyboard.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("It does not listen any more; it wrote:\n" + output(), e);
        }
    }

    /** Asks it to end, waits until it has, and returns all that it wrote. */
    String end() {
        process.destroy();
        return awaitEnd();
    }

    /** Whether that comes true within so many milliseconds. */
    synchronized boolean shows(BooleanSupplier done, long millis) {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (!done.getAsBoolean()) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("Interrupted", e);
            }
        }
        return true;
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
