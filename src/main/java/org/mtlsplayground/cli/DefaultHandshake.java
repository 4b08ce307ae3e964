package org.mtlsplayground.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.mtlsplayground.diagnosis.Diagnosis;
import org.mtlsplayground.diagnosis.EventText;
import org.mtlsplayground.diagnosis.Verdict;
import org.mtlsplayground.peer.ClientRun;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.peer.TlsClient;
import org.mtlsplayground.peer.TlsServer;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.LoadException;
import org.mtlsplayground.pki.PkiFiles;
import org.mtlsplayground.pki.TrustAnchors;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.transcript.Transcript;
import org.mtlsplayground.transcript.Transcripts;

/** Plays the handshake with which the window greets its user, in the terminal: for machines without a display. */
public final class DefaultHandshake {
    private final PrintStream out;
    private final Path samples;
    private final Semaphore news = new Semaphore(0);

    /**
     * @param out where the timeline goes
     * @param samples the folder with the sample certificates
     */
    public DefaultHandshake(PrintStream out, Path samples) {
        this.out = out;
        this.samples = samples;
    }

    /**
     * Starts a server on a free port of 127.0.0.1, connects to it, and prints each message as it crosses the wire.
     * Blocks until the connection is over.
     *
     * @return whether both sides proved who they are
     */
    public boolean run() throws IOException, LoadException, InterruptedException {
        Connections connections = new Connections();
        connections.addListener(new Connections.Listener() {
            @Override
            public void opened(Connection connection) {
                news.release();
            }

            @Override
            public void changed(Connection connection) {
                news.release();
            }

            @Override
            public void dropped(Connection connection) {}
        });
        try (TlsServer server = TlsServer.start(serverSettings(), connections)) {
            int port = server.address().getPort();
            out.println(Messages.get("terminal.server", "127.0.0.1:" + port));
            out.println(Messages.get("terminal.client", "127.0.0.1:" + port));
            out.println();
            ClientRun run = new TlsClient(connections).connect(clientSettings(port));
            return follow(run.connection());
        }
    }

    private boolean follow(Connection connection) throws InterruptedException {
        Transcript reader = new Transcripts(() -> List.of(connection.capture())).of(connection.capture());
        int told = 0;
        boolean over;
        do {
            news.acquire();
            over = isOver(connection);
            reader.read();
            for (Event event : reader.eventsFrom(told)) {
                told++;
                out.println(EventText.line(event));
            }
        } while (!over);
        Verdict verdict = Diagnosis.of(connection, reader.negotiation());
        out.println();
        out.println(Messages.get("terminal.verdict", verdict.headline(), verdict.facts()));
        out.println(verdict.detail().plain());
        return verdict.kind() == Verdict.Kind.MUTUAL;
    }

    /** Our server may not have joined yet when our client knows its outcome, if that is a failure to connect. */
    private static boolean isOver(Connection connection) {
        return connection.outcome(Side.CLIENT).isPresent() && connection.isOver();
    }

    private ServerSettings serverSettings() throws LoadException {
        return ServerSettings.builder()
                .port(0)
                .identity(identity("server"))
                .trust(trust("client_ca.crt"))
                .build();
    }

    private ClientSettings clientSettings(int port) throws LoadException {
        return ClientSettings.builder()
                .port(port)
                .identity(identity("client"))
                .trust(trust("server_ca.crt"))
                .build();
    }

    private Identity identity(String name) throws LoadException {
        return new Identity(
                PkiFiles.certificates(samples.resolve(name + ".crt"), null),
                PkiFiles.privateKey(samples.resolve(name + ".key"), null));
    }

    private TrustAnchors trust(String file) throws LoadException {
        return PkiFiles.trustAnchors(samples.resolve(file), null);
    }
}
