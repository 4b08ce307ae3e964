package org.mtlsplayground.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlsplayground.ca.Fault;
import org.mtlsplayground.outside.OutsideProgram;
import org.mtlsplayground.outside.OutsideProgram.Result;

/** {@code issue}: what it makes, with openssl as the judge. */
class IssueCommandTest {
    @TempDir
    Path folder;

    private InProcess issue(String... args) {
        return InProcess.run(Stream.concat(Stream.of("issue"), Stream.of(args)).toArray(String[]::new));
    }

    private InProcess made(String... args) {
        InProcess run = issue(args);
        assertEquals(0, run.status(), run.all());
        return run;
    }

    private String path(String file) {
        return folder.resolve(file).toString();
    }

    private String verify(String... args) throws Exception {
        return openssl(Stream.concat(Stream.of("verify"), Stream.of(args)).toArray(String[]::new));
    }

    private String openssl(String... args) throws Exception {
        OutsideProgram.require("openssl");
        List<String> command =
                Stream.concat(Stream.of("openssl"), Stream.of(args)).toList();
        Result result = OutsideProgram.run(command, folder, Duration.ofSeconds(30));
        return result.stdout() + result.stderr();
    }

    @Test
    void extensionsAreMarkedOrLeftOutAsAsked() throws Exception {
        made(
                "server",
                "api.example.org",
                "--critical",
                "subject-alternative-name",
                "--not-critical",
                "key-usage",
                "--without",
                "basic-constraints",
                "--without",
                "authority-key-identifier",
                "--out",
                path("odd"));
        String text = openssl("x509", "-in", path("odd/api.example.org.crt"), "-noout", "-text");
        assertTrue(text.contains("X509v3 Subject Alternative Name: critical"), text);
        assertTrue(text.contains("X509v3 Key Usage: \n"), text);
        assertTrue(text.contains("X509v3 Subject Key Identifier:"), text);
        assertFalse(text.contains("Basic Constraints"), text);
        assertFalse(text.contains("Authority Key Identifier"), text);
    }

