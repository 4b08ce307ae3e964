package org.mtlsplayground.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlsplayground.ca.NewCertificate;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.KeyPairs;
import org.mtlsplayground.pki.Pem;
import picocli.CommandLine;

/** {@code --alias}: which of several entries is meant. */
class AliasTest {
    @TempDir
    Path dir;

    private final Identity one = NewCertificate.authority("one").create();
    private final Identity two = NewCertificate.authority("two").create();

    @BeforeEach
    void files() throws Exception {
        KeyStore store = KeyStore.getInstance("JKS");
        store.load(null, null);
        for (Identity identity : new Identity[] {one, two}) {
            store.setKeyEntry(
                    identity.equals(one) ? "one" : "two", identity.key(), "secret1".toCharArray(), new Certificate[] {
                        identity.leaf()
                    });
        }
        try (OutputStream out = Files.newOutputStream(dir.resolve("store"))) {
            store.store(out, "secret1".toCharArray());
        }
        Files.writeString(dir.resolve("password"), "secret1\n");
        Files.writeString(dir.resolve("two.pem"), Pem.encode(two.leaf()));
    }

    @Test
    void namesAnEntry() throws Exception {
        for (Identity identity : new Identity[] {one, two}) {
            Identity loaded = load("--cert", "store", "--alias", identity.equals(one) ? "one" : "TWO");
            assertEquals(identity.chain(), loaded.chain());
            assertTrue(KeyPairs.match(identity.leaf(), loaded.key()));
        }
    }

    @Test
    void countsWhereNoEntryHasThatName() throws Exception {
        assertEquals(
                load("--cert", "store").chain(),
                load("--cert", "store", "--alias", "1").chain());
        WrongUseException failure =
                assertThrows(WrongUseException.class, () -> load("--cert", "store", "--alias", "3"));
        assertEquals(
                "“" + dir.resolve("store") + "” has no entry “3”; “inspect” lists the entries.", failure.getMessage());
    }

    @Test
    void ofTwoFilesItIsThatWithSeveralEntries() throws Exception {
        Identity loaded = load("--cert", "two.pem", "--key", "store", "--alias", "two");
        assertTrue(KeyPairs.match(two.leaf(), loaded.key()));
        assertThrows(WrongUseException.class, () -> load("--alias", "two"));
    }

    private Identity load(String... arguments) throws WrongUseException {
        String[] resolved = arguments.clone();
        for (int i = 0; i + 1 < resolved.length; i++) {
            if (resolved[i].equals("--cert") || resolved[i].equals("--key")) {
                resolved[i + 1] = dir.resolve(resolved[i + 1]).toString();
            }
        }
        String[] rest = {
            "--trust", "nobody", "--password-file", dir.resolve("password").toString()
        };
        String[] all = Stream.of(resolved, rest).flatMap(Stream::of).toArray(String[]::new);
        IdentityOptions options = CommandLine.populateCommand(new IdentityOptions(), all);
        return Credentials.load(options, () -> dir, "client", "server", false).identity();
    }
}
