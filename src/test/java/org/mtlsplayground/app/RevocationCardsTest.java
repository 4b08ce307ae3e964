package org.mtlsplayground.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Properties;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.ca.KeyFiles;
import org.mtlsplayground.ca.NewCertificate;
import org.mtlsplayground.ca.revocation.Authority;
import org.mtlsplayground.ca.revocation.CrlFiles;
import org.mtlsplayground.ca.revocation.Revocation;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.Pem;
import org.mtlsplayground.pki.status.RevocationReason;
import org.mtlsplayground.ui.common.Screenshots;

/** Looking for revocation, as it is set under More. */
class RevocationCardsTest extends WindowTest {
    private final Properties remembered = new Properties();

    /** A client that its CA has revoked, and a server that looks into the CA's list. */
    @Override
    void prepare() throws Exception {
        Authority authority = new Authority(NewCertificate.authority("CA").create());
        Identity alice = authority.issue(NewCertificate.client("alice"));
        Identity server = authority.issue(NewCertificate.server("server.mtls.example.org")
                .dns("localhost")
                .ip("127.0.0.1"));
        authority.revoke(alice.leaf().getSerialNumber(), Revocation.now(RevocationReason.KEY_COMPROMISE));
        remember("client", alice);
        remember("server", server);
        remembered.put("format", "1");
        remembered.put("server.revocation", "CRL");
        remembered.put("server.staple", "true");
        Path root = Files.writeString(
                folder.resolve("root.crt"), Pem.encode(authority.identity().leaf()));
        remembered.put("client.trusted-ca", root.toString());
        remembered.put("server.trusted-ca", root.toString());
        CrlFiles.writePem(folder.resolve("list.crl"), authority.currentCrl(Instant.now()));
        Path settings = Files.createDirectories(folder.resolve("settings")).resolve("settings.properties");
        try (Writer out = Files.newBufferedWriter(settings)) {
            remembered.store(out, null);
        }
    }

    private void remember(String side, Identity identity) {
        Path chain = folder.resolve(side + ".crt");
        Path key = folder.resolve(side + ".key");
        try {
            Files.writeString(chain, Pem.encode(identity.chain()));
            Files.write(key, KeyFiles.plainPem(identity.key()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        remembered.put(side + ".certificate-chain", chain.toString());
        remembered.put(side + ".private-key", key.toString());
    }

    private void look(String source) {
        MenuItem item = ((MenuButton) node("#server #revocationChoice"))
                .getItems().stream()
                        .filter(one -> one.getId().equals("revocation-" + source))
                        .findFirst()
                        .orElseThrow();
        robot.interact(item::fire);
    }

    private void unfold(String side) {
        click("#" + side + " .pg-fold-header");
        await("unfolded", () -> node("#" + side + " #revocationChoice") != null);
    }

    private void verdict(String headline) {
        click("#client #connect");
        await(
                headline,
                () -> String.valueOf(node(".pg-verdict").queryAccessibleAttribute(AccessibleAttribute.TEXT))
                        .startsWith(headline));
    }

    @Test
    void looksWhereItIsTold() throws Exception {
        resize(1600, 1150);
        unfold("server");
        assertEquals("by CRL", text("#server #revocationChoice"));
        assertEquals(
                "Without a file, it is fetched from where the certificate says.",
                text("#server #revocationList .pg-hint"));
        assertTrue(text("#server #stapleHint").startsWith("Nothing will be stapled"), text("#server #stapleHint"));
        startServer();
        verdict("The server refused the client’s certificate: whether it is revoked could not be found out");
        type("#server #revocationList .pg-file-path", folder.resolve("list.crl").toString());
        await("the list is read", () -> text("#server #revocationList .pg-hint").startsWith("CN=CA · 1 revoked · "));
        Screenshots.take(scene(), "cards-revocation");
        click("#server #restart");
        await("restarted", () -> !node("#server #restartLine").isVisible());
        startedAgain();
        verdict("The server refused the client’s certificate: it is revoked");
        look("OFF");
        assertTrue(
                robot.lookup("#softFail").tryQuery().isEmpty()
                        && robot.lookup("#revocationList").tryQuery().isEmpty(),
                "nothing more to say");
        click("#server #restart");
        await("restarted", () -> !node("#server #restartLine").isVisible());
        startedAgain();
        verdict("Both sides proved who they are");
        unfold("client");
        assertEquals("are not looked for", text("#client #revocationChoice"));
        Screenshots.take(scene(), "cards-revocation-off");
    }

    /** At a free port, which is another one each time. */
    private void startedAgain() {
        await("listening", () -> text("#server .pg-pill").startsWith("listening on 127.0.0.1:"));
        String pill = text("#server .pg-pill");
        type("#client #port", pill.substring(pill.lastIndexOf(':') + 1));
    }

    @Test
    void aFileThatIsNoListIsSaidAtItsField() {
        resize(1600, 1150);
        unfold("server");
        type("#server #revocationList .pg-file-path", folder.resolve("root.crt").toString());
        await("said", () -> text("#server #revocationList .pg-hint").contains("certificate"));
        click("#server #start");
        await("not started", () -> !text("#server #note").isEmpty());
        assertEquals("stopped", text("#server .pg-pill"));
    }
}
