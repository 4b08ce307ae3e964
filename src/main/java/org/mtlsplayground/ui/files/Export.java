package org.mtlsplayground.ui.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.mtlsplayground.capture.Capture;
import org.mtlsplayground.capture.CaptureFile;
import org.mtlsplayground.capture.FreshFile;
import org.mtlsplayground.capture.KeyLogFile;
import org.mtlsplayground.capture.Progress;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.report.ConnectionReport;
import org.mtlsplayground.secrets.KeyLogEntry;
import org.mtlsplayground.transcript.Transcript;
import org.mtlsplayground.transcript.Transcripts;

/** Writes connections into a file, decoding those first that nobody has looked at yet. */
final class Export {
    private final Transcripts transcripts;

    Export(Transcripts transcripts) {
        this.transcripts = transcripts;
    }

    /**
     * What was written.
     *
     * @param file where
     * @param connections how many
     * @param withoutSecrets of how many of them no secret is known
     * @param cutOff of how many of them not all bytes were kept
     * @param size of the file, in bytes
     */
    record Saved(Path file, int connections, int withoutSecrets, int cutOff, long size) {}

    /** There is not one secret to write. */
    static final class NoSecretsException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Writes. Blocks.
     *
     * @param replace whether a file that is there may be replaced
     */
    Saved write(List<Connection> connections, What.Format format, Path file, boolean replace, Progress progress)
            throws IOException, NoSecretsException {
        if (format.isReport()) {
            return report(connections.get(0), format, file, replace);
        }
        List<Capture> captures = connections.stream().map(Connection::capture).toList();
        long steps = 2L * captures.size();
        List<KeyLogEntry> secrets = new ArrayList<>();
        int withoutSecrets = 0;
        int cutOff = 0;
        for (int i = 0; i < captures.size(); i++) {
            step(progress, i, steps);
            List<KeyLogEntry> found = secretsOf(captures.get(i));
            secrets.addAll(found);
            withoutSecrets += found.isEmpty() ? 1 : 0;
            cutOff += captures.get(i).isTruncated() ? 1 : 0;
        }
        step(progress, captures.size(), steps);
        if (format == What.Format.CAPTURE) {
            CaptureFile.write(
                    file,
                    captures,
                    secrets,
                    replace,
                    (done, total) -> progress.at(captures.size() + done, captures.size() + total));
        } else if (secrets.isEmpty()) {
            throw new NoSecretsException();
        } else {
            KeyLogFile.write(file, secrets, replace);
        }
        return new Saved(file, captures.size(), withoutSecrets, cutOff, Files.size(file));
    }

    private Saved report(Connection connection, What.Format format, Path file, boolean replace) throws IOException {
        Capture capture = connection.capture();
        boolean withSecrets = format == What.Format.REPORT_WITH_SECRETS;
        ConnectionReport report = ConnectionReport.of(connection, transcripts, withSecrets);
        byte[] bytes = switch (format) {
            case DIAGRAM_PNG -> report.png();
            case DIAGRAM_SVG -> report.svg().getBytes(StandardCharsets.UTF_8);
            default -> report.html().getBytes(StandardCharsets.UTF_8);
        };
        FreshFile.write(file, replace, out -> out.write(bytes));
        int without = withSecrets && secretsOf(capture).isEmpty() ? 1 : 0;
        return new Saved(file, 1, without, capture.isTruncated() ? 1 : 0, bytes.length);
    }

    private List<KeyLogEntry> secretsOf(Capture capture) {
        Transcript transcript = transcripts.of(capture);
        transcript.read();
        return transcript.keyLog();
    }

    private static void step(Progress progress, long done, long total) {
        if (!progress.at(done, total)) {
            throw new CancellationException();
        }
    }
}
