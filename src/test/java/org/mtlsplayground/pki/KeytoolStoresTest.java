package org.mtlsplayground.pki;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtlsplayground.ca.NewCertificate;

/** Java's key stores of each kind, as the JDK in use writes them, with several entries. */
class KeytoolStoresTest {
    private static final char[] PASSWORD = "secret1".toCharArray();

    @TempDir
    Path dir;

    private final Identity root = NewCertificate.authority("root").create();
    private final Identity one = NewCertificate.client("one").issuedBy(root).create();
    private final Identity two = NewCertificate.client("two").issuedBy(root).create();
    private Path file;

    @BeforeEach
    void name() {
        // No name says what a file is.
        file = dir.resolve("store.txt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"JKS", "JCEKS", "PKCS12"})
    void severalEntries(String kind) throws Exception {
        write(kind, PASSWORD);
        FileContents contents = PkiFiles.inspect(file, PASSWORD);
        assertEquals(FileFormat.valueOf(kind), contents.format());
        assertEquals(List.of(), contents.faults());
        assertEquals(kind.equals("JKS") ? 3 : 4, contents.entries().size());

        List<EntryOption> options = PkiFiles.options(file, PASSWORD);
        assertEquals(2, options.size());
        for (Identity identity : List.of(one, two)) {
            EntryOption option = options.stream()
                    .filter(each -> each.certificate().equals(Optional.of(identity.leaf())))
                    .findFirst()
                    .orElseThrow();
            assertEquals("EC P-256", option.key());
            for (EntryChoice choice : List.of(
                    EntryChoice.of(option, options),
                    EntryChoice.of(option.alias()),
                    EntryChoice.of(option.alias().toUpperCase(java.util.Locale.ROOT)),
                    EntryChoice.of(String.valueOf(option.number())))) {
                Identity loaded = PkiFiles.identity(file, PASSWORD, choice);
                assertEquals(List.of(identity.leaf(), root.leaf()), loaded.chain());
                assertTrue(KeyPairs.match(identity.leaf(), loaded.key()));
            }
        }
        // Those that Java trusts, and those that merely stand in a chain.
        assertTrue(PkiFiles.trustAnchors(file, PASSWORD)
                .certificates()
                .containsAll(List.of(root.leaf(), one.leaf(), TestFiles.certificate("server_ca.crt"))));
        LoadException failure =
                assertThrows(LoadException.class, () -> PkiFiles.privateKey(file, PASSWORD, EntryChoice.of("three")));
        assertEquals(LoadProblem.NO_SUCH_ENTRY, failure.problem());
        assertEquals("three", failure.fault().argument());
    }

    @ParameterizedTest
    @ValueSource(strings = {"JKS", "JCEKS", "PKCS12"})
    void aWrongPasswordIsToldFromDamage(String kind) throws Exception {
        write(kind, PASSWORD);
        char[] wrong = "secret2".toCharArray();
        assertEquals(
                LoadProblem.WRONG_PASSWORD,
                TestFiles.failureOfCertificates(file, wrong).problem());
        assertEquals(
                LoadProblem.WRONG_PASSWORD, TestFiles.failureOfKey(file, wrong).problem());
        assertEquals(
                LoadProblem.PASSWORD_NEEDED, TestFiles.failureOfKey(file, null).problem());
        byte[] sound = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(sound, sound.length / 2));
        LoadException cut = TestFiles.failureOfCertificates(file, PASSWORD);
        assertEquals(LoadProblem.DAMAGED, cut.problem());
        assertEquals(LoadDetail.CUT_SHORT, cut.fault().detail());
        assertEquals(Place.Unit.OFFSET, cut.fault().place().orElseThrow().unit());
    }

    @Test
    void certificatesInOldStoresNeedNoPassword() throws Exception {
        for (String kind : List.of("JKS", "JCEKS")) {
            write(kind, PASSWORD);
            assertEquals(
                    3,
                    PkiFiles.inspect(file, null).entries().stream()
                            .filter(entry -> entry instanceof FileEntry.Certificate
                                    || (entry instanceof FileEntry.Key key
                                            && key.chain().get(1).equals(root.leaf())))
                            .count());
            assertEquals(2, PkiFiles.certificates(file, null).size());
        }
    }

    @Test
    void aKeyWithAPasswordOfItsOwn() throws Exception {
        KeyStore store = KeyStore.getInstance("JKS");
        store.load(null, null);
        store.setKeyEntry("own", one.key(), "other22".toCharArray(), chain(one));
        save(store, PASSWORD);
        LoadException failure = TestFiles.failureOfKey(file, PASSWORD);
        assertEquals(LoadProblem.WRONG_PASSWORD, failure.problem());
        assertEquals(LoadDetail.OWN_PASSWORD, failure.fault().detail());
        PrivateKey key = PkiFiles.privateKey(file, "other22".toCharArray());
        assertTrue(KeyPairs.match(one.leaf(), key));
        assertEquals(2, PkiFiles.certificates(file, "other22".toCharArray()).size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-J-Dkeystore.pkcs12.legacy -storetype pkcs12",
                "-J-Dkeystore.pkcs12.macAlgorithm=NONE -storetype pkcs12",
                "-J-Dkeystore.pkcs12.certProtectionAlgorithm=NONE -J-Dkeystore.pkcs12.macAlgorithm=NONE -storetype pkcs12",
                "-J-Dkeystore.pkcs12.keyProtectionAlgorithm=PBEWithHmacSHA512AndAES_128 -storetype pkcs12",
                "-storetype jceks"
            })
    void asKeytoolWritesThem(String how) throws Exception {
        Keytool.run(
                dir,
                how + " -genkeypair -alias mine -keyalg RSA -keysize 2048 -dname CN=mine -keystore store.txt"
                        + " -storepass secret1 -keypass secret1");
        List<X509Certificate> chain = PkiFiles.certificates(file, PASSWORD);
        assertTrue(KeyPairs.match(chain.get(0), PkiFiles.privateKey(file, PASSWORD)));
        assertEquals("RSA 2048", PkiFiles.options(file, PASSWORD).get(0).key());
        assertEquals("mine", PkiFiles.options(file, PASSWORD).get(0).alias());
    }

    @Test
    void aNameInOtherLetters() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("Schlüssel № 1 – 鍵", one.key(), PASSWORD, chain(one));
        save(store, PASSWORD);
        assertEquals(
                "schlüssel № 1 – 鍵", PkiFiles.options(file, PASSWORD).get(0).alias());
    }

