package org.mtlsplayground.bench;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Application;

/**
 * How long it takes from the moment at which a side's refusal is known to the pulse that has laid out the verdict on it.
 * Measured in a JVM of its own.
 */
final class VerdictLatency {
    /**
     * Milliseconds.
     *
     * @param first of the first refusal in the JVM's life
     * @param median of those after it
     * @param longest of those after it
     * @param count how many those were
     */
    record Result(double first, double median, double longest, int count) {}

    private static final String ANSWER = "verdicts ";

    private VerdictLatency() {}

    static Result measure() throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FirstFrame.screenOptions());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), VerdictLatency.class.getName()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        StringBuilder output = new StringBuilder();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(ANSWER)) {
                    String[] numbers = line.substring(ANSWER.length()).split(" ", -1);
                    return new Result(
                            Double.parseDouble(numbers[0]),
                            Double.parseDouble(numbers[1]),
                            Double.parseDouble(numbers[2]),
                            Integer.parseInt(numbers[3]));
                }
                output.append(line).append('\n');
            }
        } finally {
            process.destroyForcibly();
        }
        throw new IllegalStateException("No answer from the window:\n" + output);
    }

    /** The entry point of that JVM. */
    public static void main(String[] arguments) {
        Application.launch(VerdictLatencyWindow.class, arguments);
    }
}
