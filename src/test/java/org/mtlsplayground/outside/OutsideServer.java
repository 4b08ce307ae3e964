package org.mtlsplayground.outside;

import java.util.ArrayList;
import java.util.List;
import org.mtlsplayground.peer.TlsVersion;

/** The outside programs that our client connects to. Each serves one connection and asks for a client certificate. */
enum OutsideServer {
    OPENSSL("ACCEPT \\S+:(\\d+)\\R", "peer did not return a certificate") {
        @Override
        List<String> command(PemFiles identity, String trusted, TlsVersion version) {
            String flag = version == TlsVersion.TLS_1_3 ? "-tls1_3" : "-tls1_2";
            List<String> command = new ArrayList<>(List.of(
                    "openssl",
                    "s_server",
                    "-accept",
                    "127.0.0.1:0",
                    "-naccept",
                    "1",
                    flag,
                    "-Verify",
                    "3",
                    "-verify_return_error",
                    "-CAfile",
                    trusted,
                    "-cert",
                    identity.certificate(),
                    "-key",
                    identity.key()));
            identity.above().ifPresent(file -> command.addAll(List.of("-cert_chain", file)));
            return command;
        }
    },
    PYTHON("listening on (\\d+)\\R", "peer did not return a certificate") {
        @Override
        List<String> command(PemFiles identity, String trusted, TlsVersion version) {
            return List.of(
                    "python3",
                    "-u",
                    "src/test/resources/org/mtlsplayground/outside/server.py",
                    trusted,
                    identity.certificate(),
                    identity.key(),
                    version.name().replace("TLS_", "TLSv"));
        }
    };

    private final String listening;
    private final String noCertificate;

    OutsideServer(String listening, String noCertificate) {
        this.listening = listening;
        this.noCertificate = noCertificate;
    }

    /** The command line; the program picks a free port. */
    abstract List<String> command(PemFiles identity, String trusted, TlsVersion version);

    /** Starts one that trusts the CA of the sample clients. */
    Running start(Samples identity, TlsVersion version) {
        return start(identity, Samples.CLIENT_CA, version);
    }

    /** Starts one that trusts the CAs of a file. */
    Running start(PemFiles identity, String trusted, TlsVersion version) {
        return Running.start(command(identity, trusted, version));
    }

    /** Waits until it listens, and returns its port. */
    int port(Running program) {
        return Integer.parseInt(program.await(listening).group(1));
    }

    /** What it writes when a client shows no certificate. */
    String noCertificate() {
        return noCertificate;
    }
}
