package org.mtlsplayground.ca;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mtlsplayground.outside.OutsideProgram;
import org.mtlsplayground.pki.KeyPairs;
import org.mtlsplayground.pki.PkiFiles;

/** The committed samples, and the command that makes them anew. */
class SampleCertificatesTest {
    private static final Path SAMPLES = Path.of("sample-certs");

    @TempDir
    Path dir;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** What openssl says of each: its verdict names the one thing that is wrong. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "server.crt | server_ca.crt | sslserver | OK",
                "client.crt | client_ca.crt | sslclient | OK",
                "server-unknown-ca.crt | rogue_ca.crt | sslserver | OK",
                "client-unknown-ca.crt | rogue_ca.crt | sslclient | OK",
                "server-key-of-another.crt | server_ca.crt | sslserver | OK",
                "client-key-of-another.crt | client_ca.crt | sslclient | OK",
                "server-expired.crt | server_ca.crt | sslserver | certificate has expired",
                "client-expired.crt | client_ca.crt | sslclient | certificate has expired",
                "server-not-yet-valid.crt | server_ca.crt | sslserver | certificate is not yet valid",
                "client-not-yet-valid.crt | client_ca.crt | sslclient | certificate is not yet valid",
                "server-unknown-ca.crt | server_ca.crt | sslserver | unable to get local issuer certificate",
                "client-unknown-ca.crt | client_ca.crt | sslclient | unable to get local issuer certificate",
                "server-self-signed.crt | server_ca.crt | sslserver | self-signed certificate",
                "client-self-signed.crt | client_ca.crt | sslclient | self-signed certificate",
                "server-wrong-host.crt | server_ca.crt | sslserver | hostname mismatch",
                "server-wrong-usage.crt | server_ca.crt | sslserver | unsuitable certificate purpose",
                "client-wrong-usage.crt | client_ca.crt | sslclient | unsuitable certificate purpose"
            })
    void opensslAgrees(String file, String ca, String purpose, String verdict) {
        List<String> command = new ArrayList<>(List.of(
                "openssl", "verify", "-no-CApath", "-no-CAstore", "-x509_strict", "-CAfile", ca, "-purpose", purpose));
        if (purpose.equals("sslserver")) {
            command.addAll(List.of("-verify_hostname", "server.mtls.example.org"));
        }
        command.add(file);
        OutsideProgram.Result result = OutsideProgram.run(command, SAMPLES, Duration.ofSeconds(30));
        assertEquals(verdict.equals("OK"), result.exitCode() == 0, result.all());
        assertTrue(result.all().contains(verdict), result.all());
    }

    @ParameterizedTest
    @CsvSource({"localhost, -verify_hostname", "127.0.0.1, -verify_ip", "::1, -verify_ip"})
    void theServerIsKnownByItsOtherNamesToo(String name, String option) {
        OutsideProgram.Result result = OutsideProgram.run(
                List.of("openssl", "verify", "-CAfile", "server_ca.crt", option, name, "server.crt"),
                SAMPLES,
                Duration.ofSeconds(30));
        assertEquals(0, result.exitCode(), result.all());
    }

    @Test
    void eachKeyFitsItsCertificateExceptWhereItSaysOtherwise() throws Exception {
        List<Path> keys;
        try (Stream<Path> files = Files.list(SAMPLES)) {
            keys = files.filter(file -> file.toString().endsWith(".key")).toList();
        }
        assertEquals(16, keys.size());
        for (Path key : keys) {
            String name = key.getFileName().toString().replace(".key", "").replace("-encrypted", "");
            assertEquals(
                    !name.endsWith("-key-of-another"),
                    KeyPairs.match(
                            PkiFiles.certificates(SAMPLES.resolve(name + ".crt"), null)
                                    .get(0),
                            PkiFiles.privateKey(key, SampleSet.PASSWORD.toCharArray())),
                    name);
        }
    }

    @Test
    void thePkcs12IsAlice() throws Exception {
        char[] password = SampleSet.PASSWORD.toCharArray();
        assertEquals(
                PkiFiles.certificates(SAMPLES.resolve("client.crt"), null),
                PkiFiles.certificates(SAMPLES.resolve("client.p12"), password));
        assertEquals(
                PkiFiles.privateKey(SAMPLES.resolve("client.key"), null),
                PkiFiles.privateKey(SAMPLES.resolve("client.p12"), password));
    }

    @Test
    void theFolderHoldsWhatTheGeneratorWritesAndTheReadmeNamesEachFile() throws Exception {
        TreeSet<String> expected = new TreeSet<>(SampleSet.create(Instant.now()).keySet());
        String readme = Files.readString(SAMPLES.resolve("README.md"));
        for (String name : expected) {
            String told = name.contains("-") && name.endsWith(".key") && !name.contains("encrypted")
                    ? name.replace(".key", ".crt`, `.key`")
                    : name;
            assertTrue(readme.contains("`" + told), name);
        }
        expected.add("README.md");
        try (Stream<Path> files = Files.list(SAMPLES)) {
            assertEquals(
                    expected,
                    new TreeSet<>(
                            files.map(file -> file.getFileName().toString()).toList()));
        }
    }

    @Test
    void filesAreReplacedOnlyWhenAsked() throws Exception {
        assertEquals(0, run(dir.toString()));
        assertEquals("Wrote 35 sample files to " + dir + System.lineSeparator(), text(out));
        byte[] first = Files.readAllBytes(dir.resolve("server.key"));

        Files.delete(dir.resolve("client.key"));
        assertEquals(1, run(dir.toString()));
        assertTrue(text(err).startsWith("Nothing written: "), text(err));
        assertEquals(1, text(err).lines().count());
        assertFalse(Files.exists(dir.resolve("client.key")));
        assertEquals(-1, Arrays.mismatch(first, Files.readAllBytes(dir.resolve("server.key"))));

        assertEquals(0, run(dir.toString(), "--overwrite"));
        assertTrue(Arrays.mismatch(first, Files.readAllBytes(dir.resolve("server.key"))) >= 0);
    }

    @Test
    void keysAreForTheirOwnerOnly() throws Exception {
        assumeTrue(
                dir.getFileSystem().supportedFileAttributeViews().contains("posix"),
                "This platform has other permissions");
        assertEquals(0, run(dir.toString()));
        for (String name : List.of("server.key", "client-encrypted.key", "client.p12")) {
            assertEquals(
                    "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(dir.resolve(name))), name);
        }
    }

    @Test
    void aWrongCommandLineIsAnswered() {
        for (String[] args : new String[][] {{}, {"a", "b"}, {dir.toString(), "--force"}}) {
            err.reset();
            assertEquals(2, run(args));
            assertTrue(text(err).startsWith("Usage: "), text(err));
        }
    }

    private int run(String... args) {
        return SampleCertificates.run(
                List.of(args),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
