package org.mtlsplayground.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.mtlsplayground.pki.EntryChoice;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.LoadException;
import org.mtlsplayground.pki.PkiFiles;
import org.mtlsplayground.pki.TrustAnchors;

/**
 * The files of a side's card, on disk. Immutable.
 *
 * @param files by slot; a slot that stays empty is not in it, and one file may stand in two
 * @param passwords what the user types for those files for which anything is typed; may be the wrong one
 */
public record CardFiles(Map<Slot, Path> files, Map<Slot, String> passwords) {
    public CardFiles {
        files = Map.copyOf(files);
        passwords = Map.copyOf(passwords);
    }

    /** The file of a slot; empty if that stays empty. */
    public Optional<Path> file(Slot slot) {
        return Optional.ofNullable(files.get(slot));
    }

    /** What is typed for the file of a slot; empty for nothing. */
    public Optional<String> password(Slot slot) {
        return Optional.ofNullable(passwords.get(slot));
    }

    /**
     * Reads certificate and key, as the card would. Blocks.
     *
     * @return empty if there is no certificate or no key
     */
    Optional<Identity> identity() throws LoadException {
        if (!files.containsKey(Slot.CHAIN) || !files.containsKey(Slot.KEY)) {
            return Optional.empty();
        }
        return Optional.of(new Identity(
                PkiFiles.certificates(files.get(Slot.CHAIN), typed(Slot.CHAIN), EntryChoice.first()),
                PkiFiles.privateKey(files.get(Slot.KEY), typed(Slot.KEY), EntryChoice.first())));
    }

    /** Reads whom the side trusts, as the card would. Blocks. */
    TrustAnchors trust() throws LoadException {
        return files.containsKey(Slot.TRUSTED)
                ? PkiFiles.trustAnchors(files.get(Slot.TRUSTED), typed(Slot.TRUSTED))
                : TrustAnchors.none();
    }

    /**
     * Whether what the side trusts comes from a PKCS#12 in which Java's own loader shows no certificate to trust: other
     * Java programs would trust nobody. Blocks.
     */
    public boolean javaSeesNoAnchors() {
        if (!files.containsKey(Slot.TRUSTED)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(files.get(Slot.TRUSTED))) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, typed(Slot.TRUSTED));
            return store.size() == 0;
        } catch (GeneralSecurityException | IOException e) {
            return false; // no PKCS#12
        }
    }

    private char[] typed(Slot slot) {
        return password(slot).map(String::toCharArray).orElse(null);
    }

    /** Does not show the passwords. */
    @Override
    public String toString() {
        return new EnumMap<>(files).toString();
    }
}
