package org.mtlsplayground.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlsplayground.outside.OutsideProgram;
import org.mtlsplayground.outside.OutsideProgram.Result;
import org.mtlsplayground.pki.CertificateDescription;
import org.mtlsplayground.pki.LoadException;
import org.mtlsplayground.pki.PkiFiles;

/** Files of programs that are neither openssl nor Java: SSH, PGP, Python, Firefox. */
class StrangersFilesTest {
    private static final String SECRET = "secret";

    @TempDir
    private Path folder;

    @Test
    void ofSsh() throws Exception {
        run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", "own");
        run("ssh-keygen", "-q", "-t", "rsa", "-b", "2048", "-m", "PEM", "-N", SECRET, "-f", "pem");
        run("ssh-keygen", "-q", "-t", "ecdsa", "-m", "PKCS8", "-N", SECRET, "-f", "pkcs8");
        for (String form : List.of("RFC4716", "PKCS8", "PEM")) {
            Files.writeString(
                    folder.resolve(form),
                    run("ssh-keygen", "-e", "-m", form, "-f", "pem.pub").stdout());
        }
        Map<String, String> expected = Map.of(
                "own", "PEM: SSH_PRIVATE_KEY",
                "own.pub", ": SSH_PUBLIC_KEY",
                "pem", "PEM: key RSA 2048, PKCS#1, AES-128-CBC",
                "pkcs8", "PEM: key EC P-256, PKCS#8, PBES2 AES-128-CBC, PBKDF2 HMAC-SHA-256",
                "RFC4716", ": SSH_PUBLIC_KEY",
                "PKCS8", "PEM: public RSA 2048",
                "PEM", "PEM: public RSA 2048");
        for (Map.Entry<String, String> file : expected.entrySet()) {
            assertEquals(file.getValue(), rendered(file.getKey(), SECRET), file.getKey());
        }
    }

    @Test
    void ofPgp() throws Exception {
        gpg("--quick-gen-key", "Zoe <zoe@zoo.example>", "ed25519", "default", "never");
        try {
            gpg("--export", "--output", "public");
            gpg("--export", "--armor", "--output", "public.asc");
            gpg("--export-secret-keys", "--output", "secret");
            gpg("--export-secret-keys", "--armor", "--output", "secret.asc");
            Files.writeString(folder.resolve("text"), "signed");
            gpg("--clearsign", "--output", "signed.asc", "text");
            gpg("--sign", "--armor", "--output", "message.asc", "text");
        } finally {
            run("gpgconf", "--homedir", ".", "--kill", "all");
        }
        assertEquals(": PGP_PUBLIC_KEY", rendered("public", SECRET));
        assertEquals("PEM: PGP_PUBLIC_KEY", rendered("public.asc", SECRET));
        assertEquals(": PGP_PRIVATE_KEY", rendered("secret", SECRET));
        assertEquals("PEM: PGP_PRIVATE_KEY", rendered("secret.asc", SECRET));
        assertEquals("PEM: PGP_MESSAGE", rendered("message.asc", SECRET));
        assertEquals("PEM: PGP_MESSAGE; PGP_MESSAGE", rendered("signed.asc", SECRET));
    }

    private void gpg(String... arguments) {
        List<String> command = new ArrayList<>(List.of("gpg", "--homedir", ".", "--batch", "--quiet"));
        command.addAll(List.of("--pinentry-mode", "loopback", "--passphrase", ""));
        command.addAll(List.of(arguments));
        run(command.toArray(String[]::new));
    }

    @Test
    void ofPython() throws Exception {
        fromZoo("rsa.crt.der");
        try (var script = StrangersFilesTest.class.getResourceAsStream("stranger.py")) {
            Files.copy(script, folder.resolve("stranger.py"));
        }
        List<String> lines =
                run("python3", "-X", "utf8", "stranger.py").stdout().lines().toList();
        assertFalse(lines.isEmpty());
        for (String line : lines) {
            String[] told = line.split("\\|", -1);
            // A set has no order, and not every version of the library sorts it.
            assertEquals(parts(told[2]), parts(rendered(told[0], told[1])), told[0]);
            List<String> fingerprints = new ArrayList<>();
            if (!told[3].isEmpty()) {
                PkiFiles.certificates(folder.resolve(told[0]), told[1].toCharArray())
                        .forEach(one -> fingerprints.add(CertificateDescription.of(one)
                                .sha256()
                                .replace(":", "")
                                .toLowerCase(Locale.ROOT)));
                assertEquals(List.of(told[3].split(" ", -1)), fingerprints, told[0]);
            }
        }
    }

    private static Set<String> parts(String rendering) {
        return Set.of(rendering.replaceFirst(": ", "; ").split("; ", -1));
    }

    /** As Firefox and Thunderbird save what they hold. */
    @Test
    void ofNss() throws Exception {
        fromZoo("alice.p12");
        OutsideProgram.require("pk12util");
        run("certutil", "-N", "-d", "sql:.", "--empty-password");
        run("pk12util", "-i", "alice.p12", "-d", "sql:.", "-W", SECRET);
        run("pk12util", "-o", "nss.p12", "-n", "alice the keeper", "-d", "sql:.", "-W", SECRET);
        assertEquals(
                "PKCS#12: key RSA 2048, PKCS#8, PBES2 AES-256-CBC, PBKDF2 HMAC-SHA-256, named alice the keeper,"
                        + " chain alice, Zoo CA, Zoo Root",
                rendered("nss.p12", SECRET));
        assertEquals(": SQLITE", rendered("cert9.db", SECRET));
    }

    private void fromZoo(String name) throws IOException {
        Files.copy(Zoo.openssl().folder().resolve(name), folder.resolve(name));
    }

    private String rendered(String name, String password) throws LoadException {
        return Rendering.of(PkiFiles.inspect(folder.resolve(name), password.toCharArray()));
    }

    private Result run(String... command) {
        Result result = OutsideProgram.run(List.of(command), folder, Duration.ofSeconds(60));
        assertEquals(0, result.exitCode(), () -> List.of(command) + ": " + result.all());
        return result;
    }
}
