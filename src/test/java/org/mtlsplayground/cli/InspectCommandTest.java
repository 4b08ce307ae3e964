package org.mtlsplayground.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code inspect}: what is told of files, and of those that can't be read. */
class InspectCommandTest {
    private static final String CERTIFICATE = "sample-certs/client.crt";
    private static final String STORE = "sample-certs/client.p12";

    @TempDir
    Path folder;

    private static List<Map<String, Object>> objects(InProcess run) {
        return JsonText.lines(run.out());
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> object, String name) {
        return (List<Map<String, Object>>) object.get(name);
    }

    @Test
    void eachFileHasItsObject() {
        InProcess run = InProcess.run("inspect", "--json", CERTIFICATE, "sample-certs/client.key");
        assertEquals(0, run.status(), run.all());
        assertEquals("", run.err());
        List<Map<String, Object>> files = objects(run);
        assertEquals(
                List.of(CERTIFICATE, "sample-certs/client.key"),
                files.stream().map(file -> file.get("file")).toList());
        for (Map<String, Object> file : files) {
            assertEquals("PEM", file.get("kind"));
            assertTrue(file.containsKey("error"), file.toString());
            assertNull(file.get("error"));
        }
        Map<String, Object> certificate = list(files.get(0), "entries").get(0);
        assertEquals("certificate", certificate.get("kind"));
        assertEquals("CN=alice, O=mTLS Playground", certificate.get("subject"));
        assertEquals(List.of("clientAuth"), certificate.get("extended_key_usage"));
        Map<String, Object> key = list(files.get(1), "entries").get(0);
        assertEquals("private_key", key.get("kind"));
        assertEquals("EC P-256", key.get("key"));
        assertEquals(false, key.get("encrypted"));
    }

    @Test
    void aKeyStoreOpensByItsPassword() {
        InProcess closed = InProcess.run("inspect", "--json", STORE);
        assertEquals(1, closed.status(), closed.all());
        assertNotNull(objects(closed).get(0).get("error"));
        InProcess wrong = InProcess.run("inspect", "--json", "--password", "wrong", STORE);
        assertEquals(1, wrong.status(), wrong.all());
        assertEquals(
                "The password does not open “" + STORE + "”.",
                objects(wrong).get(0).get("error"));
        assertTrue(wrong.err().contains("does not open"), wrong.err());
        InProcess open = InProcess.run("inspect", "--json", "--password", "playground", STORE);
        assertEquals(0, open.status(), open.all());
        Map<String, Object> key = list(objects(open).get(0), "entries").get(0);
        assertEquals("alice", key.get("alias"));
        assertEquals("alice", list(key, "chain").get(0).get("name"));
    }

    @Test
    void aClosedKeyIsNamed() {
        InProcess run = InProcess.run("inspect", "sample-certs/client-encrypted.key");
        assertEquals(0, run.status(), run.all());
        assertTrue(
                run.out()
                        .contains("private key · kind unknown until it is opened · PKCS#8, encrypted by PBES2 AES-256"),
                run.out());
    }

    @Test
    void whatCannotBeReadGetsItsReasonAndTheOthersAreTold() throws IOException {
        Path broken = Files.writeString(
                folder.resolve("broken.crt"),
                Files.readString(Path.of(CERTIFICATE)).replace("MII", "M!I"));
        Path page = Files.writeString(folder.resolve("page.crt"), "<!DOCTYPE html><html></html>");
        Path missing = folder.resolve("missing.crt");
        InProcess run =
                InProcess.run("inspect", "--json", broken.toString(), page.toString(), missing.toString(), CERTIFICATE);
        assertEquals(1, run.status(), run.all());
        List<Map<String, Object>> files = objects(run);
        assertEquals(4, files.size(), run.all());
        assertTrue(files.get(0).get("error").toString().contains("is damaged: line 2"), run.out());
        assertTrue(files.get(1).get("error").toString().contains("web page (HTML)"), run.out());
        assertEquals("html", files.get(1).get("kind"));
        assertEquals("There is no file “" + missing + "”.", files.get(2).get("error"));
        assertNull(files.get(2).get("kind"));
        assertNull(files.get(3).get("error"));
        assertEquals(3, run.problems().size(), run.err());
    }

    @Test
    void everyFieldIsToldWhenAskedFor() {
        InProcess brief = InProcess.run("inspect", CERTIFICATE);
        assertEquals(2, brief.out().lines().count(), brief.out());
        InProcess whole = InProcess.run("inspect", "-v", CERTIFICATE);
        assertTrue(whole.out().contains("    keyUsage (critical): digitalSignature"), whole.out());
        InProcess fields = InProcess.run("inspect", "-v", "--json", CERTIFICATE);
        List<Map<String, Object>> told =
                list(list(objects(fields).get(0), "entries").get(0), "fields");
        assertTrue(told.stream().anyMatch(field -> "extension.subjectAltName".equals(field.get("id"))), fields.out());
    }

    @Test
    void noPrivateKeyIsShown() throws IOException {
        InProcess run = InProcess.run("inspect", "-v", "--json", "sample-certs/client.key");
        String secret = Files.readAllLines(Path.of("sample-certs/client.key")).get(1);
        assertFalse(run.all().contains(secret.substring(20, 40)), run.all());
    }

    @Test
    void twoPasswordsAreOneTooMany() {
        InProcess run = InProcess.run("inspect", "--password", "a", "--password-file", "b", STORE);
        assertEquals(2, run.status(), run.all());
    }
}
