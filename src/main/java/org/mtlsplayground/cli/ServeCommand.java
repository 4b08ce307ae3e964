package org.mtlsplayground.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.mtlsplayground.commands.Commands;
import org.mtlsplayground.commands.Target;
import org.mtlsplayground.diagnosis.StartProblem;
import org.mtlsplayground.peer.ClientAuthentication;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.peer.ServerNames;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.peer.TlsServer;
import org.mtlsplayground.peer.Where;
import org.mtlsplayground.text.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code serve}: our server, until Ctrl+C or so many connections are over. */
@Command(name = "serve")
final class ServeCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Samples samples;

    @Option(
            names = "--listen",
            paramLabel = "ADDRESS:PORT",
            converter = HostPort.Converter.class,
            descriptionKey = "cli.option.listen")
    private HostPort listen;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            converter = HostPort.PortConverter.class,
            descriptionKey = "cli.option.port")
    private Integer port;

    @Option(names = "--expose-to-network", descriptionKey = "cli.option.expose")
    private boolean exposed;

    @Mixin
    private IdentityOptions files = new IdentityOptions();

    @Option(
            names = "--client-auth",
            paramLabel = "required|optional|none",
            converter = Words.ClientAuth.class,
            descriptionKey = "cli.option.clientAuth")
    private ClientAuthentication clientAuth = ClientAuthentication.REQUIRED;

    @Mixin
    private TlsOptions tls = new TlsOptions();

    @Option(names = "--server-names", paramLabel = "NAME", split = ",", descriptionKey = "cli.option.serverNames")
    private List<String> serverNames = List.of();

    @Option(names = "--allow-subject", paramLabel = "NAME", split = ",", descriptionKey = "cli.option.allowSubject")
    private List<String> subjects = List.of();

    @Mixin
    private RevocationOptions revocation = new RevocationOptions();

    @Option(names = "--staple", descriptionKey = "cli.option.staple")
    private boolean staple;

    @Option(names = "--message", paramLabel = "TEXT", descriptionKey = "cli.option.reply")
    private String reply = ServerSettings.DEFAULT_REPLY;

    @Option(
            names = "--count",
            paramLabel = "N",
            converter = Words.Count.class,
            descriptionKey = "cli.option.count.serve")
    private Integer count;

    @Option(
            names = "--as",
            paramLabel = "openssl|python|java|node|nginx",
            converter = AsCommand.Server.class,
            descriptionKey = "cli.option.as")
    private Target as;

    @Mixin
    private WireOptions wire = new WireOptions();

    @Mixin
    private RecordOptions recording = new RecordOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    ServeCommand(Terminal terminal, Samples samples) {
        this.terminal = terminal;
        this.samples = samples;
    }

    @Override
    public Integer call() throws Exception {
        recording.check();
        ServerSettings.Builder where = where();
        Credentials credentials = Credentials.load(files, samples, "server", "client", false);
        if (as != null) {
            ServerSettings settings = settings(where, credentials);
            return AsCommand.tell(
                    terminal,
                    credentials,
                    () -> Commands.server(as, settings, credentials.filesWith(revocation.files())));
        }
        Report report = output.report(terminal, count == null || count > 1);
        credentials.notices().forEach(report::notice);
        if (staple && credentials.identity().chain().size() < 2) {
            report.notice(Messages.get("cli.staple.alone"));
        }
        ServerSettings settings = settings(where, credentials);
        Account account = recording.account(report);
        Connections connections = new Connections();
        wire.apply(connections);
        Follower follower = new Follower(connections, account);
        AtomicBoolean stopped = new AtomicBoolean();
        Runnable stop = () -> {
            stopped.set(true);
            follower.wake();
        };
        return GoodOrder.run(stop, true, () -> {
            try (TlsServer server = start(settings, connections)) {
                welcome(server, report);
                follower.tellUntil(() -> stopped.get() || terminal.isGone() || isEnough(account));
            }
            follower.closeRest();
            recording.write(account, connections, terminal);
            return account.status(terminal, "serve");
        });
    }

    private boolean isEnough(Account account) {
        return count != null && account.over() >= count;
    }

    /**
     * Where to listen, and what else can be wrong without a file. Listening elsewhere than on this machine alone has to be
     * asked for twice.
     */
    private ServerSettings.Builder where() throws WrongUseException {
        if (port != null && listen != null) {
            throw new WrongUseException(Messages.get("cli.wrong.both", "--port", "--listen"));
        }
        Optional<HostPort> given = Optional.ofNullable(listen);
        String address = given.map(HostPort::host).orElse("127.0.0.1");
        int at = Optional.ofNullable(port)
                .or(() -> given.flatMap(HostPort::port))
                .orElse(ClientSettings.DEFAULT_PORT);
        if (!exposed && !isLoopback(address)) {
            throw new WrongUseException(Messages.get("cli.wrong.exposed", address));
        }
        return ServerSettings.builder()
                .address(address)
                .port(at)
                .serverNames(serverNames())
                .cipherSuites(tls.suites())
                .namedGroups(tls.groups())
                .signatureSchemes(tls.schemes());
    }

    private static boolean isLoopback(String address) throws WrongUseException {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new WrongUseException(Messages.get("server.address.unknown", address));
        }
    }

    private ServerSettings settings(ServerSettings.Builder where, Credentials credentials) throws WrongUseException {
        try {
            return where.identity(credentials.identity())
                    .trust(credentials.trust())
                    .clientAuthentication(clientAuth)
                    .versions(tls.versions())
                    .allowedSubjects(subjects)
                    .applicationProtocols(tls.protocols())
                    .revocation(revocation.checking())
                    .staple(staple)
                    .staplingResponder(revocation.responder().orElse(null))
                    .reply(reply)
                    .handshakeTimeout(tls.timeout())
                    .build();
        } catch (IllegalArgumentException e) {
            throw new WrongUseException(Messages.get("cli.wrong.settings", e.getMessage()));
        }
    }

    private List<String> serverNames() throws WrongUseException {
        for (String name : serverNames) {
            if (ServerNames.parse(name).isEmpty()) {
                throw new WrongUseException(Messages.get("cli.wrong.serverName", name));
            }
        }
        return serverNames;
    }

    private static TlsServer start(ServerSettings settings, Connections connections) throws WrongUseException {
        try {
            return TlsServer.start(settings, connections);
        } catch (IOException e) {
            throw new WrongUseException(StartProblem.of(settings, e).sentence());
        }
    }

    private void welcome(TlsServer server, Report report) throws WrongUseException {
        String listening = Messages.get(
                "cli.listening", Where.of(server.address()), clientAuth.name().toLowerCase(Locale.ROOT));
        if (output.isJson()) {
            terminal.problem(listening);
        } else {
            report.notice(listening);
        }
        if (exposed && !isLoopback(server.settings().address())) {
            terminal.problem(Messages.get("cli.exposed", Where.of(server.address())));
        }
        if (count == null) {
            report.notice(Messages.get("cli.untilStopped"));
        }
    }
}
