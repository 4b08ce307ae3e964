package org.mtlsplayground.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mtlsplayground.capture.Capture;
import org.mtlsplayground.capture.CaptureFile;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.secrets.KeyLog;
import org.mtlsplayground.transcript.Transcript;
import org.mtlsplayground.transcript.Transcripts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code decode}: connections that were recorded, out of files. */
@Command(name = "decode")
final class DecodeCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final List<Capture> captures = new ArrayList<>();
    private final Transcripts transcripts = new Transcripts(() -> captures);
    private final Connections connections = new Connections();

    @Parameters(paramLabel = "FILE", arity = "1..*", descriptionKey = "cli.parameter.files")
    private List<Path> files;

    @Option(names = "--keylog", paramLabel = "FILE", descriptionKey = "cli.option.keyLog.read")
    private Path keyLog;

    @Mixin
    private SaveOptions save = new SaveOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    DecodeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws WrongUseException {
        save.check();
        Optional<KeyLog> given = keyLog == null ? Optional.empty() : Optional.of(RecordedFile.keyLog(keyLog));
        Account account = null;
        boolean unreadable = false;
        for (Path file : files) {
            if (terminal.isGone()) {
                break;
            }
            try {
                CaptureFile.Content content = RecordedFile.read(file, given);
                if (account == null) {
                    boolean several = files.size() > 1 || content.connections().size() > 1;
                    account = new Account(output.report(terminal, several), save.isAsked());
                }
                tell(file, content, account);
            } catch (WrongUseException e) {
                unreadable = true;
                terminal.problem(CommandLineProgram.name("decode") + ": " + e.getMessage());
            }
        }
        if (account == null) {
            return Status.WRONG_USE;
        }
        save.write(account.report(), captures, account.keyLog());
        int status = account.status(terminal, "decode");
        return unreadable ? Status.WRONG_USE : status;
    }

    private void tell(Path file, CaptureFile.Content content, Account account) {
        content.notes().forEach(note -> terminal.problem(file + ": " + RecordedFile.sentence(note)));
        captures.addAll(content.connections());
        for (Capture capture : content.connections()) {
            if (terminal.isGone()) {
                return;
            }
            Connection connection = connections.addRecorded(capture, file.toString());
            Transcript transcript = transcripts.of(capture);
            account.tell(connection, transcript, 0);
            account.close(connection, transcript);
            // However many there are, none makes room for another before it was told of.
            connections.remove(connection);
        }
    }
}
