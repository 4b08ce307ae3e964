package org.mtlsplayground.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mtlsplayground.ca.NewCertificate;
import org.mtlsplayground.ca.revocation.Authority;
import org.mtlsplayground.ca.revocation.Revocation;
import org.mtlsplayground.commands.Commands;
import org.mtlsplayground.commands.PickedFile;
import org.mtlsplayground.commands.SideFiles;
import org.mtlsplayground.commands.Target;
import org.mtlsplayground.peer.ClientAuthentication;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.peer.Outcome;
import org.mtlsplayground.peer.RevocationChecking;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.peer.TlsServer;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.TrustAnchors;
import org.mtlsplayground.pki.status.RevocationReason;

/** A copied command looks at every revocation list that the window looks at. */
class CopiedListsTest {
    @TempDir
    private Path temporary;

    /** A root, a CA below it, and the revocation lists of both in files: one in PEM without a last line end, one in DER. */
    private final class TwoAuthorities {
        private final Authority root =
                new Authority(NewCertificate.authority("Root").create());
        private final Authority below = new Authority(root.issue(NewCertificate.authority("Below")));
        private final List<Path> files = List.of(temporary.resolve("root.crl"), temporary.resolve("below.crl"));

        void revoke(Identity one) {
            below.revoke(one.leaf().getSerialNumber(), Revocation.now(RevocationReason.KEY_COMPROMISE));
        }

        /** What they say now, written anew. */
        RevocationChecking checking() throws Exception {
            Instant now = Instant.now();
            X509CRL first = root.newCrl(now, now.plus(Duration.ofHours(1)));
            X509CRL second = below.newCrl(now, now.plus(Duration.ofHours(1)));
            Files.writeString(
                    files.get(0),
                    "-----BEGIN X509 CRL-----\n"
                            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(first.getEncoded())
                            + "\n-----END X509 CRL-----");
            Files.write(files.get(1), second.getEncoded());
            return RevocationChecking.by(RevocationChecking.Source.CRL)
                    .with(List.of(first, second))
                    .wholeChain(true);
        }

        TrustAnchors trust() {
            return TrustAnchors.of(List.of(root.identity().leaf()));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENSSL", "CURL", "PYTHON", "NODE", "JAVA"})
    void aClientLooksAtAllLists(Target target) throws Exception {
        Pasted.require(target);
        TwoAuthorities authorities = new TwoAuthorities();
        Identity identity =
                authorities.below.issue(NewCertificate.server("localhost").ip("127.0.0.1"));
        ServerSettings settings = ServerSettings.builder()
                .port(0)
                .identity(identity)
                .clientAuthentication(ClientAuthentication.NONE)
                .build();
        try (TlsServer server = TlsServer.start(settings, new Connections())) {
            for (boolean revoked : new boolean[] {false, true}) {
                if (revoked) {
                    authorities.revoke(identity);
                }
                ClientSettings client = ClientSettings.builder()
                        .port(server.address().getPort())
                        .serverName("localhost")
                        .trust(authorities.trust())
                        .revocation(authorities.checking())
                        .build();
                SideFiles files =
                        new SideFiles(Optional.empty(), Optional.empty(), Optional.empty(), authorities.files);
                String command = Commands.client(target, client, files);
                OutsideProgram.Result result =
                        OutsideProgram.run(Pasted.bash(temporary, command), Path.of("."), Pasted.LIMIT);
                assertEquals(revoked, result.exitCode() != 0, command + result.all());
                assertEquals(revoked, !result.stdout().contains("Hello from server"), command + result.all());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENSSL", "NGINX"})
    void aServerLooksAtAllLists(Target target) throws Exception {
        Pasted.require(target);
        int port = Pasted.freePort();
        TwoAuthorities authorities = new TwoAuthorities();
        Identity good = authorities.below.issue(NewCertificate.client("alice"));
        Identity revoked = authorities.below.issue(NewCertificate.client("mallory"));
        authorities.revoke(revoked);
        ServerSettings settings = ServerSettings.builder()
                .port(port)
                .identity(Samples.SERVER.identity())
                .trust(authorities.trust())
                .revocation(authorities.checking())
                .build();
        SideFiles files = new SideFiles(
                Optional.of(PickedFile.of(Path.of(Samples.SERVER.certificate()))),
                Optional.of(PickedFile.of(Path.of(Samples.SERVER.key()))),
                Optional.empty(),
                authorities.files);
        String command = Commands.server(target, settings, files);
        try (Running running = Running.start(Pasted.bash(temporary, command))) {
            Outcome.Success success = assertInstanceOf(
                    Outcome.Success.class, Pasted.connectOnceItListens(port, good), command + running.output());
            assertTrue(success.received().endsWith(settings.reply()), success.received() + running.output());
            Outcome refused = Pasted.connectOnceItListens(port, revoked);
            if (target == Target.NGINX) {
                Outcome.Success told = assertInstanceOf(Outcome.Success.class, refused, running.output());
                assertTrue(told.received().startsWith("HTTP/1.1 400"), told.received());
            } else {
                assertInstanceOf(Outcome.Failure.class, refused, running.output());
            }
        }
    }
}
