package org.mtlsplayground.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Wireshark without a window, and the programs that come with it. */
public final class Tshark {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private Tshark() {}

    /** The fields of each packet that the filter lets pass; every checksum is verified. */
    public static List<List<String>> fields(Path file, String filter, String... fields) {
        List<String> command = new ArrayList<>(List.of("tshark", "-n", "-r", file.toString()));
        for (String preference :
                List.of("ip.check_checksum:TRUE", "tcp.check_checksum:TRUE", "tcp.relative_sequence_numbers:TRUE")) {
            command.addAll(List.of("-o", preference));
        }
        command.addAll(List.of("-T", "fields", "-E", "separator=|"));
        for (String field : fields) {
            command.addAll(List.of("-e", field));
        }
        if (!filter.isEmpty()) {
            command.addAll(List.of("-Y", filter));
        }
        return run(command).lines().map(line -> List.of(line.split("\\|", -1))).toList();
    }

    /** Runs one of the programs, which has to succeed, and returns its output. */
    public static String run(List<String> command) {
        OutsideProgram.Result result = OutsideProgram.run(command, Path.of("."), LIMIT);
        assertEquals(0, result.exitCode(), () -> command + ": " + result.all());
        return result.stdout();
    }
}
