package org.mtlsplayground.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * Two that are measured in turn, so that whatever else the machine does falls on both alike.
 *
 * @param ours the middle result of what is being judged
 * @param theirs the middle result of what it is judged by
 * @param ratio the middle of the ratios of each round, ours to theirs
 */
record Duel(double ours, double theirs, double ratio) {
    /** One measurement. */
    @FunctionalInterface
    interface Measurement {
        double take() throws Exception;
    }

    /**
     * Measures both in each round, and changes who begins.
     *
     * @param rounds an odd number
     */
    static Duel fight(int rounds, Measurement ours, Measurement theirs) throws Exception {
        List<Double> first = new ArrayList<>();
        List<Double> second = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            boolean oursBegins = round % 2 == 0;
            double early = (oursBegins ? ours : theirs).take();
            double late = (oursBegins ? theirs : ours).take();
            first.add(oursBegins ? early : late);
            second.add(oursBegins ? late : early);
            ratios.add(first.get(round) / second.get(round));
        }
        return new Duel(median(first), median(second), median(ratios));
    }

    private static double median(List<Double> results) {
        return results.stream().sorted().toList().get(results.size() / 2);
    }
}
