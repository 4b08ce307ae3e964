package org.mtlsplayground.pki;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.mtlsplayground.outside.OutsideProgram;

/** The keytool of the JDK that runs the tests, which must succeed. */
final class Keytool {
    private Keytool() {}

    /** Arguments are parted by single spaces. */
    static void run(Path dir, String arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        // The start of a whole JVM is most of its work.
        command.add("-J-XX:TieredStopAtLevel=1");
        Collections.addAll(command, arguments.split(" ", -1));
        OutsideProgram.Result result = OutsideProgram.run(command, dir, Duration.ofSeconds(60));
        assertEquals(0, result.exitCode(), () -> command + ": " + result.all());
    }
}
