package org.mtlsplayground.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SNIHostName;
import org.mtlsplayground.commands.Commands;
import org.mtlsplayground.commands.Target;
import org.mtlsplayground.peer.ClientRun;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.peer.TlsClient;
import org.mtlsplayground.text.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code connect}: our client, one connection after the other. */
@Command(name = "connect")
final class ConnectCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Samples samples;

    @Parameters(
            paramLabel = "HOST:PORT",
            converter = HostPort.Converter.class,
            descriptionKey = "cli.parameter.hostPort")
    private HostPort server;

    @Mixin
    private IdentityOptions files = new IdentityOptions();

    @Option(names = "--no-cert", descriptionKey = "cli.option.noCert")
    private boolean anonymous;

    @Option(names = "--sni", paramLabel = "NAME", descriptionKey = "cli.option.sni")
    private String sni;

    @Option(names = "--no-verify-host", descriptionKey = "cli.option.noVerifyHost")
    private boolean anyHost;

    @Mixin
    private TlsOptions tls = new TlsOptions();

    @Mixin
    private RevocationOptions revocation = new RevocationOptions();

    @Option(names = "--no-status", descriptionKey = "cli.option.noStatus")
    private boolean noStatus;

    @Option(names = "--message", paramLabel = "TEXT", descriptionKey = "cli.option.message")
    private String message = ClientSettings.DEFAULT_MESSAGE;

    @Option(
            names = "--count",
            paramLabel = "N",
            converter = Words.Count.class,
            descriptionKey = "cli.option.count.connect")
    private int count = 1;

    @Option(names = "--resume", descriptionKey = "cli.option.resume")
    private boolean resume;

    @Option(
            names = "--as",
            paramLabel = "openssl|curl|python|java|httpclient|node",
            converter = AsCommand.Client.class,
            descriptionKey = "cli.option.as")
    private Target as;

    @Mixin
    private WireOptions wire = new WireOptions();

    @Mixin
    private RecordOptions recording = new RecordOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    ConnectCommand(Terminal terminal, Samples samples) {
        this.terminal = terminal;
        this.samples = samples;
    }

    @Override
    public Integer call() throws Exception {
        recording.check();
        Credentials credentials = Credentials.load(files, samples, "client", "server", anonymous);
        ClientSettings settings = settings(credentials);
        if (as != null) {
            return AsCommand.tell(
                    terminal,
                    credentials,
                    () -> Commands.client(as, settings, credentials.filesWith(revocation.files())));
        }
        Connections connections = new Connections();
        wire.apply(connections);
        Report report = output.report(terminal, count > 1);
        credentials.notices().forEach(report::notice);
        report.notice(Messages.get(
                settings.serverName().isEmpty() ? "cli.connecting.noName" : "cli.connecting",
                settings.host() + ":" + settings.port(),
                settings.serverName()));
        Account account = recording.account(report);
        Follower follower = new Follower(connections, account);
        Turns turns = new Turns(new TlsClient(connections), settings);
        return GoodOrder.run(turns::stop, false, () -> {
            for (int made = 0; made < count && !terminal.isGone() && turns.next(); made++) {
                follower.tellUntil(turns::isOver);
            }
            follower.closeRest();
            recording.write(account, connections, terminal);
            return account.status(terminal, "connect");
        });
    }

    private ClientSettings settings(Credentials credentials) throws WrongUseException {
        int port = server.port().orElse(ClientSettings.DEFAULT_PORT);
        if (port == 0) {
            throw new WrongUseException(Messages.get("client.port.bad"));
        }
        try {
            return ClientSettings.builder()
                    .host(server.host())
                    .port(port)
                    .serverName(serverName())
                    .verifyHostName(!anyHost)
                    .identity(credentials.identity())
                    .trust(credentials.trust())
                    .versions(tls.versions())
                    .cipherSuites(tls.suites())
                    .namedGroups(tls.groups())
                    .signatureSchemes(tls.schemes())
                    .applicationProtocols(tls.protocols())
                    .revocation(revocation.checking())
                    .askStatus(!noStatus)
                    .resume(resume)
                    .message(message)
                    .timeout(tls.timeout())
                    .build();
        } catch (IllegalArgumentException e) {
            throw new WrongUseException(Messages.get("cli.wrong.settings", e.getMessage()));
        }
    }

    /**
     * Without a word from the user: the host, if it is a name. An address has none to send (RFC 6066 §3), but this machine
     * stands in for the server of the samples where these are trusted, as it does in the window.
     */
    private String serverName() throws WrongUseException {
        if (sni != null) {
            return sni.isEmpty() || (isName(sni) && !isAddress(sni)) ? sni : badName(sni);
        }
        if (!isAddress(server.host())) {
            return isName(server.host()) ? server.host() : "";
        }
        boolean here = server.host().startsWith("127.") || server.host().equals("::1");
        return here && files.trustsSamples() ? ClientSettings.DEFAULT_SERVER_NAME : "";
    }

    private static boolean isAddress(String text) {
        return text.contains(":") || text.matches("[0-9.]+");
    }

    private static boolean isName(String text) {
        try {
            return new SNIHostName(text).getAsciiName().length() > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String badName(String name) throws WrongUseException {
        throw new WrongUseException(
                Messages.get(isAddress(name) ? "client.name.address" : "client.name.impossible", name));
    }

    /** The connections in turn; another thread may stop them. */
    private static final class Turns {
        private final TlsClient client;
        private final ClientSettings settings;
        private final AtomicReference<ClientRun> current = new AtomicReference<>();
        private volatile boolean stopped;

        Turns(TlsClient client, ClientSettings settings) {
            this.client = client;
            this.settings = settings;
        }

        /** Begins the next connection; false if there will be none. */
        boolean next() {
            if (stopped) {
                return false;
            }
            ClientRun run = client.connect(settings);
            current.set(run);
            if (stopped) {
                run.cancel();
            }
            return true;
        }

        boolean isOver() {
            return current.get().connection().isClosed();
        }

        void stop() {
            stopped = true;
            ClientRun run = current.get();
            if (run != null) {
                run.cancel();
            }
        }
    }
}
