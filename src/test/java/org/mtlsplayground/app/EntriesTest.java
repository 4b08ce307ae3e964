package org.mtlsplayground.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.ca.NewCertificate;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.Pem;
import org.mtlsplayground.ui.common.Screenshots;

/** Files with several entries, and chains that are not whole: the choice and the hints at the file fields. */
class EntriesTest extends WindowTest {
    private static final String CHAIN = "#client #chain";
    private static final String KEY = "#client #key";
    private static final char[] PASSWORD = "secret1".toCharArray();

    private final Identity root = NewCertificate.authority("root").create();
    private final Identity middle =
            NewCertificate.authority("middle").issuedBy(root).create();
    private final Identity one = NewCertificate.client("one").issuedBy(middle).create();
    private final Identity two = NewCertificate.client("two").issuedBy(middle).create();

    @Test
    void oneOfSeveralEntriesIsChosenForCertificateAndKey() throws Exception {
        Path store = folder.resolve("store.bin");
        write(store);
        assertFalse(node(CHAIN + " .pg-entry-line").isVisible());
        type(CHAIN + " .pg-file-path", store.toString());
        // A key store is meant as the key, too, whatever it is called.
        await("followed", () -> text(KEY + " .pg-file-path").equals("store.bin"));
        await("asked", () -> node(KEY + " .pg-password-line").isVisible());
        await("entries", () -> node(CHAIN + " .pg-entry-line").isVisible());
        robot.clickOn(node(KEY + " .pg-password")).write(new String(PASSWORD)).push(KeyCode.ENTER);
        await("opened", () -> text(KEY + " .pg-hint").equals("matches the certificate"));
        String first = text(CHAIN + " .pg-hint");
        ComboBox<?> entries = (ComboBox<?>) node(CHAIN + " .pg-entries");
        Screenshots.take(scene(), "files-entries");
        robot.interact(() -> entries.getSelectionModel().select(1));
        await(
                "the other",
                () -> !text(CHAIN + " .pg-hint").equals(first)
                        && text(CHAIN + " .pg-hint").contains(first.startsWith("one") ? "two" : "one"));
        await("its key", () -> text(KEY + " .pg-hint").equals("matches the certificate"));
        assertEquals(
                1,
                ((ComboBox<?>) node(KEY + " .pg-entries")).getSelectionModel().getSelectedIndex());
        restart();
        await("entries", () -> node(CHAIN + " .pg-entry-line").isVisible());
        assertEquals(
                1,
                ((ComboBox<?>) node(CHAIN + " .pg-entries")).getSelectionModel().getSelectedIndex());
        type(CHAIN + " .pg-file-path", SAMPLES.resolve("client.crt").toString());
        await("no choice", () -> !node(CHAIN + " .pg-entry-line").isVisible());
    }

    @Test
    void whatIsMissingOrSuperfluousIsSaid() throws Exception {
        hint(Pem.encode(one.leaf()) + Pem.encode(root.leaf()), "The certificate of its issuer “middle” is missing.");
        hint(Pem.encode(one.leaf()), "The certificate of its issuer “middle” is missing.");
        hint(
                Pem.encode(root.leaf()) + Pem.encode(two.leaf()) + Pem.encode(middle.leaf()) + Pem.encode(one.leaf()),
                "1 certificate does not belong to the chain.");
        hint(Pem.encode(root.leaf()), "This is the certificate of a CA, not one to prove who somebody is.");
    }

    private void hint(String content, String sentence) throws Exception {
        Path file = Files.writeString(Files.createTempFile(folder, "chain", ""), content);
        type(CHAIN + " .pg-file-path", file.toString());
        await(sentence, () -> text(CHAIN + " .pg-hint").contains(sentence));
    }

    private void write(Path file) throws Exception {
        KeyStore store = KeyStore.getInstance("JKS");
        store.load(null, null);
        for (Identity identity : new Identity[] {one, two}) {
            store.setKeyEntry(identity.equals(one) ? "one" : "two", identity.key(), PASSWORD, new Certificate[] {
                identity.leaf(), middle.leaf(), root.leaf()
            });
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD);
        }
    }
}
