package org.mtlsplayground.ui.certificates;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Button;
import javafx.util.Duration;
import org.mtlsplayground.pki.Pem;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Clip;
import org.mtlsplayground.ui.common.Hint;

/** Takes certificates out of the panel: to the clipboard, into a file, into a card. */
final class Saving {
    private static final Duration THANKS = Duration.seconds(1.5);

    private final Desk desk;
    private final Outbox outbox;
    private final Button copyPem;
    private final ObjectProperty<Hint> note;
    private final PauseTransition thanks = new PauseTransition(THANKS);

    Saving(Desk desk, Button copyPem, ObjectProperty<Hint> note) {
        this.desk = desk;
        this.outbox = new Outbox(desk.outbox());
        this.copyPem = copyPem;
        this.note = note;
        thanks.setOnFinished(event -> copyPem.setText(Messages.get("certificates.copyPem")));
    }

    void copyPem(ChainEntry.Present entry) {
        Clip.put(Pem.encode(entry.certificate()));
        copyPem.setText(Messages.get("certificates.copied"));
        thanks.playFromStart();
    }

    void savePem(ChainEntry.Present entry) {
        write(entry, ".crt", Pem.encode(entry.certificate()).getBytes(StandardCharsets.US_ASCII));
    }

    void saveChain(ChainEntry.Present entry) {
        String all = entry.chain().stream().map(Pem::encode).collect(Collectors.joining());
        write(entry, "-chain.pem", all.getBytes(StandardCharsets.US_ASCII));
    }

    void saveDer(ChainEntry.Present entry) {
        try {
            write(entry, ".der", entry.certificate().getEncoded());
        } catch (CertificateEncodingException e) {
            note.set(Hint.error(
                    Messages.get("certificates.save.failed", entry.description().name())));
        }
    }

    /** Where there is a file of the name already, the picker has asked. */
    private void write(ChainEntry.Present entry, String ending, byte[] content) {
        Optional<Path> picked = desk.picker()
                .save(
                        copyPem.getScene().getWindow(),
                        Messages.get("certificates.save.title"),
                        Outbox.baseName(entry) + ending);
        picked.ifPresent(file -> desk.background()
                .run(
                        "save-certificate",
                        () -> Files.write(file, content),
                        done -> note.set(Hint.ok(Messages.get("certificates.saved", file.getFileName()))),
                        failure -> note.set(Hint.error(Messages.get("certificates.save.failed", file.getFileName())))));
    }

    /**
     * Loads it into a card: with its private key, where there is one for it.
     *
     * @param withKey the opened file with both; empty if there is none
     */
    void use(ChainEntry.Present entry, Slot slot, Optional<LoadedFile> withKey) {
        if (withKey.isPresent()) {
            desk.loader().accept(slot, withKey.get());
            note.set(Hint.ok(Messages.get(
                    "certificates.use.withKey",
                    entry.description().name(),
                    withKey.get().file().getFileName())));
            return;
        }
        desk.background()
                .run(
                        "save-certificate",
                        () -> outbox.write(entry),
                        file -> desk.loader().accept(slot, LoadedFile.certificates(file)),
                        failure -> note.set(Hint.error(Messages.get(
                                "certificates.save.failed", desk.outbox().getFileName()))));
    }
}
