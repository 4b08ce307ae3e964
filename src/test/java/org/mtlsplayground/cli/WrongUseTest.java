package org.mtlsplayground.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever can't be done as it was asked ends with status 2 and one line on standard error. */
class WrongUseTest {
    @TempDir
    Path folder;

    private static void refused(String problem, String... args) {
        InProcess run = InProcess.run(args);
        assertEquals(2, run.status(), run.all());
        assertEquals("", run.out());
        assertEquals(problem, String.join("\n", run.problems()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " @ ",
            value = {
                "conect @ mtls-playground: there is no command “conect”; did you mean connect?."
                        + " See “mtls-playground --help”.",
                "--fast @ mtls-playground: Unknown option: '--fast'. See “mtls-playground --help”.",
                "connect @ mtls-playground connect: Missing required parameter: 'HOST:PORT'."
                        + " See “mtls-playground connect --help”.",
                "decode @ mtls-playground decode: Missing required parameter: 'FILE'."
                        + " See “mtls-playground decode --help”.",
                "connect a:1 b:2 @ mtls-playground connect: Unmatched argument at index 2: 'b:2'."
                        + " See “mtls-playground connect --help”.",
                "connect a:1 --count 0 @ mtls-playground connect: Invalid value for option '--count':"
                        + " a number from 1 to 1000000 belongs here, not “0”. See “mtls-playground connect --help”.",
                "connect a:1 --timeout soon @ mtls-playground connect: Invalid value for option '--timeout':"
                        + " a number from 1 to 3600 belongs here, not “soon”. See “mtls-playground connect --help”.",
                "connect a:1 --tls 1.1 @ mtls-playground connect: Invalid value for option '--tls' (1.2|1.3|both):"
                        + " one of 1.2, 1.3, both belongs here, not “1.1”. See “mtls-playground connect --help”.",
                "connect https://a/ @ mtls-playground connect: Invalid value for positional parameter at index 0"
                        + " (HOST:PORT): “https://a/” is no host and port; write HOST:PORT, as in localhost:4443."
                        + " See “mtls-playground connect --help”.",
                "connect a:1 --revocation maybe @ mtls-playground connect: Invalid value for option '--revocation':"
                        + " one of off, crl, ocsp, any belongs here, not “maybe”."
                        + " See “mtls-playground connect --help”.",
                "serve --ocsp ftp://a/ @ mtls-playground serve: Invalid value for option '--ocsp':"
                        + " “ftp://a/” is no address of an OCSP responder; write http://HOST:PORT/."
                        + " See “mtls-playground serve --help”.",
                "connect a:1 --groups x25519,secp1 @ mtls-playground connect: This JDK has no named group “secp1”.",
                "serve --sigalgs md5 @ mtls-playground serve: This JDK has no signature scheme “md5”.",
                "serve --server-names a.org,::1 @ mtls-playground serve: “::1” is no host name;"
                        + " write www.example.org or *.example.org",
                "connect a:1 --soft-fail @ mtls-playground connect: --soft-fail says how to look for revocation;"
                        + " say where by --revocation, too.",
                "connect a:1 --crl x --revocation ocsp @ mtls-playground connect: --crl and --revocation ocsp"
                        + " exclude each other.",
                "serve --port 70000 @ mtls-playground serve: Invalid value for option '--port':"
                        + " “70000” is no port; a port is a number from 0 to 65535."
                        + " See “mtls-playground serve --help”.",
                "serve --client-auth maybe @ mtls-playground serve: Invalid value for option '--client-auth':"
                        + " one of required, optional, none belongs here, not “maybe”."
                        + " See “mtls-playground serve --help”.",
                "serve --port 1 --listen ::1 @ mtls-playground serve: Invalid value for option '--listen'"
                        + ": “::1” is no host and port; write HOST:PORT, as in localhost:4443."
                        + " See “mtls-playground serve --help”.",
                "serve --port 1 --listen [::1] @ mtls-playground serve: --port and --listen exclude each other.",
                "connect a:0 @ mtls-playground connect: A port is a number from 1 to 65535.",
                "connect a --key k @ mtls-playground connect: --key needs --cert, the certificate that belongs to it.",
                "connect a --ca c --trust jdk @ mtls-playground connect: --trust and --ca exclude each other.",
                "connect a --no-cert --cert c @ mtls-playground connect: --no-cert and --cert, --key exclude each other.",
                "connect a --suites TLS_NEVER @ mtls-playground connect: This JDK has no cipher suite “TLS_NEVER”.",
                "connect a --sni 1.2.3.4 @ mtls-playground connect: “1.2.3.4” is an address. TLS sends only DNS names"
                        + " here (RFC 6066 §3): use a name, or leave it empty.",
                "connect a --cert none.crt @ mtls-playground connect: There is no file “none.crt”.",
                "connect a --cert sample-certs/client.crt @ mtls-playground connect: “sample-certs/client.crt” holds a"
                        + " certificate and no private key; --key names the file with the key.",
                "connect a --ca sample-certs/client.key @ mtls-playground connect: “sample-certs/client.key” holds a"
                        + " private key; a certificate belongs here.",
                "connect a --cert sample-certs/client.p12 --password-file none @ mtls-playground connect: There is no"
                        + " file “none”.",
                "decode none.pcapng @ mtls-playground decode: There is no file “none.pcapng”.",
                "decode none.pcapng --keylog none.keys @ mtls-playground decode: There is no file “none.keys”.",
                "connect a --save none/x.pcapng @ mtls-playground connect: The folder for “none/x.pcapng” is not there.",
                "serve --save sample-certs @ mtls-playground serve: “sample-certs” is a folder.",
                "serve --keylog README.md @ mtls-playground serve: “README.md” is there already; --overwrite replaces it.",
            })
    void oneLine(String args, String problem) {
        refused(problem, args.split(" "));
    }

    @Test
    void othersOnTheNetworkAreNotLetInByAccident() {
        refused(
                "mtls-playground serve: 0.0.0.0 is not only this machine: others on your network could connect."
                        + " If you mean that, add --expose-to-network.",
                "serve",
                "--listen",
                "0.0.0.0:0");
    }

    @Test
    void aTakenPort() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            InProcess run = InProcess.run("serve", "--port", String.valueOf(taken.getLocalPort()));
            assertEquals(2, run.status(), run.all());
            assertEquals(
                    "mtls-playground serve: Port " + taken.getLocalPort() + " is taken by another program."
                            + " Use another port, or 0 to pick a free one.",
                    run.err().strip());
        }
    }

