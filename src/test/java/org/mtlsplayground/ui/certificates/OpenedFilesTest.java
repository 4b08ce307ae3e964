package org.mtlsplayground.ui.certificates;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javafx.animation.AnimationTimer;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.ca.NewCertificate;
import org.mtlsplayground.pki.CertificateDescription;
import org.mtlsplayground.pki.EntryChoice;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.Pem;
import org.mtlsplayground.pki.PkiFiles;
import org.testfx.framework.junit5.Start;

/** Files that are opened in the panel, and certificates that leave it. */
class OpenedFilesTest extends PanelRoom {
    @Start
    void start(Stage stage) {
        build(stage);
    }

    private static final int MANY = 1000;
    private static final long LONGEST_STALL_MILLIS = 1000;

    @Test
    void aThousandCertificatesOpenWithoutAStall() throws Exception {
        Path bundle = write("bundle.pem", pem(many()));
        show(group("Client’s file", Origin.CLIENT_CHAIN, "client.crt"));
        Stalls stalls = new Stalls();
        onFx(stalls::start);
        open(bundle);
        await("all of them", () -> text(".pg-cert-file-heading .pg-cert-note").equals(MANY + " certificates"));
        await("the first leaf of it", () -> text(".pg-cert-name").equals("host0.example.org"));
        onFx(stalls::stop);
        assertTrue(stalls.longestMillis() < LONGEST_STALL_MILLIS, stalls.longestMillis() + " ms without a frame");
        long cells = fromFx(() -> tree().lookupAll(".pg-cert-entry").stream().count());
        assertTrue(cells < 60, cells + " cells for what is in sight");
        picture("certificates-bundle");
        onFx(() -> panel.root().requestFocus());
        robot.clickOn(".pg-cert-tree").push(KeyCode.CONTROL, KeyCode.F).write("host977.");
        await("the one among them", () -> text(".pg-cert-search-count").equals("1 of 1"));
        await("it is shown", () -> text(".pg-cert-name").equals("host977.example.org"));
        picture("certificates-bundle-searched");
    }

    @Test
    void aCertificateWithThousandsOfNamesKeepsNobodyWaiting() throws Exception {
        NewCertificate huge = NewCertificate.server("huge.example.org");
        for (int i = 0; i < 10 * MANY; i++) {
            huge.dns("host" + i + ".example.org");
        }
        Path file = write("huge.pem", Pem.encode(huge.create().leaf()));
        Stalls stalls = new Stalls();
        onFx(stalls::start);
        open(file);
        await("shown", () -> text(".pg-cert-name").equals("huge.example.org"));
        robot.clickOn("Alternative names");
        await(
                "unfolded, but not all of it",
                () -> texts(".pg-cert-more-origin").stream()
                        .anyMatch(words -> words.endsWith("more parts are among the ASN.1")));
        robot.clickOn("PEM");
        robot.clickOn("ASN.1");
        onFx(stalls::stop);
        assertTrue(stalls.longestMillis() < 3 * LONGEST_STALL_MILLIS, stalls.longestMillis() + " ms without a frame");
    }

    /** Looks how long no frame came. */
    private static final class Stalls extends AnimationTimer {
        private final AtomicLong longest = new AtomicLong();
        private long last;

        @Override
        public void handle(long now) {
            if (last != 0) {
                longest.accumulateAndGet(now - last, Math::max);
            }
            last = now;
        }

        long longestMillis() {
            return longest.get() / 1_000_000;
        }
    }

