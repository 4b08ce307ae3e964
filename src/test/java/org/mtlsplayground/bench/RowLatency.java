package org.mtlsplayground.bench;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Application;

/**
 * How long it takes from the moment at which a record passes the tap to the pulse that has laid out its row, at 100
 * handshakes a second, each of which is followed as it happens; and for how long our code holds a pulse: from its beginning,
 * which hands over the news, to the end of its layout. Measured
 * in a JVM of its own.
 */
final class RowLatency {
    /**
     * Milliseconds.
     *
     * @param median from a record's arrival to its row
     * @param last the same for 99 of 100
     * @param pulse how long 99 of 100 pulses were held
     * @param longestPulse how long the longest was held
     * @param work of the FX thread for the pulse that gave it most, in processor time
     * @param rows how many rows were measured
     */
    record Result(double median, double last, double pulse, double longestPulse, double work, int rows) {}

    private static final String ANSWER = "latency ";

    private RowLatency() {}

    static Result measure() throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FirstFrame.screenOptions());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), RowLatency.class.getName()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        StringBuilder output = new StringBuilder();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(ANSWER)) {
                    return result(line.substring(ANSWER.length()).split(" "));
                }
                output.append(line).append('\n');
            }
        } finally {
            process.destroyForcibly();
        }
        throw new IllegalStateException("No answer from the window:\n" + output);
    }

    private static Result result(String[] numbers) {
        return new Result(
                Double.parseDouble(numbers[0]),
                Double.parseDouble(numbers[1]),
                Double.parseDouble(numbers[2]),
                Double.parseDouble(numbers[3]),
                Double.parseDouble(numbers[4]),
                Integer.parseInt(numbers[5]));
    }

    /** The entry point of that JVM. */
    public static void main(String[] arguments) {
        Application.launch(RowLatencyWindow.class, arguments);
    }
}
