package org.mtlsplayground.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlsplayground.ca.NewCertificate;
import org.mtlsplayground.ca.revocation.Authority;
import org.mtlsplayground.ca.revocation.CrlFiles;
import org.mtlsplayground.ca.revocation.OcspResponder;
import org.mtlsplayground.ca.revocation.Revocation;
import org.mtlsplayground.peer.ClientAuthentication;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.peer.TlsServer;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.Pem;
import org.mtlsplayground.pki.status.RevocationReason;

/** {@code connect} looks whether the server's certificate is revoked, as it is told to. */
class RevocationOptionsTest {
    @TempDir
    Path folder;

    private OcspResponder responder;
    private TlsServer server;

    @BeforeEach
    void start() throws Exception {
        Identity root = NewCertificate.authority("Root").create();
        Authority authority =
                new Authority(NewCertificate.authority("CA").issuedBy(root).create());
        responder = OcspResponder.start(authority, OcspResponder.Settings.usual(), asked -> {});
        Identity identity = authority.issue(NewCertificate.server("localhost").ip("127.0.0.1"));
        authority.revoke(identity.leaf().getSerialNumber(), Revocation.now(RevocationReason.SUPERSEDED));
        server = TlsServer.start(
                ServerSettings.builder()
                        .port(0)
                        .identity(identity)
                        .clientAuthentication(ClientAuthentication.NONE)
                        .staple(true)
                        .staplingResponder(responder.address())
                        .build(),
                new Connections());
        Files.writeString(folder.resolve("root.crt"), Pem.encode(root.leaf()));
        CrlFiles.writePem(folder.resolve("crl.pem"), authority.currentCrl(Instant.now()));
    }

    @AfterEach
    void stop() {
        server.close();
        responder.close();
    }

    private void ends(String outcome, Object alert, String... more) {
        List<String> args = new ArrayList<>(List.of(
                "connect",
                "127.0.0.1:" + server.address().getPort(),
                "--json",
                "--no-cert",
                "--no-verify-host",
                "--ca",
                folder.resolve("root.crt").toString()));
        args.addAll(List.of(more));
        InProcess run = InProcess.run(args.toArray(String[]::new));
        List<Map<String, Object>> objects = JsonText.lines(run.out());
        Map<String, Object> told = objects.get(objects.size() - 1);
        assertEquals(outcome, told.get("outcome"), run.all());
        assertEquals(alert, told.get("alert"), run.all());
        if (outcome.equals("refused")) {
            assertEquals(1, run.status());
            assertTrue(run.err().contains("The client refused the server’s certificate: it is revoked"), run.err());
        }
    }

    @Test
    void asToldOnTheCommandLine() {
        String crl = folder.resolve("crl.pem").toString();
        String ocsp = responder.address().toString();
        ends("server_only", null);
        ends("server_only", null, "--revocation", "off");
        ends("refused", "bad_certificate_status_response", "--revocation", "ocsp");
        ends("refused", "certificate_revoked", "--revocation", "ocsp", "--no-status", "--ocsp", ocsp);
        ends("refused", "certificate_revoked", "--crl", crl, "--no-status");
        ends("refused", "certificate_revoked", "--crl", crl, "--no-status", "--revocation", "any", "--soft-fail");
        ends("server_only", null, "--revocation", "crl", "--soft-fail", "--no-status");
    }

    @Test
    void aFileThatIsNoCrl() {
        InProcess run = InProcess.run(
                "connect", "127.0.0.1:1", "--crl", folder.resolve("root.crt").toString());
        assertEquals(2, run.status());
        assertTrue(run.err().contains("root.crt"), run.err());
    }
}
