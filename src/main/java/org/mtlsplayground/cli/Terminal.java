package org.mtlsplayground.cli;

import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Where the command line writes: a line at a time, each handed on at once. Safe for use by any thread. */
final class Terminal {
    private final PrintStream out;
    private final PrintStream err;
    private final Charset charset;
    private volatile boolean gone;

    /**
     * @param out for what was asked
     * @param err for what went wrong
     * @param charset of the text on both
     */
    Terminal(PrintStream out, PrintStream err, Charset charset) {
        this.out = out;
        this.err = err;
        this.charset = charset;
    }

    /** The process's own streams, in the encoding of its terminal. */
    static Terminal ofProcess() {
        // The first is there since JDK 18; the second names the encoding on older ones if there is a terminal.
        Charset charset = Stream.of("stdout.encoding", "sun.stdout.encoding")
                .map(System::getProperty)
                .filter(name -> name != null && Charset.isSupported(name))
                .findFirst()
                .map(Charset::forName)
                .orElseGet(Charset::defaultCharset);
        return new Terminal(System.out, System.err, charset);
    }

    /** Text for people. Characters that the terminal's encoding lacks are written in others. */
    void line(String text) {
        write(out, text, charset);
    }

    /** A line for programs, in UTF-8 whatever the terminal's encoding is (RFC 8259 §8.1). */
    void data(String json) {
        write(out, json, StandardCharsets.UTF_8);
    }

    /** What went wrong, or what must not stand among data. */
    void problem(String text) {
        write(err, text, charset);
    }

    /** Whether nobody reads any more what is written: the program behind the pipe has ended. */
    boolean isGone() {
        return gone;
    }

    private synchronized void write(PrintStream stream, String text, Charset encoding) {
        byte[] line = (LegibleText.in(encoding, text) + System.lineSeparator()).getBytes(encoding);
        stream.write(line, 0, line.length);
        gone |= stream.checkError() && stream.equals(out);
    }
}