    @Test
    void encryptedFilesNeedTheirPassword() throws IOException {
        Path password = folder.resolve("password");
        Files.writeString(password, "wrong\nplayground\n");
        String[] connect = {"connect", "127.0.0.1:1", "--cert", "sample-certs/client.p12"};
        refused(
                "mtls-playground connect: “sample-certs/client.p12” is encrypted;"
                        + " --password-file names the file with its password.",
                connect);
        refused(
                "mtls-playground connect: The password does not open “sample-certs/client.p12”.",
                "connect",
                "127.0.0.1:1",
                "--cert",
                "sample-certs/client.p12",
                "--password-file",
                password.toString());
        Files.writeString(password, "playground\n");
        InProcess run = InProcess.run(
                "connect", "127.0.0.1:1", "--cert", "sample-certs/client.p12", "--password-file", password.toString());
        assertEquals(1, run.status(), run.all());
        assertFalse(run.all().contains("playground\n"), run.all());
    }

    @Test
    void aFileIsReplacedOnlyIfAsked() throws IOException {
        Path file = folder.resolve("there.pcapng");
        Files.writeString(file, "mine");
        refused(
                "mtls-playground connect: “" + file + "” is there already; --overwrite replaces it.",
                "connect",
                "127.0.0.1:1",
                "--save",
                file.toString());
        assertEquals("mine", Files.readString(file));
        InProcess run = InProcess.run("connect", "127.0.0.1:1", "--save", file.toString(), "--overwrite");
        assertEquals(1, run.status(), run.all());
        assertTrue(Files.size(file) > 0);
        assertFalse(Files.readString(file, StandardCharsets.ISO_8859_1).contains("mine"));
    }
}