    @Test
    void aSetIsWhatAMutualHandshakeNeeds() throws Exception {
        made("set", "api.example.org", "--out", path("set"));
        String anchors = path("set/server-ca.crt");
        assertTrue(verify(
                        "-CAfile",
                        anchors,
                        "-untrusted",
                        path("set/server.crt"),
                        "-purpose",
                        "sslserver",
                        "-verify_hostname",
                        "api.example.org",
                        path("set/server.crt"))
                .contains("server.crt: OK"));
        assertTrue(verify(
                        "-CAfile",
                        anchors,
                        "-untrusted",
                        path("set/client.crt"),
                        "-purpose",
                        "sslclient",
                        path("set/client.crt"))
                .contains("client.crt: OK"));
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("set/client.key"))));
        }
    }

    @Test
    void nothingIsOverwrittenUnasked() throws IOException {
        made("client", "alice", "--out", path("twice"));
        byte[] before = Files.readAllBytes(folder.resolve("twice/alice.key"));
        InProcess again = issue("client", "alice", "--out", path("twice"));
        assertEquals(2, again.status(), again.all());
        assertEquals(
                "mtls-playground issue client: “%s”, “%s”, “%s” are there already; --overwrite replaces them.\n"
                        .formatted(path("twice/alice.crt"), path("twice/alice.key"), path("twice/alice-ca.crt")),
                again.err());
        assertEquals("", again.out());
        assertTrue(Arrays.equals(before, Files.readAllBytes(folder.resolve("twice/alice.key"))));
        made("client", "alice", "--out", path("twice"), "--overwrite");
        assertFalse(Arrays.equals(before, Files.readAllBytes(folder.resolve("twice/alice.key"))));
    }

    @Test
    void outMayNameTheFileItself() throws Exception {
        String ca = path("ca");
        made("root", "Kept CA", "--keep", ca);
        made("client", "dora", "--authority", ca, "--out", path("dora.pem"));
        made("crl", "--authority", ca, "--out", path("list.crl"));
        made("crl", "--authority", ca, "--out", path("new/list.der"));
        InProcess told = InProcess.run("inspect", path("dora.pem"), path("list.crl"), path("new/list.der"));
        assertEquals(0, told.status(), told.all());
        assertTrue(told.out().contains("dora.pem: PEM, 2 entries\n"), told.out());
        assertTrue(told.out().contains("list.crl: PEM, 1 entry\n"), told.out());
        assertTrue(told.out().contains("list.der: DER, 1 entry\n"), told.out());
        InProcess again = issue("crl", "--authority", ca, "--out", path("list.crl"));
        assertEquals(2, again.status(), again.all());
        assertEquals(
                "mtls-playground issue crl: “" + path("list.crl") + "” is there already; --overwrite replaces it.\n",
                again.err());
        made("request", "eve", "--out", path("eve.csr"));
        assertTrue(Files.exists(folder.resolve("eve.csr")) && Files.exists(folder.resolve("eve.key")));
        InProcess several = issue("set", "--out", path("set.pem"));
        assertEquals(2, several.status(), several.all());
        assertTrue(several.err().contains("set.pem” is the name of one file, but several"), several.err());
        assertFalse(Files.exists(folder.resolve("root.pem")));
        // A folder that is there is one, whatever it is called.
        Files.createDirectory(folder.resolve("odd.pem"));
        made("client", "dora", "--authority", ca, "--out", path("odd.pem"));
        assertTrue(Files.exists(folder.resolve("odd.pem/dora.key")));
    }

    @Test
    void aListIsToldInFull() throws Exception {
        String ca = path("ca");
        made("root", "Kept CA", "--keep", ca);
        made("client", "dora", "--authority", ca, "--serial", "0abc", "--out", path("out"));
        made("revoke", "0abc", "--authority", ca, "--reason", "superseded");
        made("crl", "--authority", ca, "--out", path("list.crl"));
        InProcess told = InProcess.run("inspect", "-v", path("list.crl"));
        assertTrue(told.out().matches("(?s).*\n    revoked: abc · \\S+ · superseded\n"), told.out());
        Map<String, Object> json = JsonText.lines(InProcess.run("inspect", "-v", "--json", path("list.crl"))
                        .out())
                .get(0);
        assertTrue(json.toString().contains("serial=abc"), json.toString());
        assertTrue(json.toString().contains("reason=superseded"), json.toString());
    }

    @Test
    void aKeptCaIssuesSignsRevokesAndTellsOfIt() throws Exception {
        String ca = path("ca");
        made("root", "Kept CA", "--keep", ca);
        made("request", "carol", "--out", path("request"));
        made("sign", path("request/carol.csr"), "--for", "client", "--authority", ca, "--out", path("out"));
        String certificate = path("out/carol.crt");
        made("crl", "--authority", ca, "--out", path("out"), "--name", "before");
        List<String> check = List.of("-CAfile", ca + "/ca.crt", "-purpose", "sslclient", "-crl_check");
        assertTrue(verify(with(check, "-CRLfile", path("out/before.crl"), certificate))
                .contains("carol.crt: OK"));
        made("revoke", certificate, "--authority", ca, "--reason", "keyCompromise");
        made("crl", "--authority", ca, "--out", path("out"), "--name", "after");
        assertTrue(verify(with(check, "-CRLfile", path("out/after.crl"), certificate))
                .contains("certificate revoked"));
        InProcess twice = issue("revoke", certificate, "--authority", ca);
        assertEquals(2, twice.status(), twice.all());
    }

    private static String[] with(List<String> first, String... more) {
        return Stream.concat(first.stream(), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void oneThingIsBroken() throws Exception {
        InProcess run = made("client", "bob", "--break", "expired", "--out", path("broken"), "--json");
        Map<String, Object> told = JsonText.lines(run.out()).get(0);
        assertTrue(told.toString().contains("validity=expired"), told.toString());
        assertTrue(verify(
                        "-CAfile",
                        path("broken/bob-ca.crt"),
                        "-untrusted",
                        path("broken/bob.crt"),
                        path("broken/bob.crt"))
                .contains("certificate has expired"));
        assertEquals(
                2,
                issue("client", "bob", "--break", "wrong-host", "--out", path("no"))
                        .status());
        assertEquals(
                2, issue("root", "R", "--break", "expired", "--out", path("no")).status());
        assertFalse(Files.exists(folder.resolve("no")));
    }

    @Test
    void whatIsAskedForIsInIt() throws Exception {
        made(
                "server",
                "s.example.org",
                "--only-these-names",
                "--san",
                "DNS:s.example.org,URI:spiffe://example.org/s",
                "--key-kind",
                "rsa-2048",
                "--days",
                "30",
                "--must-staple",
                "--crl-url",
                "http://crl.example.org/a.crl",
                "--key-usage",
                "digitalSignature",
                "--extension",
                "1.3.6.1.4.1.99999.1=0500",
                "--serial",
                "0abc",
                "--subject",
                "CN=S,O=Example",
                "--name",
                "s",
                "--out",
                path("asked"));
        String text = openssl("x509", "-in", path("asked/s.crt"), "-noout", "-text");
        for (String part : List.of(
                "DNS:s.example.org, URI:spiffe://example.org/s",
                "Public-Key: (2048 bit)",
                "status_request",
                "URI:http://crl.example.org/a.crl",
                "1.3.6.1.4.1.99999.1",
                "Serial Number: 2748 (0xabc)",
                "Subject: O = Example, CN = S")) {
            assertTrue(text.contains(part), part + " in " + text);
        }
        assertFalse(text.contains("127.0.0.1"), text);
    }

    @Test
    void wrongInputIsSaidBeforeAnythingIsWritten() {
        InProcess run = issue("client", "x", "--san", "IP:1.2.3", "--out", path("never"));
        assertEquals(2, run.status(), run.all());
        assertTrue(run.err().contains("1.2.3"), run.err());
        assertFalse(Files.exists(folder.resolve("never")));
    }

    @Test
    void everyFaultIsListed() {
        InProcess run = made("faults", "--json");
        assertEquals(
                Stream.of(Fault.values()).map(IssueWords::word).toList(),
                JsonText.lines(run.out()).stream()
                        .map(fault -> fault.get("fault"))
                        .toList());
        assertTrue(made("faults").out().contains("wrong-host (server): "));
    }
}
