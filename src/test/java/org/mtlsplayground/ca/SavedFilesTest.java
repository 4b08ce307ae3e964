package org.mtlsplayground.ca;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtlsplayground.outside.OutsideProgram;
import org.mtlsplayground.pki.Openssl;
import org.mtlsplayground.pki.PkiFiles;

/** What is saved is read by openssl, by keytool, and by ourselves. */
class SavedFilesTest {
    private static final String PASSWORD = "geheim-ä";

    private static final Map<SaveFormat, List<String>> NAMES = Map.of(
            SaveFormat.PEM_SET, List.of("alice.crt", "alice.key", "alice-ca.crt"),
            SaveFormat.PEM, List.of("alice.pem"),
            SaveFormat.PKCS12, List.of("alice.p12", "alice-ca.p12"),
            SaveFormat.PKCS12_OLD, List.of("alice.p12", "alice-ca.p12"),
            SaveFormat.JKS, List.of("alice.jks", "alice-ca.jks"),
            SaveFormat.DER, List.of("alice.der", "alice-chain-1.der", "alice-key.der", "alice-ca.der"));

    @TempDir
    Path dir;

    private Material material;

    @BeforeEach
    void issue() {
        material = Presets.chainOfThree(Role.CLIENT, Presets.client("alice")).issue();
    }

