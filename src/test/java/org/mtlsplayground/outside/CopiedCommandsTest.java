package org.mtlsplayground.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mtlsplayground.commands.Commands;
import org.mtlsplayground.commands.PickedFile;
import org.mtlsplayground.commands.SideFiles;
import org.mtlsplayground.commands.Target;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.Outcome;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.PkiFiles;

/** A copied command, pasted into bash, does what the window does: each is run against our other side. */
class CopiedCommandsTest {
    private static final String HOSTILE = "it's \"my\" $HOME; `id` & folder\\n: #1 %s";
    private static final char[] PASSWORD = "playground".toCharArray();

    @TempDir
    private Path temporary;

    static Stream<Target> clients() {
        return Target.of(Side.CLIENT).stream();
    }

    static Stream<Target> servers() {
        return Target.of(Side.SERVER).stream();
    }

    /** A copy of a sample in a folder of a name that is hard to quote. */
    private Path copied(String sample) throws IOException {
        Path folder = Files.createDirectories(temporary.resolve(HOSTILE));
        Path copy = folder.resolve(Path.of(sample).getFileName());
        if (Files.notExists(copy)) {
            Files.copy(Path.of(sample), copy);
        }
        return copy;
    }

    private SideFiles files(Samples identity, String trusted) throws IOException {
        return new SideFiles(
                Optional.of(PickedFile.of(copied(identity.certificate()))),
                Optional.of(PickedFile.of(copied(identity.key()))),
                Optional.of(copied(trusted)),
                List.of());
    }

    private static ClientSettings.Builder client(String port, String trusted) throws Exception {
        return ClientSettings.builder()
                .port(Integer.parseInt(port))
                .identity(Samples.CLIENT.identity())
                .trust(Samples.trust(trusted))
                .message("it's \"$HOME\" \\n %s `id`");
    }

    @ParameterizedTest
    @MethodSource("clients")
    void aClientIsLetIn(Target target) throws Exception {
        Pasted.require(target);
        try (ServerUnderTest server = ServerUnderTest.start(Samples.SERVER, TlsVersion.TLS_1_3)) {
            ClientSettings settings = client(server.port(), Samples.SERVER_CA).build();
            String command = Commands.client(target, settings, files(Samples.CLIENT, Samples.SERVER_CA));
            OutsideProgram.Result result =
                    OutsideProgram.run(Pasted.bash(temporary, command), Path.of("."), Pasted.LIMIT);
            assertEquals(0, result.exitCode(), command + result.all());
            assertTrue(result.stdout().contains("Hello from server"), command + result.all());
            Outcome.Success success = assertInstanceOf(Outcome.Success.class, server.outcome(), result.all());
            assertEquals(
                    "CN=alice,O=mTLS Playground",
                    success.peerChain().get(0).getSubjectX500Principal().getName());
            if (target != Target.CURL && target != Target.HTTP_CLIENT) {
                assertEquals(settings.message(), success.received());
            }
        }
        assertEquals(List.of(HOSTILE), left(), "what it made is deleted");
    }

