package org.mtlsplayground.pki;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lists what a file holds. */
final class Inventory {
    private static final int MAX_OPENED = 10;

    private final Items items;
    private final Selection selection;
    private final char[] password;
    private final List<FileEntry> entries = new ArrayList<>();
    private final List<LoadFault> faults;
    private int opened;

    Inventory(Items items, Selection selection, char[] password) {
        this.items = items;
        this.selection = selection;
        this.password = password;
        this.faults = new ArrayList<>(items.faults());
    }

    FileContents take() {
        // In a key store the certificates of a key's chain are told with the key.
        Set<X509Certificate> told = new LinkedHashSet<>();
        List<FileEntry.Key> keys = new ArrayList<>();
        for (KeyItem key : items.of(KeyItem.class)) {
            FileEntry.Key entry = key(key);
            keys.add(entry);
            told.addAll(entry.chain());
        }
        int nextKey = 0;
        for (Item item : items.all()) {
            if (item instanceof CertificateItem certificate) {
                addCertificate(certificate, told);
            } else if (item instanceof Item.Described described) {
                entries.add(described.entry());
            } else {
                entries.add(keys.get(nextKey++));
            }
        }
        return new FileContents(items.format(), entries, faults);
    }

    private void addCertificate(CertificateItem item, Set<X509Certificate> told) {
        try {
            X509Certificate certificate = item.certificate();
            if (item.ownEntry() || !told.contains(certificate)) {
                entries.add(new FileEntry.Certificate(item.place(), item.alias(), certificate));
            }
        } catch (ContentException e) {
            faults.add(e.fault());
        }
    }

    private FileEntry.Key key(KeyItem item) {
        // Each may take a while to open, and what could be said of a hundred keys is said of ten.
        Optional<ContentException> failure = opened++ < MAX_OPENED ? item.failure(password) : Optional.empty();
        failure.map(ContentException::fault).filter(this::isNews).ifPresent(faults::add);
        List<X509Certificate> chain = List.of();
        if (items.format().isKeyStore()) {
            try {
                chain = selection.chainOf(item);
            } catch (ContentException e) {
                faults.add(e.fault());
            }
        }
        return new FileEntry.Key(item.place(), item.alias(), item.form(), item.encryption(), item.name(), chain);
    }

    /** That a password is missing or wrong is said once, not for each key. */
    private boolean isNews(LoadFault fault) {
        boolean locked =
                fault.problem() == LoadProblem.PASSWORD_NEEDED || fault.problem() == LoadProblem.WRONG_PASSWORD;
        return !locked || faults.stream().noneMatch(other -> other.problem() == fault.problem());
    }
}
