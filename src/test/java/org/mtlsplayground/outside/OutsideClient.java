package org.mtlsplayground.outside;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.mtlsplayground.peer.TlsVersion;

/** The outside programs that connect to our server, each saying "Hello from client" in its own way. */
enum OutsideClient {
    OPENSSL {
        @Override
        List<String> command(String port, PemFiles identity, String trusted, TlsVersion version) {
            List<String> command = new ArrayList<>(List.of("openssl", "s_client", "-connect", "127.0.0.1:" + port));
            command.addAll(List.of("-servername", SERVER_NAME, "-verify_hostname", SERVER_NAME));
            command.addAll(List.of("-CAfile", trusted, "-verify_return_error", "-ign_eof"));
            command.add(version == TlsVersion.TLS_1_3 ? "-tls1_3" : "-tls1_2");
            if (identity != null) {
                command.addAll(List.of("-cert", identity.certificate(), "-key", identity.key()));
                identity.above().ifPresent(file -> command.addAll(List.of("-cert_chain", file)));
            }
            return command;
        }
    },
    CURL {
        @Override
        List<String> command(String port, PemFiles identity, String trusted, TlsVersion version) {
            String number = version == TlsVersion.TLS_1_3 ? "1.3" : "1.2";
            List<String> command = new ArrayList<>(List.of("curl", "--silent", "--show-error", "--noproxy", "*"));
            command.addAll(List.of("--resolve", SERVER_NAME + ":" + port + ":127.0.0.1", "--max-time", "20"));
            command.addAll(List.of("--cacert", trusted, "--tlsv" + number, "--tls-max", number));
            if (identity != null) {
                command.addAll(List.of("--cert", identity.certificate(), "--key", identity.key()));
            }
            command.add("https://" + SERVER_NAME + ":" + port + "/Hello-from-client");
            return command;
        }
    },
    PYTHON {
        @Override
        List<String> command(String port, PemFiles identity, String trusted, TlsVersion version) {
            String certificate = identity == null ? "-" : identity.certificate();
            String key = identity == null ? "-" : identity.key();
            String script = "src/test/resources/org/mtlsplayground/outside/client.py";
            return List.of(
                    "python3",
                    script,
                    port,
                    trusted,
                    certificate,
                    key,
                    version.name().replace("TLS_", "TLSv"));
        }
    };

    static final String SERVER_NAME = "server.mtls.example.org";

    /** The command line; without an identity the program has no certificate. */
    abstract List<String> command(String port, PemFiles identity, String trusted, TlsVersion version);

    /** Connects, says its word, waits for the answer and ends. */
    OutsideProgram.Result connect(String port, PemFiles identity, String trusted, TlsVersion version) {
        String typed = this == OPENSSL ? "Hello from client\n" : "";
        return OutsideProgram.run(
                command(port, identity, trusted, version), Path.of("."), Duration.ofSeconds(30), typed);
    }
}
