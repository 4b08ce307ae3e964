package org.mtlsplayground.commands;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mtlsplayground.peer.ClientAuthentication;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.pki.LoadException;

/** Node's module {@code tls}. */
final class NodeScript {
    private NodeScript() {}

    static String client(ClientSettings settings, SideFiles files) throws LoadException {
        Wishes wishes = Wishes.of(settings);
        Kit kit = new Kit(wishes, files, false);
        Script script = new Script();
        script.line("const fs = require(\"fs\"), tls = require(\"tls\");");
        script.line("");
        script.line("const socket = tls.connect({");
        script.line("  host: %s,", Quotes.javaScript(settings.host()));
        script.line("  port: %d,", settings.port());
        script.line("  servername: %s,", Quotes.javaScript(settings.serverName()));
        if (!settings.verifyHostName()) {
            script.line("  checkServerIdentity: () => undefined,");
        }
        context(script, wishes, kit);
        script.line("}, () => socket.write(%s));", Quotes.javaScript(settings.message()));
        long millis = settings.timeout().toMillis();
        script.line("socket.setTimeout(%d, () => socket.destroy(new Error(\"no answer\")));", millis);
        script.line("socket.on(\"data\", data => { console.log(data.toString()); socket.end(); });");
        script.line("socket.on(\"error\", problem => { console.error(problem.message); process.exitCode = 1; });");
        Remarks.client(kit.remarks, Target.NODE, settings);
        return kit.command(script.of("node -"));
    }

    static String server(ServerSettings settings, SideFiles files) throws LoadException {
        Wishes wishes = Wishes.of(settings);
        Kit kit = new Kit(wishes, files, false);
        Script script = new Script();
        script.line("const fs = require(\"fs\"), tls = require(\"tls\");");
        script.line("");
        script.line("const server = tls.createServer({");
        boolean asks = settings.clientAuthentication() != ClientAuthentication.NONE;
        script.line("  requestCert: %s,", asks);
        script.line("  rejectUnauthorized: %s,", settings.clientAuthentication() == ClientAuthentication.REQUIRED);
        script.line("  handshakeTimeout: %d,", settings.handshakeTimeout().toMillis());
        context(script, wishes, kit);
        script.line("}, socket => {");
        if (settings.clientAuthentication() == ClientAuthentication.OPTIONAL) {
            script.line("  const problem = socket.authorizationError;");
            script.line("  if (problem && socket.getPeerCertificate().raw) { socket.destroy(); return; }");
        }
        script.line("  console.log(\"client\", socket.getPeerCertificate().subject);");
        script.line("  socket.on(\"error\", problem => console.error(problem.message));");
        script.line("  socket.once(\"data\", data => {");
        script.line("    console.log(data.toString());");
        script.line("    socket.end(%s);", Quotes.javaScript(settings.reply()));
        script.line("  });");
        script.line("});");
        script.line("server.on(\"tlsClientError\", problem => console.error(problem.message));");
        script.line("server.on(\"error\", problem => { console.error(problem.message); process.exitCode = 1; });");
        script.line(
                "server.listen(%d, %s, () => console.log(\"Listening on\", server.address()));",
                settings.port(), Quotes.javaScript(settings.address()));
        Remarks.server(kit.remarks, Target.NODE, settings);
        return kit.command(script.of("node -"));
    }

    private static void context(Script script, Wishes wishes, Kit kit) throws LoadException {
        Optional<Ref> chain = kit.chain();
        Optional<Ref> key = kit.key();
        chain.ifPresent(file -> script.line("  cert: fs.readFileSync(%s),", file.javaScript()));
        key.ifPresent(file -> script.line("  key: fs.readFileSync(%s),", file.javaScript()));
        if (!wishes.trust().platform()) {
            Optional<Ref> trusted = kit.trust();
            script.line(
                    "  ca: %s,",
                    trusted.map(file -> "fs.readFileSync(" + file.javaScript() + ")")
                            .orElse("[]"));
        }
        if (Remarks.looksAtLists(wishes.revocation())) {
            List<Ref> lists = kit.lists();
            if (!lists.isEmpty()) {
                script.line(
                        "  crl: [%s],",
                        lists.stream()
                                .map(file -> "fs.readFileSync(" + file.javaScript() + ")")
                                .collect(Collectors.joining(", ")));
            }
        }
        script.line("  minVersion: \"%s\",", wishes.oldest());
        script.line("  maxVersion: \"%s\",", wishes.newest());
        String suites = wishes.suites13()
                + (wishes.suites13().isEmpty() || wishes.suites12().isEmpty() ? "" : ":")
                + wishes.suites12();
        if (!suites.isEmpty()) {
            script.line("  ciphers: %s,", Quotes.javaScript(suites));
        }
        if (!wishes.groups().isEmpty()) {
            script.line("  ecdhCurve: %s,", Quotes.javaScript(OpensslNames.groups(wishes.groups())));
        }
        if (!wishes.schemes().isEmpty()) {
            script.line("  sigalgs: %s,", Quotes.javaScript(OpensslNames.schemes(wishes.schemes())));
        }
        if (!wishes.protocols().isEmpty()) {
            script.line(
                    "  ALPNProtocols: [%s],",
                    wishes.protocols().stream().map(Quotes::javaScript).collect(Collectors.joining(", ")));
        }
    }
}
