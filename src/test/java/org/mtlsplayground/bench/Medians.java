package org.mtlsplayground.bench;

import java.util.List;

/**
 * The middle results of two that were measured in turn.
 *
 * @param ours of what is being judged
 * @param theirs of what it is judged by
 */
record Medians(double ours, double theirs) {
    /** The middle of each list; the lists have an odd length. */
    static Medians of(List<Double> ours, List<Double> theirs) {
        return new Medians(median(ours), median(theirs));
    }

    private static double median(List<Double> results) {
        return results.stream().sorted().toList().get(results.size() / 2);
    }

    double ratio() {
        return ours / theirs;
    }
}
