package org.mtlsplayground.bench;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.mtlsplayground.peer.TlsVersion;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Dissector, decryptor and the search for ephemeral keys, each measured alone by JMH, in JVMs of their own. */
final class Alone {
    private Alone() {}

    /**
     * One result.
     *
     * @param micros the mean time, in microseconds
     * @param error half the width of JMH's 99.9 % confidence interval, in microseconds
     */
    record Result(String what, double micros, double error) {}

    /** Takes about a minute. */
    static List<Result> measure() throws RunnerException {
        OptionsBuilder options = new OptionsBuilder();
        options.verbosity(VerboseMode.SILENT);
        options.shouldFailOnError(true);
        for (Class<?> benchmark :
                List.of(DissectBenchmark.class, DecryptBenchmark.class, EphemeralKeyBenchmark.class)) {
            options.include(Pattern.quote(benchmark.getName()));
        }
        Collection<RunResult> results = new Runner(options.build()).run();
        return results.stream().map(Alone::result).toList();
    }

    private static Result result(RunResult run) {
        return new Result(
                name(run),
                run.getPrimaryResult().getScore(),
                run.getPrimaryResult().getScoreError());
    }

    private static String name(RunResult run) {
        String version = run.getParams().getParam("version");
        if (version == null) {
            String group = run.getParams().getParam("group");
            return "ephemeral key found again, " + (group.equals("X25519") ? "x25519" : "P-256");
        }
        boolean dissects = run.getParams().getBenchmark().startsWith(DissectBenchmark.class.getName());
        return (dissects ? "dissected, " : "decrypted, ")
                + TlsVersion.valueOf(version).displayName();
    }
}
