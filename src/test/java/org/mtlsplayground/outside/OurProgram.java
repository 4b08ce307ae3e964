package org.mtlsplayground.outside;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Our own program as a process of its own, started as its users start it. */
public final class OurProgram {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private OurProgram() {}

    /** The command line with these arguments for the program. */
    public static List<String> command(String... args) {
        return command(List.of(), args);
    }

    /** The same, with options for its JVM. */
    public static List<String> command(List<String> options, String... args) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        // What a terminal that knows UTF-8 makes of a JVM, whatever the tests run in.
        command.addAll(List.of("-Dsun.stdout.encoding=UTF-8", "-Dstdout.encoding=UTF-8"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.mtlsplayground.app.Launcher"));
        command.addAll(Arrays.asList(args));
        return command;
    }

    /** Runs it to its end. */
    public static OutsideProgram.Result run(String... args) {
        return OutsideProgram.run(command(args), Path.of("."), LIMIT);
    }

    /** Runs it behind a word for the shell, {@code | head -1} say. */
    static OutsideProgram.Result inShell(String before, List<String> command, String after) {
        String quoted =
                String.join(" ", command.stream().map(word -> "'" + word + "'").toList());
        return OutsideProgram.run(
                List.of("sh", "-c", Stream.of(before, quoted, after).reduce("", (a, b) -> a + " " + b)),
                Path.of("."),
                LIMIT);
    }
}
