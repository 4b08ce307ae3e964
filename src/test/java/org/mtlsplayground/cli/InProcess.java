package org.mtlsplayground.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The command line in this process, with what it writes. */
record InProcess(int status, String out, String err) {
    static InProcess run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(stream(out), stream(err), StandardCharsets.UTF_8);
        int status = new CommandLineProgram(terminal, () -> Path.of("sample-certs")).run(args);
        return new InProcess(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    List<String> problems() {
        return err.lines().toList();
    }

    /** For an assertion's message. */
    String all() {
        return "status " + status + "\n" + out + "\n--\n" + err;
    }
}
