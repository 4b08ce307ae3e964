package org.mtlsplayground.ui.workshop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mtlsplayground.ui.workshop.Bench.fx;
import static org.mtlsplayground.ui.workshop.Bench.run;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlsplayground.ca.FileSet;
import org.mtlsplayground.ca.NewCertificate;
import org.mtlsplayground.ca.SaveFormat;
import org.mtlsplayground.ca.Saveable;
import org.mtlsplayground.ca.SavedFiles;
import org.mtlsplayground.pki.EntryOption;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.Pem;

/** Files of other people, dropped on the workshop. */
class ArrivalsTest {
    private static final Identity CA =
            NewCertificate.authority("Their CA").pathLength(0).create();
    private static final Identity DORA =
            NewCertificate.client("dora").issuedBy(CA).create();

    @TempDir
    Path folder;

    private Bench bench;
    private Sheets sheets;
    private final List<Made> certificates = new ArrayList<>();
    private final List<RequestModel.Read> requests = new ArrayList<>();
    private final List<Path> folders = new ArrayList<>();

    @BeforeEach
    void open() throws Exception {
        bench = new Bench();
        sheets = fx(() -> {
            Sheets its = new Sheets();
            its.over(new Pane());
            return its;
        });
    }

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    private void drop(Path... files) throws Exception {
        run(() -> Arrivals.open(
                bench.model,
                new Questions(sheets),
                new Arrivals.Hosts(certificates::add, requests::add, folders::add),
                List.of(files)));
    }

    private Path file(String name, String content) throws Exception {
        return Files.writeString(folder.resolve(name), content);
    }

    private void asked(String answer) {
        Bench.await("asked", () -> sheets.isVisible() && sheets.lookup(answer) != null);
    }

    private void press(String button) throws Exception {
        run(() -> ((Button) sheets.lookup(button)).fire());
    }

    @Test
    void aKeyFindsItsCertificateAmongTheFilesWhateverTheyAreCalled() throws Exception {
        List<Path> written = FileSet.write(
                        folder,
                        SavedFiles.of(
                                new Saveable(DORA.chain(), Optional.of(DORA.key()), List.of()),
                                SaveFormat.PEM_SET,
                                "dora",
                                null),
                        false)
                .written();
        assertEquals(2, written.size());
        Path key = Files.move(folder.resolve("dora.key"), folder.resolve("first.doc"));
        drop(key, folder.resolve("dora.crt"), file("their-ca.txt", Pem.encode(CA.leaf())));
        Bench.await("brought in", () -> certificates.size() == 1);
        List<Made> all = fx(() -> List.copyOf(bench.model.shelf().all()));
        assertEquals(List.of("dora", "Their CA"), all.stream().map(Made::name).toList());
        assertTrue(all.get(0).key().isPresent(), "with its key");
        assertFalse(all.get(1).issues(), "a CA without its key");
        assertEquals(
                "Opened 2 certificates.",
                fx(() -> bench.model.noteProperty().get().text()));
        drop(folder.resolve("dora.crt"));
        Bench.await("looked at", () -> certificates.size() == 2);
        assertEquals(all.get(0), certificates.get(1), "it lies there already");
    }

    @Test
    void theEntryOfAKeyStoreIsChosen() throws Exception {
        char[] password = "changeit".toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("dora", DORA.key(), password, DORA.chain().toArray(new Certificate[0]));
        store.setKeyEntry("authority", CA.key(), password, CA.chain().toArray(new Certificate[0]));
        Path file = folder.resolve("store.pem");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, password);
        }
        drop(file);
        asked("#open-yes");
        run(() -> ((PasswordField) sheets.lookup(".password-field")).setText("changeit"));
        press("#open-yes");
        asked("#entry-yes");
        run(() -> choose("authority"));
        press("#entry-yes");
        Bench.await("brought in", () -> certificates.size() == 1);
        assertEquals("Their CA", certificates.get(0).name());
        assertTrue(certificates.get(0).issues(), "it can issue");
        assertFalse(fx(sheets::isVisible));
    }

    @SuppressWarnings("unchecked")
    private void choose(String alias) {
        ComboBox<EntryOption> box = (ComboBox<EntryOption>) sheets.lookup("#entry");
        box.setValue(box.getItems().stream()
                .filter(option -> option.alias().equals(alias))
                .findFirst()
                .orElseThrow());
    }

    @Test
    void aRequestIsLookedAtAFolderIsOpenedAndTheRestIsNamed() throws Exception {
        String request =
                NewCertificate.client("carol").createRequest().request().pem();
        drop(file("photo.jpg", request), folder, file("letter.crt", "Dear CA,\n"), file("ca", Pem.encode(CA.leaf())));
        Bench.await("the last one", () -> certificates.size() == 1);
        assertEquals("carol", fx(() -> MadeRequest.nameOf(requests.get(0).request())));
        assertTrue(requests.get(0).verifies());
        assertEquals(List.of(folder), folders);
        String note = fx(() -> bench.model.noteProperty().get().text());
        assertTrue(note.contains("letter.crt"), note);
    }

    @Test
    void whoGivesNoPasswordGetsTheOtherFilesAllTheSame() throws Exception {
        char[] password = "changeit".toCharArray();
        List<Path> written = FileSet.write(
                        folder,
                        SavedFiles.of(
                                new Saveable(DORA.chain(), Optional.of(DORA.key()), List.of()),
                                SaveFormat.PKCS12,
                                "dora",
                                password),
                        false)
                .written();
        drop(written.get(0), file("ca", Pem.encode(CA.leaf())));
        asked("#sheet-cancel");
        press("#sheet-cancel");
        Bench.await("brought in", () -> certificates.size() == 1);
        assertEquals("Their CA", certificates.get(0).name());
    }
}
