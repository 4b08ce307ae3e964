package org.mtlsplayground.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.mtlsplayground.proof.RandomSettings;

/**
 * Ten thousand connections with settings at random, each judged beforehand by openssl and the rules of the options, then
 * made on real sockets, in a JVM of its own. Where verdict and reading do not agree it says so on the standard error.
 */
final class RandomVerdicts {
    private static final int COUNT = 10_000;

    private RandomVerdicts() {}

    /**
     * What came of it.
     *
     * @param seed with which it can be done again
     * @param count how many were tried
     * @param causes how many causes there were among the verdicts
     * @param differences in how many verdict and reading do not agree
     * @param seconds how long it took
     */
    record Result(long seed, int count, int causes, int differences, double seconds) {
        static Result of(String line) {
            String[] parts = line.strip().split(" ", -1);
            return new Result(
                    Long.parseLong(parts[0]),
                    Integer.parseInt(parts[1]),
                    Integer.parseInt(parts[2]),
                    Integer.parseInt(parts[3]),
                    Double.parseDouble(parts[4]));
        }
    }

    static Result measure() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        RandomVerdicts.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("The JVM of the bench failed");
        }
        return Result.of(answer);
    }

    /** The entry point of that JVM. Takes a seed and how many to try, or nothing. */
    public static void main(String[] arguments) throws Exception {
        long seed = arguments.length > 0 ? Long.parseLong(arguments[0]) : System.nanoTime() / 1000 % 1_000_000;
        int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : COUNT;
        Path folder = Files.createTempDirectory("mtls-playground-bench");
        try (RandomSettings settings = new RandomSettings(folder)) {
            long began = System.nanoTime();
            RandomSettings.Result result = settings.run(seed, 0, count);
            result.differences().forEach(System.err::println);
            System.out.printf(
                    Locale.ROOT,
                    "%d %d %d %d %.1f%n",
                    seed,
                    count,
                    result.causes().size(),
                    result.differences().size(),
                    (System.nanoTime() - began) / 1e9);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
                for (Path file : all) {
                    Files.delete(file);
                }
            }
        }
        System.exit(0);
    }
}
