package org.mtlsplayground.pki;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Picks from the items of a file: the chosen key, the chain that goes with it, or all certificates. */
final class Selection {
    private final Items items;
    private final char[] password;
    private final List<KeyItem> keys;
    private final List<CertificateItem> certificates;
    private List<X509Certificate> all;

    Selection(Items items, char[] password) {
        this.items = items;
        this.password = password;
        this.keys = items.of(KeyItem.class);
        this.certificates = items.of(CertificateItem.class);
    }

    List<EntryOption> options() {
        List<EntryOption> options = new ArrayList<>();
        for (KeyItem key : keys) {
            Optional<X509Certificate> leaf = leafIfAny(key);
            options.add(new EntryOption(options.size() + 1, key.alias(), true, nameOf(key, leaf), leaf));
        }
        if (keys.isEmpty() && items.format().isKeyStore()) {
            for (CertificateItem item : certificates) {
                options.add(new EntryOption(options.size() + 1, item.alias(), false, "", item.certificateIfSound()));
            }
        }
        return options;
    }

    /** Kind and size, from the certificate where there is one: to open each of many keys would take long. */
    private String nameOf(KeyItem key, Optional<X509Certificate> leaf) {
        if (leaf.isPresent() && key.name().isEmpty()) {
            return CertificateDescription.of(leaf.get()).key();
        }
        key.keyIfOpens(password);
        return key.name();
    }

    PrivateKey key(EntryChoice choice) throws ContentException {
        if (keys.isEmpty()) {
            throw instead(LoadProblem.CERTIFICATE_NOT_KEY, hasCertificates());
        }
        if (items.format() == FileFormat.PEM && !items.faults().isEmpty()) {
            checkSound(ContentKind.PRIVATE_KEY);
        }
        for (LoadFault fault : items.faults()) {
            if (fault.detail() == LoadDetail.SEAL) {
                throw new ContentException(fault);
            }
        }
        return chosen(keys, choice, key -> key.alias()).key(password);
    }

    List<X509Certificate> chain(EntryChoice choice) throws ContentException {
        List<X509Certificate> every = all();
        if (keys.isEmpty()) {
            return choice.isFirst()
                    ? ChainOrder.sort(every)
                    : ChainOrder.chain(
                            chosen(certificates, choice, item -> item.alias()).certificate(), every);
        }
        KeyItem key = chosen(keys, choice, item -> item.alias());
        if (items.format().isKeyStore()) {
            List<X509Certificate> chain = chainOf(key);
            if (!chain.isEmpty()) {
                return chain;
            }
        }
        if (choice.isFirst() && keys.size() == 1 && ChainOrder.leaves(every).size() == 1) {
            return ChainOrder.sort(every);
        }
        Optional<X509Certificate> leaf = leaf(key);
        if (leaf.isEmpty()) {
            return ChainOrder.sort(every);
        }
        List<X509Certificate> chain = ChainOrder.chain(leaf.get(), every);
        // With a single key all of the file is meant; of several each has its part.
        return keys.size() == 1 ? ChainOrder.followedBy(chain, every) : chain;
    }

    /** The chain of a key in a key store; empty where it has none. */
    List<X509Certificate> chainOf(KeyItem key) throws ContentException {
        if (!key.chain().isEmpty()) {
            Set<X509Certificate> own = new LinkedHashSet<>();
            for (CertificateItem item : key.chain()) {
                own.add(item.certificate());
            }
            List<X509Certificate> given = new ArrayList<>(own);
            return ChainOrder.followedBy(ChainOrder.chain(given.get(0), given), given);
        }
        Optional<X509Certificate> leaf = leaf(key);
        return leaf.isPresent() ? ChainOrder.chain(leaf.get(), sound()) : List.of();
    }

    /** All certificates, each once; never empty. */
    List<X509Certificate> all() throws ContentException {
        if (all == null) {
            if (!hasCertificates()) {
                throw instead(LoadProblem.KEY_NOT_CERTIFICATE, !keys.isEmpty());
            }
            checkSound(ContentKind.CERTIFICATE);
            Set<X509Certificate> every = new LinkedHashSet<>();
            for (Item item : items.all()) {
                if (item instanceof CertificateItem certificate) {
                    every.add(certificate.certificate());
                } else if (item instanceof KeyItem key) {
                    for (CertificateItem certificate : key.chain()) {
                        every.add(certificate.certificate());
                    }
                }
            }
            all = List.copyOf(every);
        }
        return all;
    }

    private boolean hasCertificates() {
        return !certificates.isEmpty()
                || keys.stream().anyMatch(key -> !key.chain().isEmpty());
    }

    /** A part that could not be read makes the whole doubtful, unless it is known not to be what is sought. */
    private void checkSound(ContentKind sought) throws ContentException {
        for (LoadFault fault : items.faults()) {
            ContentKind other = sought == ContentKind.CERTIFICATE ? ContentKind.PRIVATE_KEY : ContentKind.CERTIFICATE;
            if (!fault.found().equals(Optional.of(other))) {
                throw new ContentException(fault);
            }
        }
    }

    private List<X509Certificate> sound() {
        return certificates.stream()
                .flatMap(item -> item.certificateIfSound().stream())
                .distinct()
                .toList();
    }

    private Optional<X509Certificate> leafIfAny(KeyItem key) {
        return key.chain().isEmpty() ? leaf(key) : key.chain().get(0).certificateIfSound();
    }

    /** The certificate of a key: marked as such, or one that its signature fits. */
    private Optional<X509Certificate> leaf(KeyItem key) {
        for (CertificateItem item : certificates) {
            if (!key.keyId().isEmpty() && key.keyId().equals(item.keyId())) {
                return item.certificateIfSound();
            }
        }
        return key.keyIfOpens(password).flatMap(opened -> KeyPairs.firstMatch(sound(), opened));
    }

    private static <T> T chosen(List<T> among, EntryChoice choice, java.util.function.Function<T, String> alias)
            throws ContentException {
        return choice.index(among.stream().map(alias).toList())
                .map(among::get)
                .orElseThrow(() -> new ContentException(
                        LoadProblem.NO_SUCH_ENTRY, LoadDetail.NO_SUCH_ENTRY, Printable.of(choice.toString(), 200)));
    }

    /** What is there instead of what was sought. */
    private ContentException instead(LoadProblem confused, boolean isConfused) {
        if (!items.faults().isEmpty()) {
            return new ContentException(items.faults().get(0));
        }
        if (isConfused) {
            ContentKind kind =
                    confused == LoadProblem.KEY_NOT_CERTIFICATE ? ContentKind.PRIVATE_KEY : ContentKind.CERTIFICATE;
            return new ContentException(LoadFault.of(confused, LoadDetail.NONE, "")
                    .found(kind)
                    .at(items.all().get(0).place()));
        }
        if (items.all().isEmpty()) {
            return new ContentException(LoadFault.of(LoadProblem.SOMETHING_ELSE, LoadDetail.EMPTY_STORE, "")
                    .found(ContentKind.PKCS12));
        }
        FileEntry first = ((Item.Described) items.all().get(0)).entry();
        String label = first instanceof FileEntry.Other other ? other.label() : "";
        boolean unknown = first.kind() == ContentKind.BINARY
                || first.kind() == ContentKind.TEXT
                || first.kind() == ContentKind.OTHER_ASN1;
        LoadProblem problem = unknown ? LoadProblem.NOT_UNDERSTOOD : LoadProblem.SOMETHING_ELSE;
        return new ContentException(LoadFault.of(problem, LoadDetail.NONE, label)
                .found(first.kind())
                .at(first.place()));
    }
}
