package org.mtlsplayground.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.ca.NewCertificate;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.Pem;
import org.mtlsplayground.recorded.Play;
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
        write("JKS", store, one, two);
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

    @Override
    void prepare() throws Exception {
        Files.createDirectories(folder.resolve("settings"));
        Files.writeString(
                folder.resolve("settings/settings.properties"), "format=1\nclient.jdk-chooses-certificate=true\n");
    }

    @Test
    void theEntryThatTheServerTakesIsChosenByTheRemedy() throws Exception {
        Path store = folder.resolve("several.p12");
        write("PKCS12", store, one, two, Play.identity("client"));
        type(CHAIN + " .pg-file-path", store.toString());
        await("asked", () -> node(KEY + " .pg-password-line").isVisible());
        robot.clickOn(node(KEY + " .pg-password")).write(new String(PASSWORD)).push(KeyCode.ENTER);
        await("opened", () -> text(KEY + " .pg-hint").equals("matches the certificate"));
        startServer();
        // Which other entries there are is known a moment after the chosen one.
        await(
                "the others are read",
                () -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().equals("read-other-entries")));
        robot.push(KeyCode.F5);
        await("refused", () -> text("#client #pill").equals("refused"));
        await("why", () -> node("#verdict-more").isVisible());
        click("#verdict-more");
        await("conditions", () -> conditions().size() == 6);
        resize(1440, 900);
        Screenshots.take(scene(), "verdict-not-sent-others-light");
        assertEquals(
                List.of(
                        "“two” would not: the server lists no issuer of it",
                        "“alice” would be sent: it meets all that the server asks for"),
                conditions().subList(4, 6));
        robot.interact(() -> ((Button) robot.from(node(".pg-verdict"))
                        .lookup(".pg-verdict-mend")
                        .query())
                .fire());
        await("alice", () -> text(CHAIN + " .pg-hint").contains("alice"));
        await("its key", () -> text(KEY + " .pg-hint").equals("matches the certificate"));
        robot.push(KeyCode.F5);
        await("connected", () -> text("#client #pill").equals("connected"));
    }

    private List<String> conditions() {
        return robot.from(node(".pg-verdict")).lookup(".pg-verdict-condition").queryAll().stream()
                .map(node -> ((Labeled) node).getText())
                .toList();
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

    private static void write(String format, Path file, Identity... identities) throws Exception {
        KeyStore store = KeyStore.getInstance(format);
        store.load(null, null);
        for (int i = 0; i < identities.length; i++) {
            store.setKeyEntry(
                    "entry " + (i + 1),
                    identities[i].key(),
                    PASSWORD,
                    identities[i].chain().toArray(Certificate[]::new));
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD);
        }
    }
}
