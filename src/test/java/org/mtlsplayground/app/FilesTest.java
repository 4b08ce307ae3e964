package org.mtlsplayground.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.pki.PkiFiles;
import org.mtlsplayground.ui.common.Screenshots;

/** The file fields: typing, dropping, clearing, wrong files, passwords. */
class FilesTest extends WindowTest {
    private static final String PATH = "#client #chain .pg-file-path";
    private static final String HINT = "#client #chain .pg-hint";

    @Test
    void showsTheNameUntilItIsEdited() {
        assertEquals("client.crt", text(PATH));
        click(PATH);
        assertEquals(SAMPLES.resolve("client.crt").toString(), text(PATH));
        robot.push(KeyCode.TAB);
        await("the name alone", () -> text(PATH).equals("client.crt"));
        assertEquals(
                SAMPLES.resolve("client.crt").toString(),
                ((TextField) node(PATH)).getTooltip().getText());
    }

    @Test
    void wrongFilesAreSaidAtTheField() throws Exception {
        Path empty = Files.createFile(folder.resolve("empty.crt"));
        Path words = Files.writeString(folder.resolve("words.txt"), "These are words and no certificate.\n");
        Map<Path, String> sentences = Map.of(
                folder.resolve("missing.crt"),
                "There is no file “missing.crt”.",
                empty,
                "“empty.crt” is empty.",
                words,
                "“words.txt” holds no certificate or key that can be understood: text without BEGIN and END lines.",
                SAMPLES.resolve("client.key"),
                "“client.key” holds a private key; a certificate belongs here.",
                folder,
                "can’t be read: it is a folder");
        for (Map.Entry<Path, String> entry : sentences.entrySet()) {
            type(PATH, entry.getKey().toString());
            await(entry.getValue(), () -> text(HINT).contains(entry.getValue()));
            assertTrue(node(HINT).getStyleClass().contains("pg-hint-error"), entry.getValue());
        }
        Screenshots.take(scene(), "files-wrong");
        type("#client #key .pg-file-path", SAMPLES.resolve("client.crt").toString());
        await(
                "said at the key too",
                () -> text("#client #key .pg-hint").contains("holds a certificate; a private key"));
        assertEquals("server_ca.crt", text("#client #trust .pg-file-path"), "the other settings stay");
    }

    @Test
    void droppedFile() {
        Path other = SAMPLES.resolve("server.crt");
        Node source = node("#toolbar .pg-app-name");
        EventHandler<MouseEvent> drag = event -> {
            Dragboard board = source.startDragAndDrop(TransferMode.COPY);
            ClipboardContent content = new ClipboardContent();
            content.putFiles(List.of(other.toFile()));
            board.setContent(content);
            event.consume();
        };
        source.setOnDragDetected(drag);
        robot.drag(source).dropTo(node(PATH));
        await("taken", () -> text(PATH).equals("server.crt"));
        await("read", () -> text(HINT).startsWith("server.mtls.example.org"));
        await("compared", () -> text("#client #key .pg-hint").startsWith("belongs to another certificate"));
    }

    @Test
    void encryptedKeyAsksForItsPassword() throws Exception {
        Path encrypted = folder.resolve("encrypted.key");
        encrypt(SAMPLES.resolve("client.key"), encrypted, "correct horse");
        assertFalse(node("#client #key .pg-password-line").isVisible());
        type("#client #key .pg-file-path", encrypted.toString());
        await("asked", () -> node("#client #key .pg-password-line").isVisible());
        assertTrue(text("#client #key .pg-hint").startsWith("“encrypted.key” is encrypted."));
        Screenshots.take(scene(), "files-password");
        password("wrong");
        await("said so", () -> text("#client #key .pg-hint").startsWith("That password does not open"));
        assertEquals("", text("#client #key .pg-password"));
        password("correct horse");
        await("opened", () -> text("#client #key .pg-hint").equals("matches the certificate"));
        assertFalse(node("#client #key .pg-password-line").isVisible());
    }

    @Test
    void nobodyAndTheListOfTheJdkAreChoices() throws Exception {
        click("#client #trust .pg-clear");
        await("said", () -> text("#client #trust .pg-hint").startsWith("Nobody is trusted"));
        assertEquals("nobody", text("#client #trustChoice"));
        click("#client #trustChoice");
        choose("the JDK’s own list");
        await("said", () -> text("#client #trust .pg-hint").startsWith("The public CAs"));
        assertFalse(node("#client #trust .pg-file-path").getParent().isVisible());
        Screenshots.take(scene(), "files-trust-jdk");
        click("#client #trustChoice");
        choose("this file");
        await("back", () -> text("#client #trust .pg-hint").equals("Demo Server CA"));
    }

    /** Clicks an item of the open menu; the same words may stand elsewhere in the window. */
    private void choose(String item) {
        robot.clickOn(robot.lookup((Node node) -> node instanceof Label label
                        && label.getText().equals(item)
                        && label.getParent().getStyleClass().contains("radio-menu-item"))
                .queryLabeled());
    }

    private void password(String words) {
        robot.clickOn(node("#client #key .pg-password"));
        robot.write(words).push(KeyCode.ENTER);
    }

    /** PKCS#8, encrypted in a way for which all JDKs know the name. */
    private static void encrypt(Path plain, Path encrypted, String password) throws Exception {
        String algorithm = "PBEWithSHA1AndDESede";
        SecretKey secret =
                SecretKeyFactory.getInstance(algorithm).generateSecret(new PBEKeySpec(password.toCharArray()));
        Cipher cipher = Cipher.getInstance(algorithm);
        cipher.init(Cipher.ENCRYPT_MODE, secret);
        byte[] sealed = cipher.doFinal(PkiFiles.privateKey(plain, null).getEncoded());
        byte[] der = new EncryptedPrivateKeyInfo(cipher.getParameters(), sealed).getEncoded();
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        Files.writeString(
                encrypted,
                "-----BEGIN ENCRYPTED PRIVATE KEY-----\n" + body + "\n-----END ENCRYPTED PRIVATE KEY-----\n");
    }
}
