package org.mtlsplayground.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mtlsplayground.capture.Capture;
import org.mtlsplayground.capture.CaptureFile;
import org.mtlsplayground.capture.FreshFile;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.report.ConnectionReport;
import org.mtlsplayground.secrets.KeyLog;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.transcript.Transcripts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code report}: one recorded connection as a page, or its diagram as a picture. */
@Command(name = "report")
final class ReportCommand implements Callable<Integer> {
    private static final List<String> ENDINGS = List.of(".html", ".svg", ".png");

    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", descriptionKey = "cli.parameter.recorded")
    private Path file;

    @Option(
            names = "--connection",
            paramLabel = "N",
            converter = Words.Count.class,
            descriptionKey = "cli.option.connection")
    private int number = 1;

    @Option(names = "--keylog", paramLabel = "FILE", descriptionKey = "cli.option.keyLog.read")
    private Path keyLog;

    @Option(names = "--out", paramLabel = "FILE.html|FILE.svg|FILE.png", descriptionKey = "cli.option.report.out")
    private Path out;

    @Option(names = "--with-secrets", descriptionKey = "cli.option.withSecrets")
    private boolean withSecrets;

    @Option(names = "--overwrite", descriptionKey = "cli.option.overwrite")
    private boolean overwrite;

    ReportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws WrongUseException {
        String ending = ending();
        Optional<KeyLog> given = keyLog == null ? Optional.empty() : Optional.of(RecordedFile.keyLog(keyLog));
        CaptureFile.Content content = RecordedFile.read(file, given);
        content.notes().forEach(note -> terminal.problem(file + ": " + RecordedFile.sentence(note)));
        List<Capture> captures = content.connections();
        if (number > captures.size()) {
            throw new WrongUseException(Messages.get("cli.wrong.connection", captures.size(), number));
        }
        ConnectionReport report = report(captures);
        if (out == null) {
            terminal.data(report.html().stripTrailing());
            return Status.SUCCESS;
        }
        byte[] bytes = switch (ending) {
            case ".png" -> report.png();
            case ".svg" -> report.svg().getBytes(StandardCharsets.UTF_8);
            default -> report.html().getBytes(StandardCharsets.UTF_8);
        };
        try {
            FreshFile.write(out, overwrite, stream -> stream.write(bytes));
        } catch (FileAlreadyExistsException e) {
            throw new WrongUseException(Messages.get("cli.file.exists", out));
        } catch (IOException e) {
            throw FileProblem.unwritable(out, e);
        }
        return Status.SUCCESS;
    }

    /** All are read, in their order: one may resume the session of an earlier one. */
    private ConnectionReport report(List<Capture> captures) {
        Transcripts transcripts = new Transcripts(() -> captures);
        Connections connections = new Connections();
        Connection connection = null;
        for (Capture capture : captures.subList(0, number)) {
            if (connection != null) {
                connections.remove(connection);
            }
            connection = connections.addRecorded(capture, String.valueOf(file.getFileName()));
            transcripts.of(capture).read();
        }
        return ConnectionReport.of(connection, transcripts, withSecrets);
    }

    private String ending() throws WrongUseException {
        if (out == null) {
            return "";
        }
        String name = out.toString().toLowerCase(Locale.ROOT);
        return ENDINGS.stream()
                .filter(name::endsWith)
                .findFirst()
                .orElseThrow(() -> new WrongUseException(Messages.get("cli.wrong.ending", out)));
    }
}
