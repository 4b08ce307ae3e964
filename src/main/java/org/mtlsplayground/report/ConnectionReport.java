package org.mtlsplayground.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.transcript.Transcripts;

/**
 * One connection for paper and for other people: a page with all that is known of it, and its diagram alone. As things stood
 * when it was made; any thread.
 *
 * <p>Unless it was asked for, there is no secret in it, and nothing of what the sides said to each other. There are
 * certificates in it, and names, addresses and times.
 */
public final class ConnectionReport {
    private final Contents contents;

    private ConnectionReport(Contents contents) {
        this.contents = contents;
    }

    /**
     * Looks at a connection, and where somebody is in the middle also at the other one that they have. Some milliseconds of
     * work.
     *
     * @param withSecrets whether its secrets are told (RFC 9850), and its application data
     */
    public static ConnectionReport of(Connection connection, Transcripts transcripts, boolean withSecrets) {
        return new ConnectionReport(Contents.of(connection, transcripts, withSecrets));
    }

    /** A page that needs nothing else: HTML that is well-formed XML, without scripts. A few megabytes at most. */
    public String html() {
        return Page.of(contents, style("page.css") + style("diagram.css"));
    }

    /** The diagram as SVG 1.1 in UTF-8. */
    public String svg() {
        return Svg.document(Diagram.of(contents), style("diagram.css"));
    }

    /** The diagram as PNG, at twice its size. */
    public byte[] png() {
        return Png.of(Diagram.of(contents));
    }

    private static String style(String name) {
        try (InputStream in = ConnectionReport.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The style sheet " + name + " can't be read", e);
        }
    }
}
