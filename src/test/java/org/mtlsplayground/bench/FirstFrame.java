package org.mtlsplayground.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The time from the start of the JVM to the first usable frame: our window's, and that of a bare one. */
final class FirstFrame {
    /** As {@code java -jar} starts the program. */
    static final List<String> NO_FLAGS = List.of();

    /** As {@code mvn javafx:run} starts the program; see the pom. */
    static final List<String> FLAGS_OF_JAVAFX_RUN = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private static final int ROUNDS = 7;
    private static final int LIMIT_SECONDS = 30;
    private static final String OURS = "org.mtlsplayground.app.Launcher";
    private static final String THEIRS = BareWindow.class.getName();

    private FirstFrame() {}

    /** On what screen it is measured. */
    static String screen() {
        return isOnDisplay()
                ? "the window on the display " + System.getenv("DISPLAY")
                : "the window in memory (Monocle)";
    }

    private static boolean isOnDisplay() {
        return System.getenv("DISPLAY") != null
                || !System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
    }

    /** What a JVM needs to draw in memory where there is no display. */
    static List<String> screenOptions() {
        return isOnDisplay()
                ? List.of()
                : List.of(
                        "-Dglass.platform=Monocle",
                        "-Dmonocle.platform=Headless",
                        "-Dheadless.geometry=1920x1200-32",
                        "-Dprism.order=sw");
    }

    static Duel measure(List<String> flags) throws Exception {
        Path scratch = Files.createTempDirectory("mtls-playground-bench");
        // Once for the native libraries that JavaFX unpacks, and for the file system's cache.
        seconds(flags, OURS, scratch);
        seconds(flags, THEIRS, scratch);
        return Duel.fight(ROUNDS, () -> seconds(flags, OURS, scratch), () -> seconds(flags, THEIRS, scratch));
    }

    private static double seconds(List<String> flags, String mainClass, Path scratch) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(screenOptions());
        command.add("-Dmtlsplayground.report-first-frame=true");
        command.add("-Dmtlsplayground.settings.dir=" + scratch);
        command.addAll(List.of("-cp", classPath(), mainClass));
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        CompletableFuture<Double> frame = CompletableFuture.supplyAsync(() -> awaitFrame(process, begin));
        try {
            return frame.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } finally {
            process.destroyForcibly().waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
        }
    }

    private static double awaitFrame(Process process, long begin) {
        StringBuilder output = new StringBuilder();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals("first-frame")) {
                    return (System.nanoTime() - begin) / 1e9;
                }
                output.append(line).append('\n');
            }
        } catch (IOException e) {
            output.append(e.getMessage());
        }
        throw new IllegalStateException("The window never came:\n" + output);
    }

    /** The packaged program, the bare window, and the screen in memory; the same for both. */
    private static String classPath() {
        List<String> path = new ArrayList<>(List.of("target/mtls-playground.jar", "target/test-classes"));
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> entry.contains("openjfx-monocle"))
                .forEach(path::add);
        return String.join(File.pathSeparator, path);
    }
}
