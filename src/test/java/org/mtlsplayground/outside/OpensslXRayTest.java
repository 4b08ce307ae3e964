package org.mtlsplayground.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtlsplayground.peer.ClientRun;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.peer.TlsClient;
import org.mtlsplayground.peer.TlsServer;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.recorded.Play;
import org.mtlsplayground.transcript.DerivedSecret;
import org.mtlsplayground.transcript.Transcripts;
import org.mtlsplayground.xray.Opened;

/** Connections with openssl at the other end: our one side suffices to open them. */
class OpensslXRayTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private static List<String> client(int port, String... more) {
        List<String> command = new ArrayList<>(List.of("openssl", "s_client", "-connect", "127.0.0.1:" + port));
        command.addAll(List.of("-CAfile", Samples.SERVER_CA, "-ign_eof"));
        command.addAll(List.of("-cert", Samples.CLIENT.certificate(), "-key", Samples.CLIENT.key()));
        command.addAll(List.of(more));
        return command;
    }

    private static Connection visited(TlsVersion version, String... more) throws Exception {
        return Play.visit(
                Play.server("server", version),
                port -> OutsideProgram.run(client(port, more), Path.of("."), LIMIT, "Hello from client\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "X25519, x25519",
        "X448, x448",
        "P-256, secp256r1",
        "P-384, secp384r1",
        "P-521, secp521r1",
        "ffdhe2048, ffdhe2048",
        "ffdhe3072, ffdhe3072",
        "ffdhe4096, ffdhe4096"
    })
    void ourServerWithEachGroup(String group, String name) throws Exception {
        Opened opened =
                understood(() -> visited(TlsVersion.TLS_1_3, "-groups", group)).mutual();
        assertEquals(name, opened.group());
        assertTrue(opened.has("Application data"), opened.names()::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X448", "P-256", "P-384", "P-521", "ffdhe2048", "ffdhe3072", "ffdhe4096"})
    void ourClientWithEachGroup(String group) throws Exception {
        Opened opened = understood(() -> called("-tls1_3", "-groups", group)).mutual();
        // Our client's first guess is x25519, so any other group takes a second round.
        assertTrue(opened.has("HelloRetryRequest") || group.equals("P-256"), opened.names()::toString);
    }

    /**
     * A connection on whose shared secret both sides agree: JSSE leaves out the zero that one in 256 of a finite field begins
     * with, openssl does not (RFC 8446 §7.4.1).
     */
    private static Opened understood(Callable<Connection> connection) throws Exception {
        while (true) {
            Opened opened = Opened.of(connection.call());
            if (!zeroLeftOut(opened)) {
                return opened;
            }
        }
    }

    private static boolean zeroLeftOut(Opened opened) {
        byte[] shared = opened.transcript().secrets().stream()
                .filter(secret -> secret.id().equals(DerivedSecret.SHARED))
                .findFirst()
                .orElseThrow()
                .value();
        // The primes have 2048, 3072 and 4096 bits.
        return shared.length > 200 && (shared[0] == 0 || shared.length % 128 != 0);
    }

    @Test
    void aZeroThatOneSideLeavesOutEndsTheConnectionOpenToRead() throws Exception {
        try (Running program = server("-tls1_3", "-groups", "ffdhe2048")) {
            int port = OutsideServer.OPENSSL.port(program);
            // That none of so many begins with a zero has a chance of one in ten million million.
            for (int i = 0; i < 7_700; i++) {
                Opened opened = Opened.of(Play.call(
                        Play.client("client").message("Hello\n").port(port).namedGroups(List.of("ffdhe2048"))));
                if (zeroLeftOut(opened)) {
                    assertEquals(
                            "> Alert: bad_record_mac (20)",
                            opened.names().get(opened.names().size() - 1));
                    return;
                }
            }
        }
        fail("no shared secret began with a zero");
    }

    private Connection called(String... more) throws Exception {
        try (Running program = server(more)) {
            return Play.call(
                    Play.client("client").message("Hello from client\n").port(OutsideServer.OPENSSL.port(program)));
        }
    }

    private static Running server(String... more) {
        List<String> command =
                new ArrayList<>(List.of("openssl", "s_server", "-accept", "127.0.0.1:0", "-Verify", "3"));
        command.addAll(List.of("-CAfile", Samples.CLIENT_CA, "-rev"));
        command.addAll(List.of("-cert", Samples.SERVER.certificate(), "-key", Samples.SERVER.key()));
        command.addAll(List.of(more));
        return Running.start(command);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X25519", "X448", "P-256", "P-384", "P-521"})
    void tls12WithEachCurve(String group) throws Exception {
        // The certificates are on P-256, which must be offered for them.
        String groups = group.equals("P-256") ? group : group + ":P-256";
        Opened.of(visited(TlsVersion.TLS_1_2, "-groups", groups)).mutual();
        Opened.of(called("-tls1_2", "-groups", groups)).mutual();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256"})
    void tls13WithEachSuite(String suite) throws Exception {
        assertEquals(
                suite,
                Opened.of(visited(TlsVersion.TLS_1_3, "-ciphersuites", suite))
                        .mutual()
                        .suite());
        assertEquals(
                suite,
                Opened.of(called("-tls1_3", "-ciphersuites", suite)).mutual().suite());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ECDHE-ECDSA-AES128-GCM-SHA256",
                "ECDHE-ECDSA-CHACHA20-POLY1305",
                "ECDHE-ECDSA-AES256-SHA384",
                "ECDHE-ECDSA-AES128-SHA256",
                "ECDHE-ECDSA-AES256-SHA"
            })
    void tls12WithEachKindOfSuite(String suite) throws Exception {
        Opened.of(visited(TlsVersion.TLS_1_2, "-cipher", suite)).mutual();
        Opened.of(called("-tls1_2", "-cipher", suite)).mutual();
    }

    /** RFC 5246 §8.1 as it was before RFC 7627. */
    @Test
    void withoutExtendedMasterSecret() throws Exception {
        Path config = folder.resolve("openssl.cnf");
        Files.writeString(config, """
                openssl_conf = conf
                [conf]
                ssl_conf = ssl
                [ssl]
                system_default = defaults
                [defaults]
                Options = -ExtendedMasterSecret
                """);
        Connection connection = Play.visit(Play.server("server", TlsVersion.TLS_1_2), port -> {
            List<String> command = new ArrayList<>(List.of("env", "OPENSSL_CONF=" + config));
            command.addAll(client(port));
            OutsideProgram.run(command, Path.of("."), LIMIT, "Hello from client\n");
        });
        Opened opened = Opened.of(connection).mutual();
        assertTrue(
                opened.transcript().secrets().stream()
                        .anyMatch(secret -> secret.label().equals("master secret")),
                () -> opened.transcript().secrets().toString());
    }

    @ParameterizedTest
    @EnumSource
    void aSessionResumedByOpenssl(TlsVersion version) throws Exception {
        Connections connections = new Connections();
        Path session = folder.resolve("session.pem");
        ServerSettings settings = Play.server("server", version).build();
        try (TlsServer server = TlsServer.start(settings, connections)) {
            int port = server.address().getPort();
            for (String option : List.of("-sess_out", "-sess_in")) {
                OutsideProgram.run(
                        client(port, option, session.toString()), Path.of("."), LIMIT, "Hello from client\n");
            }
        }
        List<Connection> all = connections.all();
        assertEquals(2, all.size());
        Transcripts transcripts =
                new Transcripts(() -> all.stream().map(Connection::capture).toList());
        // Only the second is asked for: the first is read because its session is needed.
        Opened.of(all.get(1).capture(), transcripts).resumed();
        Opened.of(all.get(0).capture(), transcripts).mutual();
    }

    @ParameterizedTest
    @CsvSource({"-tls1_3, ''", "-tls1_2, ''", "-tls1_2, -no_ticket"})
    void aSessionResumedByOurClient(String version, String ticket) throws Exception {
        Connections connections = new Connections();
        TlsClient client = new TlsClient(connections);
        String[] options = ticket.isEmpty() ? new String[] {version} : new String[] {version, ticket};
        try (Running program = server(options)) {
            ClientSettings settings = Play.client("client")
                    .resume(true)
                    .message("Hello from client\n")
                    .port(OutsideServer.OPENSSL.port(program))
                    .build();
            for (int i = 0; i < 2; i++) {
                ClientRun run = client.connect(settings);
                run.outcome().get(30, TimeUnit.SECONDS);
            }
        }
        List<Connection> all = connections.all();
        Transcripts transcripts =
                new Transcripts(() -> all.stream().map(Connection::capture).toList());
        Opened.of(all.get(1).capture(), transcripts).resumed();
    }

    @Test
    void keysAreUpdated() throws Exception {
        Connection connection = Play.visit(Play.server("server", TlsVersion.TLS_1_3), port -> {
            List<String> command = client(port);
            command.remove("-ign_eof");
            try (Running program = Running.start(command)) {
                program.type("K\n");
                program.await("KEYUPDATE");
                program.type("Hello from client\n");
                program.awaitEnd();
            }
        });
        Opened opened = Opened.of(connection).mutual();
        assertEquals(
                2,
                opened.names().stream()
                        .filter(name -> name.endsWith("KeyUpdate"))
                        .count(),
                opened.names()::toString);
        Set<String> ids = Set.copyOf(
                opened.transcript().secrets().stream().map(DerivedSecret::id).toList());
        assertTrue(
                ids.containsAll(List.of(DerivedSecret.CLIENT_TRAFFIC + 1, DerivedSecret.SERVER_TRAFFIC + 1)),
                ids::toString);
    }
}
