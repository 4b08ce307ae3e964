package org.mtlsplayground.pki;

import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;

/**
 * A file that was read once and may be asked several things: what it holds, what there is to choose among, and the
 * chosen. Holds key material until it is closed. For use by one thread at a time; its methods take their time.
 */
public final class OpenedFile implements AutoCloseable {
    private final Path file;
    private final Items items;
    private final Selection selection;
    private final char[] password;

    private OpenedFile(Path file, Items items, char[] password) {
        this.file = file;
        this.items = items;
        this.selection = new Selection(items, password);
        this.password = password;
    }

    /**
     * Reads a file.
     *
     * @param password for what is encrypted, which is copied; null where none was given
     * @throws LoadException if there is nothing to look at (no such file, not to be read, empty), or too much
     */
    public static OpenedFile open(Path file, char[] password) throws LoadException {
        char[] copy = password == null ? null : password.clone();
        try {
            return new OpenedFile(file, Unpacking.of(FileBytes.read(file), copy), copy);
        } catch (ContentException e) {
            throw new LoadException(file, e.fault(), e.getCause());
        }
    }

    /** Whether it is a PKCS#12, JKS or JCEKS. */
    public boolean isKeyStore() {
        return items.format().isKeyStore();
    }

    /** Whether there is a private key in it, open or closed. */
    public boolean hasKey() {
        return !items.of(KeyItem.class).isEmpty();
    }

    /** All entries in the order of the file, and what could not be read. Fails for nothing. */
    public FileContents contents() {
        return new Inventory(items, selection, password).take();
    }

    /**
     * What there is to choose among, in the order of the file: its private keys; in a key store without one its
     * certificates. Empty where there is nothing to choose.
     */
    public List<EntryOption> options() {
        return selection.options();
    }

    /**
     * A chain, the leaf first, each followed by its issuer as far as that is there: that of the chosen key or entry. Where
     * nothing is chosen, and the file is no key store, what does not belong to the chain follows in the order of the
     * file. Never empty; a certificate that is there twice comes once.
     */
    public List<X509Certificate> certificates(EntryChoice choice) throws LoadException {
        return ask(() -> selection.chain(choice), ContentKind.CERTIFICATE);
    }

    /** The chosen private key. */
    public PrivateKey privateKey(EntryChoice choice) throws LoadException {
        return ask(() -> selection.key(choice), ContentKind.PRIVATE_KEY);
    }

    /** The chosen key with its chain. */
    public Identity identity(EntryChoice choice) throws LoadException {
        return new Identity(certificates(choice), privateKey(choice));
    }

    /**
     * All revocation lists of the file, in its order (RFC 5280 §5); never empty.
     *
     * @throws LoadException if there is none, or something that can't be read
     */
    public List<X509CRL> revocationLists() throws LoadException {
        FileContents contents = contents();
        List<X509CRL> lists = contents.entries().stream()
                .filter(FileEntry.Crl.class::isInstance)
                .map(entry -> ((FileEntry.Crl) entry).crl())
                .toList();
        if (lists.isEmpty() || !contents.faults().isEmpty()) {
            throw new LoadException(file, contents.without(ContentKind.CRL), null);
        }
        return lists;
    }

    /** All certificates of the file, as those to trust; each once, in the order of the file. */
    public TrustAnchors trustAnchors() throws LoadException {
        return TrustAnchors.of(ask(selection::all, ContentKind.CERTIFICATE));
    }

    private interface Question<T> {
        T answer() throws ContentException;
    }

    private <T> T ask(Question<T> question, ContentKind expected) throws LoadException {
        try {
            return question.answer();
        } catch (ContentException e) {
            throw new LoadException(file, e.fault().expecting(expected), e.getCause());
        } catch (RuntimeException | StackOverflowError e) {
            // A library gave up in a way of its own; what it says may quote a key.
            LoadFault fault = LoadFault.of(LoadProblem.DAMAGED, LoadDetail.STRUCTURE, "");
            throw new LoadException(file, fault.expecting(expected), null);
        }
    }

    @Override
    public void close() {
        items.clear();
        if (password != null) {
            Arrays.fill(password, '\0');
        }
    }
}