    @Test
    void absurdCountsAndLengths() throws Exception {
        write("JKS", PASSWORD);
        byte[] sound = Files.readAllBytes(file);
        for (int value : new int[] {-1, Integer.MAX_VALUE, 4000, 1 << 20}) {
            // The count of entries stands at byte 8; each later offset holds a length now and then.
            for (int at = 8; at + 4 < Math.min(sound.length, 400); at++) {
                byte[] changed = sound.clone();
                ByteBuffer.wrap(changed).putInt(at, value);
                Files.write(file, changed);
                // The seal is broken in any case; without a password nobody looks at it.
                assertThrows(LoadException.class, () -> PkiFiles.certificates(file, "none".toCharArray()));
                if (at == 8) {
                    LoadProblem problem =
                            TestFiles.failureOfCertificates(file, null).problem();
                    assertEquals(value > Items.MAX_PARTS ? LoadProblem.TOO_BIG : LoadProblem.DAMAGED, problem);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"JKS", "JCEKS", "PKCS12"})
    void prefixesAndMutationsNeverSurprise(String kind) throws Exception {
        write(kind, PASSWORD);
        byte[] sound = Files.readAllBytes(file);
        for (int length = 1; length < sound.length; length += kind.equals("JKS") ? 3 : 11) {
            Files.write(file, Arrays.copyOf(sound, length));
            assertThrows(LoadException.class, () -> PkiFiles.certificates(file, PASSWORD), "cut to " + length);
        }
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < rounds(kind); round++) {
            byte[] changed = sound.clone();
            for (int c = random.nextInt(4); c >= 0; c--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            Files.write(file, changed);
            try (OpenedFile opened = OpenedFile.open(file, PASSWORD)) {
                opened.contents();
                opened.options();
                opened.identity(EntryChoice.first());
            } catch (LoadException e) {
                assertEquals(file.toString(), e.file());
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError("seed " + seed + " round " + round, e);
            }
        }
    }

    /** The key derivations of JCEKS and PKCS#12 take their time. */
    private static int rounds(String kind) {
        return switch (kind) {
            case "JKS" -> 300;
            case "JCEKS" -> 8;
            default -> 30;
        };
    }

    private void write(String kind, char[] password) throws Exception {
        KeyStore store = KeyStore.getInstance(kind);
        store.load(null, null);
        store.setKeyEntry("first", one.key(), password, chain(one));
        store.setKeyEntry("second", two.key(), password, chain(two));
        store.setCertificateEntry("trusted", TestFiles.certificate("server_ca.crt"));
        if (!kind.equals("JKS")) {
            store.setEntry(
                    "symmetric",
                    new KeyStore.SecretKeyEntry(new SecretKeySpec(new byte[16], "AES")),
                    new KeyStore.PasswordProtection(password));
        }
        save(store, password);
    }

    private void save(KeyStore store, char[] password) throws Exception {
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, password);
        }
    }

    private Certificate[] chain(Identity identity) {
        return new Certificate[] {identity.leaf(), root.leaf()};
    }
}
