package org.mtlsplayground.pki;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.mtlsplayground.outside.OutsideProgram;

/** The openssl command line, which must succeed. */
public final class Openssl {
    private Openssl() {}

    /** Arguments are parted by single spaces. */
    public static OutsideProgram.Result run(Path dir, String arguments) {
        List<String> command = new ArrayList<>();
        command.add("openssl");
        Collections.addAll(command, arguments.split(" ", -1));
        OutsideProgram.Result result = OutsideProgram.run(command, dir, Duration.ofSeconds(60));
        assertEquals(0, result.exitCode(), () -> command + ": " + result.all());
        return result;
    }
}
