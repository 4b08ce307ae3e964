package org.mtlsplayground.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.mtlsplayground.diagnosis.paste.ErrorTexts;
import org.mtlsplayground.diagnosis.paste.Reading;
import org.mtlsplayground.text.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code explain}: what an error text of another program is likely to mean. */
@Command(name = "explain")
final class ExplainCommand implements Callable<Integer> {
    private static final String STANDARD_INPUT = "-";
    /** UTF-8 takes at most three bytes for a unit of UTF-16. */
    private static final int MOST_BYTES = 3 * ErrorTexts.MOST_CHARACTERS;

    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", arity = "0..1", descriptionKey = "cli.parameter.explained")
    private String file = STANDARD_INPUT;

    @Option(names = "--json", descriptionKey = "cli.option.json.explain")
    private boolean json;

    ExplainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws WrongUseException {
        Reading reading = ErrorTexts.read(text());
        if (json) {
            terminal.data(Json.of(ExplainJson.of(reading)));
        } else {
            ExplainText.of(reading).forEach(terminal::line);
        }
        if (!reading.isRecognised()) {
            terminal.problem(CommandLineProgram.name("explain") + ": " + Messages.get("cli.explain.unknown"));
            return Status.UNSUCCESSFUL;
        }
        return Status.SUCCESS;
    }

    private String text() throws WrongUseException {
        try {
            return decode(file.equals(STANDARD_INPUT) ? end(System.in) : ofFile());
        } catch (IOException e) {
            throw FileProblem.unreadable(Path.of(file), e);
        }
    }

    private byte[] ofFile() throws IOException {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            return end(in);
        }
    }

    /** The last bytes of a stream, which may be long. */
    private static byte[] end(InputStream in) throws IOException {
        byte[] before = new byte[0];
        byte[] last = in.readNBytes(MOST_BYTES);
        while (last.length == MOST_BYTES) {
            byte[] next = in.readNBytes(MOST_BYTES);
            if (next.length == 0) {
                break;
            }
            before = last;
            last = next;
        }
        int kept = Math.min(before.length, MOST_BYTES - last.length);
        byte[] both =
                Arrays.copyOf(Arrays.copyOfRange(before, before.length - kept, before.length), kept + last.length);
        System.arraycopy(last, 0, both, kept, last.length);
        return both;
    }

    /** UTF-8, or UTF-16 with a byte order mark, as older PowerShells write it. What can’t be decoded does not matter. */
    private static String decode(byte[] bytes) {
        boolean marked = bytes.length >= 2
                && ((bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe)
                        || (bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff));
        return new String(bytes, marked ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
    }
}
