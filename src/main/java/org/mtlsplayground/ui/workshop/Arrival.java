package org.mtlsplayground.ui.workshop;

import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.mtlsplayground.ca.SigningRequest;
import org.mtlsplayground.pki.ContentKind;
import org.mtlsplayground.pki.EntryChoice;
import org.mtlsplayground.pki.EntryOption;
import org.mtlsplayground.pki.FileContents;
import org.mtlsplayground.pki.FileEntry;
import org.mtlsplayground.pki.KeyPairs;
import org.mtlsplayground.pki.LoadException;
import org.mtlsplayground.pki.LoadFault;
import org.mtlsplayground.pki.LoadProblem;
import org.mtlsplayground.pki.OpenedFile;

/** What a file brings into the workshop, known by its content. */
sealed interface Arrival {
    /** A request that somebody wants signed. */
    record Request(RequestModel.Read read) implements Arrival {}

    /** A certificate with its chain, and its key where the file has that. */
    record Certificate(List<X509Certificate> chain, Optional<PrivateKey> key) implements Arrival {
        /** Its last certificate is what others would have to trust. */
        Product product() {
            X509Certificate top = chain.get(chain.size() - 1);
            return new Product(chain, key, List.of(top), List.of(), Optional.empty());
        }

        /** The same with one of these keys, if it has none and one fits. */
        Certificate with(List<PrivateKey> keys) {
            return key.isPresent()
                    ? this
                    : new Certificate(
                            chain,
                            keys.stream()
                                    .filter(one -> KeyPairs.match(chain.get(0), one))
                                    .findFirst());
        }
    }

    /** A private key alone; {@link #toString()} does not show it. */
    record Key(PrivateKey key) implements Arrival {
        @Override
        public String toString() {
            return "Key[" + key.getAlgorithm() + "]";
        }
    }

    /** Several of which one is meant. */
    record Several(List<EntryOption> options) implements Arrival {}

    /**
     * Reads a file. Blocks.
     *
     * @param password null for none
     * @throws LoadException if there is nothing for the workshop in it, or it can't be read
     */
    static Arrival of(Path file, char[] password, EntryChoice choice) throws LoadException {
        try (OpenedFile opened = OpenedFile.open(file, password)) {
            FileContents contents = opened.contents();
            if (has(contents, FileEntry.Request.class) && !has(contents, FileEntry.Certificate.class)) {
                SigningRequest request = SigningRequest.load(file);
                return new Request(new RequestModel.Read(request, request.signatureVerifies()));
            }
            if (password == null && contents.needsPassword()) {
                throw new LoadException(file, closed(contents), null);
            }
            List<EntryOption> options = opened.options();
            if (options.size() > 1 && choice.isFirst()) {
                return new Several(options);
            }
            if (isKeyAlone(contents)) {
                return new Key(opened.privateKey(choice));
            }
            List<X509Certificate> chain = opened.certificates(choice);
            Optional<PrivateKey> key = key(opened, choice).filter(own -> KeyPairs.match(chain.get(0), own));
            return new Certificate(chain, key);
        }
    }

    private static boolean has(FileContents contents, Class<? extends FileEntry> kind) {
        return contents.entries().stream().anyMatch(kind::isInstance);
    }

    /** Asked first: what there is to choose among is seen by whoever has the password. */
    private static LoadFault closed(FileContents contents) {
        return contents.faults().stream()
                .filter(fault -> fault.problem() == LoadProblem.PASSWORD_NEEDED)
                .findFirst()
                .orElseGet(() -> contents.without(ContentKind.CERTIFICATE));
    }

    private static boolean isKeyAlone(FileContents contents) {
        List<FileEntry.Key> keys = contents.entries().stream()
                .filter(FileEntry.Key.class::isInstance)
                .map(FileEntry.Key.class::cast)
                .toList();
        return !keys.isEmpty()
                && keys.stream().allMatch(key -> key.chain().isEmpty())
                && contents.entries().stream().noneMatch(entry -> entry.kind() == ContentKind.CERTIFICATE);
    }

    private static Optional<PrivateKey> key(OpenedFile opened, EntryChoice choice) throws LoadException {
        return opened.hasKey() ? Optional.of(opened.privateKey(choice)) : Optional.empty();
    }
}
