package org.mtlsplayground.ui.common;

import java.util.List;
import org.mtlsplayground.pki.CertificateDescription;
import org.mtlsplayground.pki.EntryOption;
import org.mtlsplayground.text.Messages;

/** What an entry of a file is called where one is chosen. */
public final class EntryWords {
    private EntryWords() {}

    /** {@code 1 · alice · RSA 2048}: its number, its name in the store, that of its certificate, its key. */
    public static String of(EntryOption option) {
        String certificate = option.certificate()
                .map(found -> CertificateDescription.of(found).name())
                .orElse("");
        String key = option.key().isEmpty() && option.hasKey() ? Messages.get("file.entry.closed") : option.key();
        List<String> all = List.of(String.valueOf(option.number()), option.alias(), certificate, key);
        return String.join(
                " · ", all.stream().filter(word -> !word.isEmpty()).distinct().toList());
    }
}