    @Test
    void aClosedFileAsksForItsPassword() throws Exception {
        Path file = folder.resolve("store.p12");
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        Identity alice = NewCertificate.client("Alice in a store").create();
        store.setKeyEntry("alice", alice.key(), "secret".toCharArray(), new X509Certificate[] {alice.leaf()});
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, "secret".toCharArray());
        }
        open(file);
        await("closed", () -> text(".pg-cert-file-heading .pg-cert-note").equals("needs a password"));
        await("its field", () -> node(".pg-cert-file .pg-password") != null);
        picture("certificates-file-closed");
        robot.clickOn(".pg-password").write("wrong").push(KeyCode.ENTER);
        await(
                "wrong",
                () -> texts(".pg-cert-file .pg-hint-words").stream().anyMatch(words -> words.contains("password")));
        robot.clickOn(".pg-password").write("secret").push(KeyCode.ENTER);
        await("open", () -> text(".pg-cert-file-heading .pg-cert-note").equals("1 certificate"));
        robot.clickOn("Alice in a store");
        await("shown", () -> text(".pg-cert-name").equals("Alice in a store"));
        robot.clickOn("store.p12");
        assertTrue(texts(".pg-cert-file-line").get(0).startsWith("PKCS#12"), texts(".pg-cert-file-line")::toString);
        picture("certificates-file");
    }

    @Test
    void aFileThatCannotBeReadSaysWhyAndIsClosed() throws Exception {
        String whole = Pem.encode(sample("client.crt").get(0));
        Path file = write("cut.pem", whole.substring(0, whole.length() / 2));
        open(file);
        await("its end", () -> text(".pg-cert-file-heading .pg-cert-note").equals("can’t be read"));
        assertTrue(
                texts(".pg-cert-file .pg-hint-words").get(0).contains("“BEGIN CERTIFICATE” has no END line"),
                texts(".pg-cert-file .pg-hint-words")::toString);
        picture("certificates-file-damaged");
        robot.clickOn(".pg-cert-close");
        await("gone", () -> node(".pg-cert-nothing").isVisible());
    }

    @Test
    void whatIsNoCertificateIsNamed() throws Exception {
        open(Path.of("sample-certs", "client.key"));
        await("a key", () -> texts(".pg-cert-file-line").stream().anyMatch(line -> line.contains("private key")));
    }

    @Test
    void savedAsPemAndAsDer() throws Exception {
        show(group("Client presented", Origin.CLIENT_PRESENTED, "client.crt", "client_ca.crt"));
        X509Certificate alice = sample("client.crt").get(0);
        picker.answer = folder.resolve("saved.crt");
        choose("Save as PEM…");
        await("saved", () -> Files.isRegularFile(picker.answer) && said().equals("Saved as saved.crt."));
        assertEquals(Pem.encode(alice), Files.readString(picker.answer));
        picker.answer = folder.resolve("saved.der");
        choose("Save as DER…");
        await("saved", () -> said().equals("Saved as saved.der."));
        assertArrayEquals(alice.getEncoded(), Files.readAllBytes(picker.answer));
        assertEquals(List.of("alice.crt", "alice.der"), picker.proposed);
        picker.answer = folder.resolve("nowhere").resolve("saved.der");
        choose("Save as DER…");
        await("not saved", () -> said().equals("saved.der could not be written."));
    }

    private String said() {
        return texts(".pg-cert-hint .pg-hint-words").stream().findFirst().orElse("");
    }

    @Test
    void usedInACardItComesWithItsIntermediatesButNotItsRoot() throws Exception {
        Identity root = NewCertificate.authority("Root").create();
        Identity middle = NewCertificate.authority("Middle").issuedBy(root).create();
        Identity leaf =
                NewCertificate.server("leaf.example.org").issuedBy(middle).create();
        show(new CertificateGroup("chain.pem", List.of(leaf.leaf(), middle.leaf(), root.leaf()), "", Origin.FILE));
        choose("Use as the server’s certificate");
        await("loaded", () -> loaded.containsKey(Slot.SERVER_CHAIN));
        assertEquals(
                Pem.encode(leaf.leaf()) + Pem.encode(middle.leaf()),
                Files.readString(loaded.get(Slot.SERVER_CHAIN).file()));
        robot.clickOn("Root");
        choose("Let the client trust it");
        await("loaded", () -> loaded.containsKey(Slot.CLIENT_TRUST));
        assertEquals(
                Pem.encode(root.leaf()),
                Files.readString(loaded.get(Slot.CLIENT_TRUST).file()));
        assertFalse(loaded.containsKey(Slot.CLIENT_CHAIN));
    }

    @Test
    void aCertificateOfAFileWithItsKeyIsLoadedWithIt() throws Exception {
        Path file = folder.resolve("two.p12");
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (String name : List.of("alice", "bob")) {
            Identity identity = NewCertificate.client(name).create();
            store.setKeyEntry(name, identity.key(), "secret".toCharArray(), new X509Certificate[] {identity.leaf()});
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, "secret".toCharArray());
        }
        open(file);
        await("its field", () -> node(".pg-cert-file .pg-password") != null);
        robot.clickOn(".pg-password").write("secret").push(KeyCode.ENTER);
        await("open", () -> text(".pg-cert-file-heading .pg-cert-note").equals("2 certificates"));
        robot.clickOn("bob");
        await("shown", () -> text(".pg-cert-name").equals("bob"));
        choose("Use as the client’s certificate");
        LoadedFile taken = loaded.get(Slot.CLIENT_CHAIN);
        assertEquals(file, taken.file());
        assertEquals(Optional.of(EntryChoice.of("bob")), taken.identity());
        assertArrayEquals("secret".toCharArray(), taken.password());
        assertFalse(taken.toString().contains("secret"));
        await("said", () -> said().equals("Loaded bob with its private key from two.p12."));
        choose("Let the server trust it");
        await("loaded", () -> loaded.containsKey(Slot.SERVER_TRUST));
        assertEquals(Optional.empty(), loaded.get(Slot.SERVER_TRUST).identity());
        assertEquals(
                "bob",
                CertificateDescription.of(PkiFiles.certificates(
                                        loaded.get(Slot.SERVER_TRUST).file(), null)
                                .get(0))
                        .name());
    }

    @Test
    void aClosedKeyBesideACertificateIsLoadedWithIt() throws Exception {
        String key = Files.readString(Path.of("sample-certs", "client-encrypted.key"));
        Path file = write("both.pem", key + Pem.encode(sample("client.crt").get(0)));
        open(file);
        await("shown", () -> text(".pg-cert-name").equals("alice"));
        choose("Use as the client’s certificate");
        LoadedFile taken = loaded.get(Slot.CLIENT_CHAIN);
        assertEquals(new LoadedFile(file, Optional.of(EntryChoice.first()), null), taken);
    }

    private Path write(String name, String content) throws Exception {
        return Files.writeString(folder.resolve(name), content, StandardCharsets.US_ASCII);
    }

    private static String pem(List<X509Certificate> all) {
        return all.stream().map(Pem::encode).collect(Collectors.joining());
    }

    private static List<X509Certificate> many() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        KeyPair pair = generator.generateKeyPair();
        Identity root = NewCertificate.authority("Root of many").create();
        List<X509Certificate> all = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            all.add(NewCertificate.server("host" + i + ".example.org")
                    .key(pair)
                    .issuedBy(root)
                    .create()
                    .leaf());
        }
        return all;
    }
}
