package org.mtlsplayground.outside;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * Programs that are not ours (openssl, curl, python3), for tests against the real world.
 *
 * <p>Where a program is missing, the test that needs it is skipped with that reason; where the environment variable
 * {@code CI} is set, it fails instead, so that nothing is left out unseen.
 */
public final class OutsideProgram {
    /** A thread each: in a pool, one full pipe could wait for the other. */
    private static final Executor THREADS = task -> {
        Thread thread = new Thread(task, "outside-program-output");
        thread.setDaemon(true);
        thread.start();
    };

    private OutsideProgram() {}

    /**
     * What a program left behind.
     *
     * @param exitCode 0 for success, by custom
     * @param stdout all it wrote there, read as UTF-8
     * @param stderr likewise
     */
    public record Result(int exitCode, String stdout, String stderr) {
        /** Both outputs, for an assertion's message. */
        public String all() {
            return "exit code " + exitCode + System.lineSeparator() + stdout + stderr;
        }
    }

    /** The program's file on the PATH, unless its whole path is given. Without it, this skips the test, or fails it where {@code CI} is set. */
    public static Path require(String name) {
        Optional<Path> found = find(name);
        if (found.isEmpty()) {
            missing("The program " + name + " is not on the PATH");
        }
        return found.get();
    }

    /** What a test needs is not there: skips it with that reason, or fails it where {@code CI} is set. */
    public static void missing(String reason) {
        if (System.getenv("CI") != null) {
            throw new AssertionError(reason + ", and in CI it must be otherwise");
        }
        Assumptions.abort(reason);
    }

    /**
     * Runs a program to its end, with nothing on its standard input.
     *
     * @param command the program's bare name, then its arguments
     * @param dir where it runs
     * @param limit after which it is killed and the test fails
     */
    public static Result run(List<String> command, Path dir, Duration limit) {
        return run(command, dir, limit, "");
    }

    /** As {@link #run(List, Path, Duration)}, with a text on the standard input, which is closed after it. */
    public static Result run(List<String> command, Path dir, Duration limit, String input) {
        Process process = start(command, dir);
        CompletableFuture<String> stdout =
                CompletableFuture.supplyAsync(() -> drain(process.getInputStream()), THREADS);
        CompletableFuture<String> stderr =
                CompletableFuture.supplyAsync(() -> drain(process.getErrorStream()), THREADS);
        try {
            writeInput(process, input);
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError(command + " was not done after " + limit);
            }
            return new Result(process.exitValue(), stdout.join(), stderr.join());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for " + command, e);
        } finally {
            process.destroyForcibly();
        }
    }

    /** Starts a program and leaves it running; whoever calls this ends it. Its three streams are pipes. */
    public static Process start(List<String> command, Path dir) {
        List<String> full = new ArrayList<>(command);
        full.set(0, require(command.get(0)).toString());
        try {
            return new ProcessBuilder(full).directory(dir.toFile()).start();
        } catch (IOException e) {
            throw new UncheckedIOException("Could not start " + full, e);
        }
    }

    private static Optional<Path> find(String name) {
        if (Path.of(name).isAbsolute()) {
            return Optional.of(Path.of(name)).filter(Files::isExecutable);
        }
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        for (String folder : path.split(File.pathSeparator, -1)) {
            for (String suffix : List.of("", ".exe")) {
                Path candidate = Path.of(folder, name + suffix);
                if (!folder.isEmpty() && Files.isRegularFile(candidate) && Files.isExecutable(candidate)) {
                    return Optional.of(candidate);
                }
            }
        }
        return Optional.empty();
    }

    private static void writeInput(Process process, String input) {
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // The program ended without reading it; its exit code and output tell why.
            return;
        }
    }

    private static String drain(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "(its output broke off: " + e.getMessage() + ")";
        }
    }
}
