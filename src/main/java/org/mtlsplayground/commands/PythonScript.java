package org.mtlsplayground.commands;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.pki.LoadException;

/** Python's module {@code ssl}. */
final class PythonScript {
    private PythonScript() {}

    static String client(ClientSettings settings, SideFiles files) throws LoadException {
        Wishes wishes = Wishes.of(settings);
        Kit kit = new Kit(wishes, files, false);
        Script script = new Script();
        script.line("import os, socket, ssl");
        script.line("");
        script.line("context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)");
        if (!settings.verifyHostName()) {
            script.line("context.check_hostname = False");
        }
        context(script, wishes, kit);
        script.line("");
        script.line(
                "with socket.create_connection((%s, %d), timeout=%d) as raw:",
                Quotes.python(settings.host()),
                settings.port(),
                settings.timeout().toSeconds());
        script.line("    with context.wrap_socket(raw, server_hostname=%s) as tls:", serverName(settings));
        script.line("        tls.sendall(%s.encode())", Quotes.python(settings.message()));
        script.line("        print(tls.recv(16384).decode())");
        Remarks.client(kit.remarks, Target.PYTHON, settings);
        return kit.command(script.of("python3 -"));
    }

    private static String serverName(ClientSettings settings) {
        boolean noneAtAll = settings.serverName().isEmpty() && !settings.verifyHostName();
        return noneAtAll ? "None" : Quotes.python(Hosts.expected(settings));
    }

    static String server(ServerSettings settings, SideFiles files) throws LoadException {
        Wishes wishes = Wishes.of(settings);
        Kit kit = new Kit(wishes, files, false);
        Script script = new Script();
        script.line("import os, socket, ssl");
        script.line("");
        script.line("context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)");
        script.line(
                "context.verify_mode = ssl.%s",
                switch (settings.clientAuthentication()) {
                    case REQUIRED -> "CERT_REQUIRED";
                    case OPTIONAL -> "CERT_OPTIONAL";
                    case NONE -> "CERT_NONE";
                });
        context(script, wishes, kit);
        script.line("");
        String family = settings.address().contains(":") ? ", family=socket.AF_INET6" : "";
        script.line(
                "with socket.create_server((%s, %d)%s) as listening:",
                Quotes.python(settings.address()), settings.port(), family);
        script.line("    print(\"Listening on\", listening.getsockname(), flush=True)");
        script.line("    while True:");
        script.line("        raw, client = listening.accept()");
        script.line("        raw.settimeout(%d)", settings.handshakeTimeout().toSeconds());
        script.line("        try:");
        script.line("            with context.wrap_socket(raw, server_side=True) as tls:");
        script.line("                print(client, tls.getpeercert(), tls.recv(16384), flush=True)");
        script.line("                tls.sendall(%s.encode())", Quotes.python(settings.reply()));
        script.line("        except OSError as problem:");
        script.line("            print(client, problem, flush=True)");
        Remarks.server(kit.remarks, Target.PYTHON, settings);
        return kit.command(script.of("python3 -"));
    }

    private static void context(Script script, Wishes wishes, Kit kit) throws LoadException {
        Optional<Ref> chain = kit.chain();
        Optional<Ref> key = kit.key();
        if (chain.isPresent()) {
            script.line(
                    "context.load_cert_chain(%s, %s)",
                    chain.get().python(), key.orElseThrow().python());
        }
        if (wishes.trust().platform()) {
            script.line("context.load_default_certs()");
        }
        Optional<Ref> trusted = kit.trust();
        if (trusted.isPresent()) {
            script.line("context.load_verify_locations(%s)", trusted.get().python());
        }
        if (wishes.trustsOthersThanRoots()) {
            script.line("context.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN");
        }
        if (Remarks.looksAtLists(wishes.revocation())) {
            List<Ref> lists = kit.lists();
            for (Ref list : lists) {
                script.line("context.load_verify_locations(%s)", list.python());
            }
            if (!lists.isEmpty()) {
                script.line(
                        "context.verify_flags |= ssl.%s",
                        wishes.revocation().wholeChain() ? "VERIFY_CRL_CHECK_CHAIN" : "VERIFY_CRL_CHECK_LEAF");
            }
        }
        script.line("context.minimum_version = ssl.TLSVersion.%s", version(wishes.oldest()));
        script.line("context.maximum_version = ssl.TLSVersion.%s", version(wishes.newest()));
        if (!wishes.suites12().isEmpty()) {
            script.line("context.set_ciphers(%s)", Quotes.python(wishes.suites12()));
        }
        if (!wishes.protocols().isEmpty()) {
            script.line(
                    "context.set_alpn_protocols([%s])",
                    wishes.protocols().stream().map(Quotes::python).collect(Collectors.joining(", ")));
        }
    }

    private static String version(String jsse) {
        return jsse.replace('.', '_');
    }
}
