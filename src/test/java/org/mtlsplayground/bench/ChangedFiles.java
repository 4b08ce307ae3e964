package org.mtlsplayground.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.mtlsplayground.zoo.Mutations;

/** Loads a hundred thousand changed files in a fresh JVM of little memory. The first thing that goes wrong ends it. */
final class ChangedFiles {
    private static final int COUNT = 100_000;
    /** After so many the JDK's cache of certificates is full, which is what grows at first. */
    private static final int WARM_UP = 25_000;

    private ChangedFiles() {}

    /**
     * What came of it.
     *
     * @param seed with which it can be done again
     * @param perSecond of processor time
     * @param longestMillis the most processor time for one
     * @param slowest the sample with which that was
     * @param grownKilobytes how much more heap was held after it than before
     */
    record Result(long seed, double perSecond, double longestMillis, String slowest, double grownKilobytes) {
        static Result of(String line) {
            String[] parts = line.strip().split(" ", -1);
            return new Result(
                    Long.parseLong(parts[0]),
                    Double.parseDouble(parts[1]),
                    Double.parseDouble(parts[2]),
                    parts[3],
                    Double.parseDouble(parts[4]));
        }
    }

    static Result measure() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ChangedFiles.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("The JVM of the bench failed");
        }
        return Result.of(answer);
    }

    /** The entry point of that JVM. Takes a seed, to do a run again, or nothing. */
    public static void main(String[] arguments) throws Exception {
        long seed = arguments.length > 0 ? Long.parseLong(arguments[0]) : System.nanoTime();
        Path file = Files.createTempFile("mtls-playground-bench", ".changed");
        try {
            Mutations mutations = new Mutations(Mutations.all(), file);
            mutations.run(seed - WARM_UP, WARM_UP);
            long before = ConnectionMemory.heap();
            Mutations.Result result = mutations.run(seed, COUNT);
            long grown = ConnectionMemory.heap() - before;
            System.out.printf(
                    Locale.ROOT,
                    "%d %.0f %.1f %s %.1f%n",
                    seed,
                    COUNT / (result.nanos() / 1e9),
                    result.longest() / 1e6,
                    result.slowest(),
                    grown / 1024.0);
        } finally {
            Files.delete(file);
        }
        System.exit(0);
    }
}
