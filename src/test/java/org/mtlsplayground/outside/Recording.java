package org.mtlsplayground.outside;

import java.nio.file.Path;
import java.util.List;

/** What passes one port of the loopback interface while this is open, recorded by tshark. */
final class Recording implements AutoCloseable {
    private final Running tshark;

    private Recording(Running tshark) {
        this.tshark = tshark;
    }

    /** Begins; packets that are sent from now on are recorded. Skips the test where recording is not permitted. */
    static Recording of(int port, Path file) {
        List<String> command = List.of(
                "tshark",
                "-i",
                "lo",
                "-f",
                "tcp port " + port,
                "-w",
                file.toString(),
                "-P",
                "-l",
                "-T",
                "fields",
                "-e",
                "tcp.flags.fin",
                "-e",
                "tcp.flags.reset");
        Running tshark = Running.start(command);
        String word = tshark.await("File: |(?i)permi(tted|ssion)|no interfaces|not be initiated")
                .group();
        if (!word.equals("File: ")) {
            tshark.close();
            OutsideProgram.missing("Packets of the loopback interface can't be recorded: " + tshark.output());
        }
        return new Recording(tshark);
    }

    /** Waits until a connection has been seen to end, by both sides or by a reset, and ends. */
    void awaitEnd() {
        tshark.await("(?m)^1\\t0$(?s:.*?)^1\\t0$|^.\\t1$");
        tshark.end();
    }

    @Override
    public void close() {
        tshark.close();
    }
}
