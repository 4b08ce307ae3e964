package org.mtlsplayground.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.mtlsplayground.outside.OutsideProgram;

/** A folder of files that outside programs made, once for all tests of a JVM, and gone with it. */
public final class Zoo {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** One that waits more than it works is of use even where there are two processors. */
    private static final int AT_ONCE = 3;

    private final Path folder;
    private final List<Recipe> samples;

    private Zoo(Path folder, List<Recipe> samples) {
        this.folder = folder;
        this.samples = List.copyOf(samples);
    }

    /** What the openssl command line makes; without it the test is skipped. */
    public static Zoo openssl() {
        OutsideProgram.require("openssl");
        return Openssl.ZOO;
    }

    private static final class Openssl {
        static final Zoo ZOO = make("openssl.zoo", "openssl");
    }

    private static Zoo make(String resource, String program) {
        try {
            Path folder = Files.createTempDirectory("mtls-playground-zoo");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder), "zoo-delete"));
            Files.copy(Zoo.class.getResourceAsStream("chain.cnf"), folder.resolve("chain.cnf"));
            Files.writeString(folder.resolve("umlaut.txt"), "pässwörd €\n");
            Files.writeString(
                    folder.resolve("index.txt"),
                    "R\t401231235959Z\t251001000000Z,keyCompromise\t4D\tunknown\t/CN=gone\n");
            List<Recipe> samples = new ArrayList<>();
            ExecutorService processes = Executors.newFixedThreadPool(AT_ONCE);
            try {
                for (List<Recipe> stage : Recipe.read(resource)) {
                    List<Future<?>> running = new ArrayList<>();
                    stage.forEach(recipe -> running.add(processes.submit(() -> run(program, recipe, folder))));
                    for (Future<?> one : running) {
                        one.get();
                    }
                    stage.stream().filter(Recipe::isSample).forEach(samples::add);
                }
            } finally {
                processes.shutdownNow();
            }
            return new Zoo(folder, samples);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new CompletionException(e.getCause());
        }
    }

    private static void run(String program, Recipe recipe, Path folder) {
        if (recipe.command().get(0).equals("cat")) {
            join(recipe, folder);
            return;
        }
        List<String> command = new ArrayList<>(List.of(program));
        recipe.command().forEach(argument -> command.add(argument.replace("{out}", recipe.name())));
        if (!recipe.command().contains("{out}")) {
            command.addAll(2, List.of("-out", recipe.name()));
        }
        OutsideProgram.Result result = OutsideProgram.run(command, folder, LIMIT);
        assertEquals(0, result.exitCode(), () -> recipe + ": " + result.all());
    }

    private static void join(Recipe recipe, Path folder) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        try {
            for (String part : recipe.command().subList(1, recipe.command().size())) {
                joined.write(Files.readAllBytes(folder.resolve(part)));
            }
            Files.write(folder.resolve(recipe.name()), joined.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            // A folder for what is temporary: the system clears it.
            return;
        }
    }

    /** The names of those files that lie open, or that the password "secret" opens. */
    public List<String> names() {
        return samples.stream()
                .filter(sample -> sample.password().orElse("secret").equals("secret"))
                .filter(sample -> !sample.name().startsWith("empty"))
                .map(Recipe::name)
                .toList();
    }

    /** All that is to be loaded, in the order of the list. */
    List<Recipe> samples() {
        return samples;
    }

    /** Where it lies. */
    Path file(Recipe sample) {
        return folder.resolve(sample.name());
    }

    /** Where all of them lie. */
    public Path folder() {
        return folder;
    }
}
