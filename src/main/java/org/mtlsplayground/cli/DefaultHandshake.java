package org.mtlsplayground.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.peer.TlsClient;
import org.mtlsplayground.peer.TlsServer;
import org.mtlsplayground.peer.Where;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.LoadException;
import org.mtlsplayground.pki.PkiFiles;
import org.mtlsplayground.pki.TrustAnchors;
import org.mtlsplayground.text.Messages;

/** Plays the handshake with which the window greets its user, in the terminal: for machines without a display. */
final class DefaultHandshake {
    private final Terminal terminal;
    private final Path samples;

    /** @param samples the folder with the sample certificates */
    DefaultHandshake(Terminal terminal, Path samples) {
        this.terminal = terminal;
        this.samples = samples;
    }

    /**
     * Starts a server on a free port of 127.0.0.1, connects to it, and prints each message as it crosses the wire.
     * Blocks until the connection is over.
     *
     * @return whether it came about
     */
    boolean run() throws IOException, LoadException, InterruptedException {
        Connections connections = new Connections();
        Account account = new Account(new TextReport(terminal, false, false, false), false);
        Follower follower = new Follower(connections, account);
        try (TlsServer server = TlsServer.start(serverSettings(), connections)) {
            terminal.line(Messages.get("terminal.server", Where.of(server.address())));
            terminal.line(Messages.get("terminal.client", Where.of(server.address())));
            terminal.line("");
            Connection connection = new TlsClient(connections)
                    .connect(clientSettings(server.address().getPort()))
                    .connection();
            follower.tellUntil(connection::isClosed);
            return !account.hasProblem();
        }
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
