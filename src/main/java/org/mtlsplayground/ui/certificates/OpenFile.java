package org.mtlsplayground.ui.certificates;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mtlsplayground.diagnosis.FaultWords;
import org.mtlsplayground.pki.ContentKind;
import org.mtlsplayground.pki.EntryChoice;
import org.mtlsplayground.pki.EntryOption;
import org.mtlsplayground.pki.FileContents;
import org.mtlsplayground.pki.FileEntry;
import org.mtlsplayground.pki.LoadException;
import org.mtlsplayground.pki.OpenedFile;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Background;
import org.mtlsplayground.ui.common.FileContent;
import org.mtlsplayground.ui.common.FileSlot;
import org.mtlsplayground.ui.common.Hint;
import org.mtlsplayground.ui.common.LoadSentences;

/** A file that was opened to look at: what is in it, whatever that is. On the FX thread. */
final class OpenFile {
    private static final int MOST_LINES = 40;

    private final Path file;
    private final FileSlot<Held> slot;

    /**
     * What is in it.
     *
     * @param keys the private keys in it, each with the certificate it belongs to
     */
    private record Held(FileContents contents, List<EntryOption> keys) {}

    /**
     * Begins to read it.
     *
     * @param changed called when there is something else to show
     */
    OpenFile(Path file, Background background, Runnable changed) {
        this.file = file;
        slot = new FileSlot<>(
                (opened, choice) -> {
                    FileContents contents = opened.contents();
                    if (certificates(contents).isEmpty() && !isOfUse(contents)) {
                        throw new LoadException(file, contents.without(ContentKind.CERTIFICATE), null);
                    }
                    return new Held(contents, keys(opened));
                },
                false,
                background);
        slot.pathProperty().set(file.toString());
        slot.contentProperty().addListener((property, before, now) -> changed.run());
    }

    private static List<EntryOption> keys(OpenedFile opened) {
        List<EntryOption> all =
                opened.options().stream().filter(EntryOption::hasKey).toList();
        if (all.size() != 1 || all.get(0).certificate().isPresent()) {
            return all;
        }
        // A closed key does not show whose it is. A single one stands beside its own certificate.
        try {
            EntryOption only = all.get(0);
            X509Certificate leaf = opened.certificates(EntryChoice.first()).get(0);
            return List.of(new EntryOption(only.number(), only.alias(), true, only.key(), Optional.of(leaf)));
        } catch (LoadException e) {
            return all;
        }
    }

    /** Which entry to choose for a certificate together with its private key; empty where the file has no key for it. */
    Optional<EntryChoice> identity(X509Certificate certificate) {
        if (!slot.content().isReady()) {
            return Optional.empty();
        }
        List<EntryOption> keys = slot.value().keys();
        return keys.stream()
                .filter(option -> option.certificate().equals(Optional.of(certificate)))
                .findFirst()
                .map(option -> keys.size() == 1 ? EntryChoice.first() : EntryChoice.of(option, keys));
    }

    /** The file for a card: with its private key, if it has one for this certificate; else empty. */
    Optional<LoadedFile> withKey(X509Certificate certificate) {
        return identity(certificate).map(entry -> new LoadedFile(file, Optional.of(entry), slot.password()));
    }

    void read() {
        slot.activate();
    }

    FileSlot<?> slot() {
        return slot;
    }

    Path path() {
        return file;
    }

    /** The file's own name. */
    String name() {
        return String.valueOf(file.getFileName());
    }

    /** The certificates in it, each once for as often as it is there. */
    List<X509Certificate> certificates() {
        return slot.content().isReady() ? certificates(slot.value().contents()) : List.of();
    }

    private static List<X509Certificate> certificates(FileContents contents) {
        return contents.entries().stream().flatMap(OpenFile::certificates).toList();
    }

    /** The revocation lists in it. */
    List<StatusDocument> statuses() {
        return slot.content().isReady()
                ? slot.value().contents().entries().stream()
                        .filter(FileEntry.Crl.class::isInstance)
                        .limit(MOST_LINES)
                        .<StatusDocument>map(entry -> new StatusDocument.Crl(((FileEntry.Crl) entry).crl()))
                        .toList()
                : List.of();
    }

    private static Stream<X509Certificate> certificates(FileEntry entry) {
        if (entry instanceof FileEntry.Certificate certificate) {
            return Stream.of(certificate.certificate());
        }
        return entry instanceof FileEntry.Key key ? key.chain().stream() : Stream.empty();
    }

    /** Whether there is something without a certificate that can be told of: a key, a request, a list. */
    private static boolean isOfUse(FileContents contents) {
        return !contents.needsPassword()
                && contents.entries().stream().anyMatch(entry -> !(entry instanceof FileEntry.Other));
    }

    /** How far it is, in a few words beside its name. */
    String note() {
        FileContent<Held> content = slot.content();
        if (content.isFailed()) {
            return Messages.get(content.needsPassword() ? "certificates.open.closed" : "certificates.open.failed");
        }
        if (!content.isReady()) {
            return Messages.get("certificates.open.reading");
        }
        int count = certificates().size();
        if (count == 0 && statuses().size() == 1) {
            return Messages.get("certificates.open.list");
        }
        return Messages.get(count == 1 ? "certificates.open.count.one" : "certificates.open.count", count);
    }

    /** What is wrong with the whole, or with parts of it. */
    List<Hint> troubles() {
        FileContent<Held> content = slot.content();
        if (content.isFailed()) {
            String sentence = LoadSentences.of(content.fault(), name());
            return List.of(content.needsPassword() ? Hint.info(sentence) : Hint.error(sentence));
        }
        return content.isReady()
                ? content.value().contents().faults().stream()
                        .limit(MOST_LINES)
                        .map(fault -> Hint.warn(LoadSentences.of(fault, name())))
                        .toList()
                : List.of();
    }

    /** Each thing in it that is no certificate, a line; many of them cut short. */
    List<String> others() {
        return slot.content().isReady()
                ? slot.value().contents().entries().stream()
                        .filter(entry -> !(entry instanceof FileEntry.Certificate))
                        .limit(MOST_LINES)
                        .map(OpenFile::line)
                        .toList()
                : List.of();
    }

    /** How the file is written; empty if that is not known. */
    Optional<String> format() {
        return slot.content().isReady()
                ? Optional.of(slot.value().contents().format().label()).filter(label -> !label.isEmpty())
                : Optional.empty();
    }

    private static String line(FileEntry entry) {
        String what = FaultWords.found(entry.kind(), entry instanceof FileEntry.Other other ? other.label() : "");
        String more = more(entry);
        return Messages.get(
                more.isEmpty() ? "certificates.open.entry" : "certificates.open.entry.more",
                what,
                FaultWords.place(entry.place()),
                more);
    }

    private static String more(FileEntry entry) {
        if (entry instanceof FileEntry.Key key) {
            return Stream.of(key.form(), key.key(), key.encryption())
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(", "));
        }
        if (entry instanceof FileEntry.Request request) {
            return request.request().subject();
        }
        return entry instanceof FileEntry.Public key ? key.name() : "";
    }
}