    private List<String> left() throws IOException {
        try (Stream<Path> all = Files.list(temporary)) {
            return all.map(path -> path.getFileName().toString())
                    .filter(name -> !name.startsWith("hsperf"))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("clients")
    void aClientRefusesAServerOfAnotherCa(Target target) throws Exception {
        Pasted.require(target);
        try (ServerUnderTest server = ServerUnderTest.start(Samples.SERVER, TlsVersion.TLS_1_3)) {
            ClientSettings settings = client(server.port(), Samples.CLIENT_CA).build();
            String command = Commands.client(target, settings, files(Samples.CLIENT, Samples.CLIENT_CA));
            OutsideProgram.Result result =
                    OutsideProgram.run(Pasted.bash(temporary, command), Path.of("."), Pasted.LIMIT);
            assertNotEquals(0, result.exitCode(), command + result.all());
            assertFalse(result.stdout().contains("Hello from server"), command + result.all());
            if (target != Target.NODE) {
                assertInstanceOf(Outcome.Failure.class, server.outcome(), result.all());
            }
        }
    }

    /** With the server's own choice of suite, group, scheme and version, so that options of the command show. */
    @ParameterizedTest
    @CsvSource({"OPENSSL, secp384r1", "CURL, secp384r1", "JAVA, secp384r1", "NODE, secp384r1"})
    void whatAClientOffersIsWhatWasChosen(Target target, String group) throws Exception {
        Pasted.require(target);
        try (ServerUnderTest server = ServerUnderTest.start(Samples.SERVER, TlsVersion.TLS_1_2)) {
            ClientSettings settings = client(server.port(), Samples.SERVER_CA)
                    .cipherSuites(List.of("TLS_AES_128_GCM_SHA256", "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384"))
                    .namedGroups(List.of(group, "secp256r1"))
                    .signatureSchemes(List.of("ecdsa_secp256r1_sha256", "rsa_pkcs1_sha1"))
                    .verifyHostName(false)
                    .build();
            String command = Commands.client(target, settings, files(Samples.CLIENT, Samples.SERVER_CA));
            OutsideProgram.Result result =
                    OutsideProgram.run(Pasted.bash(temporary, command), Path.of("."), Pasted.LIMIT);
            assertEquals(0, result.exitCode(), command + result.all());
            Outcome.Success success = assertInstanceOf(Outcome.Success.class, server.outcome(), result.all());
            assertEquals("TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384", success.cipherSuite());
        }
    }

    @ParameterizedTest
    @CsvSource({"OPENSSL, client.p12, client.p12", "PYTHON, client.crt, client-encrypted.key"})
    void aPasswordIsAskedFor(Target target, String certificate, String key) throws Exception {
        Pasted.require(target);
        OutsideProgram.require("openssl");
        Path chain = copied("sample-certs/" + certificate);
        Path secret = copied("sample-certs/" + key);
        try (ServerUnderTest server = ServerUnderTest.start(Samples.SERVER, TlsVersion.TLS_1_3)) {
            ClientSettings settings = client(server.port(), Samples.SERVER_CA)
                    .identity(
                            new Identity(PkiFiles.certificates(chain, PASSWORD), PkiFiles.privateKey(secret, PASSWORD)))
                    .build();
            SideFiles files = new SideFiles(
                    Optional.of(PickedFile.of(chain)),
                    Optional.of(PickedFile.of(secret)),
                    Optional.of(copied(Samples.SERVER_CA)),
                    List.of());
            String command = Commands.client(target, settings, files);
            assertFalse(command.contains("playground\n") || command.contains("PRIVATE KEY-----\nM"), command);
            OutsideProgram.Result right =
                    OutsideProgram.run(Pasted.bash(temporary, command), Path.of("."), Pasted.LIMIT, "playground\n");
            assertEquals(0, right.exitCode(), command + right.all());
            assertInstanceOf(Outcome.Success.class, server.outcome(), right.all());
            OutsideProgram.Result wrong =
                    OutsideProgram.run(Pasted.bash(temporary, command), Path.of("."), Pasted.LIMIT, "wrong\n");
            assertNotEquals(0, wrong.exitCode(), command + wrong.all());
        }
        assertEquals(List.of(HOSTILE), left(), "what it made is deleted");
    }

    /** With RC2 of 40 bits, as OpenSSL 1.1 and Java 8 wrote them. */
    @Test
    void anOldKeyStoreIsOpened() throws Exception {
        OutsideProgram.require("bash");
        OutsideProgram.require("openssl");
        Path store = Files.createDirectories(temporary.resolve(HOSTILE)).resolve("old.p12");
        List<String> export = List.of(
                "openssl",
                "pkcs12",
                "-export",
                "-legacy",
                "-in",
                Samples.CLIENT.certificate(),
                "-inkey",
                Samples.CLIENT.key(),
                "-out",
                store.toString(),
                "-passout",
                "pass:playground");
        OutsideProgram.Result exported = OutsideProgram.run(export, Path.of("."), Pasted.LIMIT);
        assertEquals(0, exported.exitCode(), exported.all());
        try (ServerUnderTest server = ServerUnderTest.start(Samples.SERVER, TlsVersion.TLS_1_3)) {
            SideFiles files = new SideFiles(
                    Optional.of(PickedFile.of(store)),
                    Optional.of(PickedFile.of(store)),
                    Optional.of(copied(Samples.SERVER_CA)),
                    List.of());
            ClientSettings settings = client(server.port(), Samples.SERVER_CA).build();
            String command = Commands.client(Target.OPENSSL, settings, files);
            OutsideProgram.Result result =
                    OutsideProgram.run(Pasted.bash(temporary, command), Path.of("."), Pasted.LIMIT, "playground\n");
            assertEquals(0, result.exitCode(), command + result.all());
            assertInstanceOf(Outcome.Success.class, server.outcome(), result.all());
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aServerLetsInWhomItTrustsAndNobodyElse(Target target) throws Exception {
        Pasted.require(target);
        int port = Pasted.freePort();
        ServerSettings settings = ServerSettings.builder()
                .port(port)
                .identity(Samples.SERVER.identity())
                .trust(Samples.trust(Samples.CLIENT_CA))
                .reply("it's \"$HOME\" \\n %s `id`")
                .build();
        String command = Commands.server(target, settings, files(Samples.SERVER, Samples.CLIENT_CA));
        try (Running running = Running.start(Pasted.bash(temporary, command))) {
            if (target != Target.OPENSSL && target != Target.NGINX) {
                running.await("Listening on");
            }
            Outcome first = Pasted.connectOnceItListens(port, Samples.CLIENT.identity());
            Outcome.Success success = assertInstanceOf(Outcome.Success.class, first, command + running.output());
            assertTrue(success.received().endsWith(settings.reply()), success.received() + running.output());
            Outcome second = Pasted.connectOnceItListens(port, Samples.CLIENT_OF_UNKNOWN_CA.identity());
            switch (target) {
                case NGINX -> {
                    Outcome.Success refused = assertInstanceOf(Outcome.Success.class, second, running.output());
                    assertTrue(refused.received().startsWith("HTTP/1.1 400"), refused.received());
                }
                case NODE -> {
                    if (second instanceof Outcome.Success left) {
                        assertEquals("", left.received());
                    }
                }
                default -> assertInstanceOf(Outcome.Failure.class, second, running.output());
            }
        }
    }

    /** One line of the user's that begins with a comment's sign must not end a comment. */
    @Test
    void aCommandOfManyWishesIsOneThatBashReads() throws Exception {
        OutsideProgram.require("bash");
        for (Target target : Target.of(Side.SERVER)) {
            ServerSettings settings = ServerSettings.builder()
                    .identity(Samples.SERVER.identity())
                    .trust(Samples.trust(Samples.CLIENT_CA))
                    .allowedSubjects(List.of("alice"))
                    .serverNames(List.of("*.example.org"))
                    .reply("EOF\nid\nEOF")
                    .build();
            String command = Commands.server(target, settings, files(Samples.SERVER, Samples.CLIENT_CA));
            OutsideProgram.Result read =
                    OutsideProgram.run(List.of("bash", "-n", "-c", command), Path.of("."), Pasted.LIMIT);
            assertEquals(0, read.exitCode(), command + read.all());
            assertFalse(command.contains("\nid\n") && target != Target.OPENSSL && target != Target.NGINX, command);
        }
    }
}
