package org.mtlsplayground.bench;

import java.util.List;
import java.util.Locale;
import org.mtlsplayground.peer.TlsVersion;

/**
 * Measures the program against its goals and prints a small table: {@code mvn -Pbench verify}. Needs the packaged jar and the
 * sample certificates, in the project's folder.
 */
public final class Bench {
    private static final double GOAL_HANDSHAKES = 0.9;
    private static final double GOAL_DECODING = 5;
    private static final double GOAL_FRAME = 1.8;
    private static final double GOAL_MEMORY = 4096;
    private static final double GOAL_LOADING = 2;
    private static final double GOAL_VERDICT = 100;

    private Bench() {}

    /** The entry point; takes no arguments. */
    public static void main(String[] arguments) throws Exception {
        System.out.printf(
                "%nJDK %s, %d processors, %s%n%n",
                System.getProperty("java.version"), Runtime.getRuntime().availableProcessors(), FirstFrame.screen());
        row("Full mutual handshakes", "tapped", "plain JSSE", "ratio", "goal");
        for (TlsVersion version : TlsVersion.values()) {
            Duel duel = Handshakes.measure(version);
            row(
                    version.displayName() + ", per second",
                    number("%.0f", duel.ours()),
                    number("%.0f", duel.theirs()),
                    number("%.2f", duel.ratio()),
                    number(">= %.2f", GOAL_HANDSHAKES));
        }
        System.out.println();
        decoding();
        System.out.println();
        alone();
        System.out.println();
        latency();
        System.out.println();
        memory();
        System.out.println();
        files();
        System.out.println();
        verdicts();
        System.out.println();
        row("Start of the JVM to the first frame", "ours", "one label", "ratio", "goal");
        for (List<String> flags : List.of(FirstFrame.NO_FLAGS, FirstFrame.FLAGS_OF_JAVAFX_RUN)) {
            Duel duel = FirstFrame.measure(flags);
            row(
                    (flags.isEmpty() ? "as java -jar" : "as mvn javafx:run") + ", seconds",
                    number("%.2f", duel.ours()),
                    number("%.2f", duel.theirs()),
                    number("%.2f", duel.ratio()),
                    number("<= %.2f", GOAL_FRAME));
        }
        System.out.println();
        System.exit(0);
    }

    private static void decoding() throws Exception {
        row("Saved handshakes decrypted and decoded", "ours", "tshark -V", "ratio", "goal");
        for (TlsVersion version : TlsVersion.values()) {
            Duel duel = Decoding.measure(version);
            row(
                    version.displayName() + ", per second",
                    number("%.0f", duel.ours()),
                    number("%.0f", duel.theirs()),
                    number("%.1f", duel.ratio()),
                    number(">= %.0f", GOAL_DECODING));
        }
    }

    private static void alone() throws Exception {
        row("One mutual handshake, alone (JMH)", "ours", "+/-", "", "");
        for (Alone.Result result : Alone.measure()) {
            row(
                    result.what() + ", microseconds",
                    number("%.0f", result.micros()),
                    number("%.0f", result.error()),
                    "",
                    "");
        }
    }

    private static void latency() throws Exception {
        RowLatency.Result result = RowLatency.measure();
        row("100 handshakes a second, milliseconds", "median", "99 of 100", "most", "goal");
        row(
                "record to row, of " + result.rows(),
                number("%.1f", result.median()),
                number("%.1f", result.last()),
                "",
                "<= 20, 50");
        row("pulse held", "", number("%.1f", result.pulse()), number("%.1f", result.longestPulse()), "<= 16");
        row("  processor time of it", "", "", number("%.1f", result.work()), "");
    }

    private static void memory() throws Exception {
        row("A kept connection beyond its bytes", "TLS 1.3", "TLS 1.2", "", "goal");
        for (ConnectionMemory.Ours ours : ConnectionMemory.Ours.values()) {
            row(
                    switch (ours) {
                        case BOTH -> "our client and server, bytes";
                        case SERVER -> "our server alone, bytes";
                        case CLIENT -> "our client alone, bytes";
                    },
                    number("%.0f", ConnectionMemory.measure(ours, TlsVersion.TLS_1_3)),
                    number("%.0f", ConnectionMemory.measure(ours, TlsVersion.TLS_1_2)),
                    "",
                    number("<= %.0f", GOAL_MEMORY));
        }
    }

    private static void files() throws Exception {
        row("A thousand certificates from one PEM", "ours", "JDK", "ratio", "goal");
        Duel loading = Loading.measure();
        row(
                "loaded in a fresh JVM, seconds",
                number("%.3f", loading.ours()),
                number("%.3f", loading.theirs()),
                number("%.2f", loading.ratio()),
                number("<= %.1f", GOAL_LOADING));
        ChangedFiles.Result changed = ChangedFiles.measure();
        row("100000 changed files, seed " + changed.seed(), "ours", "", "", "goal");
        row("loaded and described, per second", number("%.0f", changed.perSecond()), "", "", "");
        row("the longest, milliseconds", number("%.0f", changed.longestMillis()), changed.slowest(), "", "<= 1000");
        row("memory held after it, KB", number("%.0f", changed.grownKilobytes()), "", "", "<= 512");
    }

    private static void verdicts() throws Exception {
        VerdictLatency.Result latency = VerdictLatency.measure();
        row("Refusal known to verdict on the screen", "median", "longest", "first", "goal");
        row(
                "of " + latency.count() + ", milliseconds",
                number("%.1f", latency.median()),
                number("%.1f", latency.longest()),
                number("%.1f", latency.first()),
                number("< %.0f", GOAL_VERDICT));
        RandomVerdicts.Result random = RandomVerdicts.measure();
        row("Settings at random, seed " + random.seed(), "tried", "disagree", "causes", "goal");
        row(
                "verdict beside openssl and rules, " + number("%.0f s", random.seconds()),
                String.valueOf(random.count()),
                String.valueOf(random.differences()),
                String.valueOf(random.causes()),
                "0");
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    private static void row(String what, String ours, String theirs, String ratio, String goal) {
        System.out.printf("%-46s %10s %12s %8s %9s%n", what, ours, theirs, ratio, goal);
    }
}
