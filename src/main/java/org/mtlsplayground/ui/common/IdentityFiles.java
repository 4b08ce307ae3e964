package org.mtlsplayground.ui.common;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.KeyPairs;
import org.mtlsplayground.pki.PkiFiles;
import org.mtlsplayground.text.Messages;

/** The two files that make an identity, certificate chain and private key, and whether they belong together. */
public final class IdentityFiles {
    private final Background background;
    private final FileSlot<List<X509Certificate>> chain;
    private final FileSlot<PrivateKey> key;
    private int comparing;

    public IdentityFiles(Background background) {
        this.background = background;
        chain = new FileSlot<>(PkiFiles::certificates, background);
        key = new FileSlot<>(PkiFiles::privateKey, background);
        chain.contentProperty().addListener((property, before, now) -> update());
        key.contentProperty().addListener((property, before, now) -> update());
        chain.pathProperty().addListener((property, before, now) -> followContainer(now));
    }

    /** The certificate chain, leaf first. */
    public FileSlot<List<X509Certificate>> chain() {
        return chain;
    }

    /** The private key. */
    public FileSlot<PrivateKey> key() {
        return key;
    }

    /** Begins to read. */
    public void activate() {
        chain.activate();
        key.activate();
    }

    /** The identity; empty if no files are picked, or not both can be used. */
    public Optional<Identity> identity() {
        return chain.content().isReady() && key.content().isReady()
                ? Optional.of(new Identity(chain.value(), key.value()))
                : Optional.empty();
    }

    /** Whether both files are there, or neither. */
    public boolean isUsable() {
        return chain.content().status() == key.content().status()
                && !chain.content().isFailed();
    }

    /** A PKCS#12 file holds both: whoever picks one as the certificate means it as the key too. */
    private void followContainer(String path) {
        String name = path.toLowerCase(Locale.ROOT);
        if (name.endsWith(".p12") || name.endsWith(".pfx")) {
            key.pathProperty().set(path);
        }
    }

    private void update() {
        chain.hintProperty().set(chainHint());
        key.hintProperty().set(keyHint());
        sharePassword(chain, key);
        sharePassword(key, chain);
        int mine = ++comparing;
        if (chain.content().isReady() && key.content().isReady()) {
            X509Certificate leaf = chain.value().get(0);
            PrivateKey own = key.value();
            background.run(
                    "compare-key",
                    () -> KeyPairs.match(leaf, own),
                    matches -> compared(mine, matches),
                    failure -> compared(mine, false));
        }
    }

    private static void sharePassword(FileSlot<?> from, FileSlot<?> to) {
        if (from.content().isReady()
                && from.hasPassword()
                && to.content().needsPassword()
                && !to.hasPassword()
                && from.file().equals(to.file())) {
            to.supplyPassword(from.password());
        }
    }

    private void compared(int mine, boolean matches) {
        if (mine == comparing) {
            key.hintProperty()
                    .set(
                            matches
                                    ? Hint.ok(Messages.get("identity.key.matches"))
                                    : Hint.warn(Messages.get("identity.key.differs")));
        }
    }

    private Hint chainHint() {
        return switch (chain.content().status()) {
            case READY -> CertificateLine.of(chain.value(), Instant.now());
            case FAILED -> problem(chain);
            case LOADING -> chain.hintProperty().get();
            case EMPTY ->
                key.content().status() == FileContent.Status.EMPTY
                        ? Hint.info(Messages.get("identity.none"))
                        : Hint.error(Messages.get("identity.chain.missing"));
        };
    }

    private Hint keyHint() {
        return switch (key.content().status()) {
            case READY ->
                chain.content().isReady()
                        ? Hint.NONE
                        : Hint.info(
                                Messages.get("identity.key.kind", key.value().getAlgorithm()));
            case FAILED -> problem(key);
            case LOADING -> key.hintProperty().get();
            case EMPTY ->
                chain.content().status() == FileContent.Status.EMPTY
                        ? Hint.NONE
                        : Hint.error(Messages.get("identity.key.missing"));
        };
    }

    static Hint problem(FileSlot<?> slot) {
        FileContent<?> content = slot.content();
        String name = TypedPath.nameOf(slot.pathProperty().get());
        String sentence = LoadSentences.of(content.problem(), name, content.detail());
        return content.problem() == org.mtlsplayground.pki.LoadProblem.PASSWORD_NEEDED
                ? Hint.info(sentence)
                : Hint.error(sentence);
    }
}