    @ParameterizedTest
    @EnumSource
    void weReadThemOurselves(SaveFormat format) throws Exception {
        for (String password : List.of("", format.takes(PASSWORD.toCharArray()) ? PASSWORD : "secret")) {
            List<NewFile> files = SavedFiles.of(Saveable.of(material), format, "alice", password.toCharArray());
            assertEquals(NAMES.get(format), files.stream().map(NewFile::name).toList());
            for (NewFile file : files) {
                boolean key = !file.name().contains("-ca") && !file.name().contains("chain");
                boolean publicAlone =
                        file.name().equals("alice.crt") || file.name().equals("alice.der");
                assertEquals(key && !publicAlone, file.secret(), file.name());
            }
            FileSet.write(dir, files, true);
            if (format == SaveFormat.JKS) {
                continue; // by keytool, below
            }
            Path leaf = dir.resolve(NAMES.get(format).get(0));
            assertEquals(
                    material.identity().leaf(),
                    PkiFiles.certificates(leaf, password.toCharArray()).get(0));
            Path key = dir.resolve(files.stream()
                    .filter(NewFile::secret)
                    .map(NewFile::name)
                    .findFirst()
                    .orElseThrow());
            assertEquals(material.identity().key(), PkiFiles.privateKey(key, password.toCharArray()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret"})
    void opensslReadsPem(String password) throws Exception {
        save(SaveFormat.PEM_SET, password);
        save(SaveFormat.PEM, password);
        for (String file : List.of("alice.key", "alice.pem")) {
            String out = Openssl.run(dir, "pkey -in " + file + " -passin pass:" + password + " -pubout")
                    .stdout();
            assertEquals(Openssl.run(dir, "x509 -in alice.crt -noout -pubkey").stdout(), out);
        }
        Openssl.run(dir, "verify -CAfile alice-ca.crt -untrusted alice.crt -purpose sslclient alice.crt");
        assertEquals(
                "subject=CN = alice",
                Openssl.run(dir, "x509 -in alice.pem -noout -subject").stdout().strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret"})
    void opensslReadsDer(String password) throws Exception {
        save(SaveFormat.DER, password);
        String key = Openssl.run(dir, "pkey -inform DER -in alice-key.der -passin pass:" + password + " -pubout")
                .stdout();
        assertEquals(
                Openssl.run(dir, "x509 -inform DER -in alice.der -noout -pubkey")
                        .stdout(),
                key);
        for (Map.Entry<String, String> file : Map.of(
                        "alice-chain-1.der", "Demo Intermediate CA", "alice-ca.der", "Demo Root CA")
                .entrySet()) {
            assertEquals(
                    "subject=CN = " + file.getValue(),
                    Openssl.run(dir, "x509 -inform DER -noout -subject -in " + file.getKey())
                            .stdout()
                            .strip());
        }
    }

    /** OpenSSL 3 without its legacy provider: whatever is in them is of today. */
    @ParameterizedTest
    @CsvSource({"PKCS12, ''", "PKCS12, secret", "PKCS12_OLD, ''", "PKCS12_OLD, secret"})
    void opensslReadsPkcs12(SaveFormat format, String password) throws Exception {
        save(format, password);
        String text = Openssl.run(dir, "pkcs12 -info -nodes -in alice.p12 -passin pass:" + password)
                .all();
        assertTrue(text.contains("BEGIN PRIVATE KEY"), text);
        assertTrue(text.contains("subject=CN = alice\n"), text);
        assertTrue(text.contains("subject=CN = Demo Intermediate CA\n"), text);
        assertTrue(text.contains("friendlyName: alice"), text);
        boolean old = format == SaveFormat.PKCS12_OLD;
        assertEquals(old, text.contains("pbeWithSHA1And3-KeyTripleDES-CBC"), text);
        assertEquals(!old, text.contains("PBES2, PBKDF2, AES-256-CBC"), text);
        String trusted = Openssl.run(dir, "pkcs12 -info -nokeys -in alice-ca.p12 -passin pass:" + password)
                .all();
        assertTrue(trusted.contains("subject=CN = Demo Root CA\n"), trusted);
    }

    @ParameterizedTest
    @EnumSource(names = {"PKCS12", "PKCS12_OLD", "JKS"})
    void keytoolReadsStores(SaveFormat format) throws Exception {
        save(format, "secret");
        String ending = format == SaveFormat.JKS ? ".jks" : ".p12";
        String key = keytool("-list", "-v", "-keystore", "alice" + ending, "-storepass", "secret");
        assertTrue(key.contains("Entry type: PrivateKeyEntry"), key);
        assertTrue(key.contains("Certificate chain length: 2"), key);
        assertTrue(key.contains("Owner: CN=alice"), key);
        String trusted = keytool("-list", "-v", "-keystore", "alice-ca" + ending, "-storepass", "secret");
        assertTrue(trusted.contains("Entry type: trustedCertEntry"), trusted);
        assertTrue(trusted.contains("Owner: CN=Demo Root CA"), trusted);
    }

    /** keytool insists on six characters; a program that gives none gets in. */
    @ParameterizedTest
    @CsvSource({"PKCS12, PKCS12", "PKCS12_OLD, PKCS12", "JKS, JKS"})
    void javaReadsStoresOfTheEmptyPassword(SaveFormat format, String type) throws Exception {
        for (NewFile file : SavedFiles.of(Saveable.of(material), format, "alice", null)) {
            KeyStore store = KeyStore.getInstance(type);
            store.load(new ByteArrayInputStream(file.content()), new char[0]);
            List<String> aliases = Collections.list(store.aliases());
            assertEquals(1, aliases.size());
            assertEquals(file.secret(), store.isKeyEntry(aliases.get(0)), file.name());
            assertEquals(!file.secret(), store.isCertificateEntry(aliases.get(0)), file.name());
            if (file.secret()) {
                assertEquals(material.identity().key(), store.getKey("alice", new char[0]));
            }
        }
    }

    @Test
    void anEncryptedKeyIsClosed() {
        byte[] key = SavedFiles.of(Saveable.of(material), SaveFormat.PEM_SET, "alice", PASSWORD.toCharArray())
                .get(1)
                .content();
        assertTrue(new String(key, StandardCharsets.US_ASCII).startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----\n"));
    }

    /** RFC 8018 leaves the octets of a password open; openssl takes those of the terminal, which are UTF-8 today. */
    @Test
    void opensslOpensAKeyWhosePasswordIsNoAscii() throws Exception {
        save(SaveFormat.PEM_SET, PASSWORD);
        Files.writeString(dir.resolve("password"), PASSWORD + "\n");
        Openssl.run(dir, "pkey -in alice.key -passin file:password -noout");
    }

    @Test
    void pkcs12TakesOnlyWhatJavaOpens() {
        Saveable all = Saveable.of(material);
        char[] password = PASSWORD.toCharArray();
        for (SaveFormat format : SaveFormat.values()) {
            boolean pkcs12 = format == SaveFormat.PKCS12 || format == SaveFormat.PKCS12_OLD;
            assertEquals(!pkcs12, format.takes(password));
            assertTrue(format.takes(null) && format.takes(new char[0]) && format.takes("secret ~".toCharArray()));
        }
        assertThrows(IllegalArgumentException.class, () -> SavedFiles.of(all, SaveFormat.PKCS12, "alice", password));
    }

    @Test
    void certificatesAloneNeedNoSecrecy() {
        Saveable chain = Saveable.of(material.identity().chain());
        for (SaveFormat format : SaveFormat.values()) {
            for (NewFile file : SavedFiles.of(chain, format, "alice", null)) {
                assertFalse(file.secret(), file.name());
            }
        }
    }

    @Test
    void nothingIsNotSaved() {
        List<java.security.cert.X509Certificate> none = List.of();
        assertThrows(IllegalArgumentException.class, () -> new Saveable(none, Optional.empty(), none));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Saveable(none, Optional.of(material.identity().key()), none));
    }

    @Test
    void theKeyIsNotInTheText() {
        assertEquals(
                "Saveable[2 certificates, a key, 1 authorities]",
                Saveable.of(material).toString());
    }

    private void save(SaveFormat format, String password) throws Exception {
        assertTrue(
                FileSet.write(dir, SavedFiles.of(Saveable.of(material), format, "alice", password.toCharArray()), false)
                        .isWritten());
    }

    private String keytool(String... arguments) {
        Path program = Path.of(System.getProperty("java.home"), "bin", "keytool");
        List<String> command = new ArrayList<>(List.of(program.toString(), "-J-Duser.language=en"));
        command.addAll(List.of(arguments));
        OutsideProgram.Result result = OutsideProgram.run(command, dir, Duration.ofSeconds(60));
        assertEquals(0, result.exitCode(), result.all().toLowerCase(Locale.ROOT));
        return result.stdout();
    }
}
