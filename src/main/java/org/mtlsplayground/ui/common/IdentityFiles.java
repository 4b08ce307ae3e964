package org.mtlsplayground.ui.common;

import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.Property;
import org.mtlsplayground.pki.ChainReport;
import org.mtlsplayground.pki.EntryChoice;
import org.mtlsplayground.pki.EntryOption;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.KeyPairs;
import org.mtlsplayground.pki.LoadProblem;
import org.mtlsplayground.pki.OpenedFile;
import org.mtlsplayground.pki.TrustAnchors;
import org.mtlsplayground.text.Messages;

/** The two files that make an identity, certificate chain and private key, and whether they belong together. */
public final class IdentityFiles {
    private final Background background;
    private final FileSlot<List<X509Certificate>> chain;
    private final FileSlot<PrivateKey> key;
    private TrustFile trustOfOther;
    private int comparing;
    private int examining;
    private int looking;
    private boolean active;
    private boolean following;
    private Optional<Identity> unread = Optional.empty();
    private String unreadPath = "";

    private boolean readsOthers;

    /** What else is in the file of both. */
    private List<Identity> others = List.of();

    public IdentityFiles(Background background) {
        this.background = background;
        chain = new FileSlot<>(OpenedFile::certificates, true, background);
        key = new FileSlot<>(OpenedFile::privateKey, true, background);
        chain.contentProperty().addListener((property, before, now) -> {
            followContainer(now);
            update();
        });
        key.contentProperty().addListener((property, before, now) -> update());
        chain.pathProperty().addListener((property, before, now) -> {
            following = active;
            followContainer(chain.content());
        });
        chain.choiceProperty().addListener((property, before, now) -> shareChoice(chain, key));
        key.choiceProperty().addListener((property, before, now) -> shareChoice(key, chain));
    }

    /** The certificate chain, leaf first. */
    public FileSlot<List<X509Certificate>> chain() {
        return chain;
    }

    /** The private key. */
    public FileSlot<PrivateKey> key() {
        return key;
    }

    /** Takes what the other side trusts into account where the chain is incomplete. */
    public void expectTrust(TrustFile ofOtherSide) {
        trustOfOther = ofOtherSide;
        ofOtherSide.slot().contentProperty().addListener((property, before, now) -> examine());
        ofOtherSide.sourceProperty().addListener((property, before, now) -> examine());
    }

    /** What the user changes, in the order in which it is to be put back: another path takes back what was chosen. */
    public List<Property<?>> inputs() {
        return List.of(chain.pathProperty(), key.pathProperty(), chain.choiceProperty(), key.choiceProperty());
    }

    /** Begins to read. */
    public void activate() {
        active = true;
        chain.activate();
        key.activate();
    }

    /**
     * Has an identity used although the chain’s file can’t be read as certificates: for as long as that file stays picked.
     * So can be sent what no file would be loaded with.
     */
    public void useUnread(Optional<Identity> other) {
        unread = other;
        unreadPath = chain.pathProperty().get();
        update();
    }

    private boolean isUnread() {
        return unread.isPresent()
                && chain.content().isFailed()
                && chain.pathProperty().get().equals(unreadPath);
    }

    /** The identity; empty if no files are picked, or not both can be used. */
    public Optional<Identity> identity() {
        if (isUnread()) {
            return unread;
        }
        return chain.content().isReady() && key.content().isReady()
                ? Optional.of(new Identity(chain.value(), key.value()))
                : Optional.empty();
    }

    /** Has what else is in the file read, too; until then it stays closed. */
    public void readOthers() {
        readsOthers = true;
    }

    /** The other identities in the file, if both are in one and they are read: known some moments after the chosen one. */
    public List<Identity> others() {
        return chain.content().isReady() && key.content().isReady() && isOneFile() ? others : List.of();
    }

    /** Chooses the entry with this certificate, if the file has it. */
    public void choose(X509Certificate leaf) {
        List<EntryOption> options = chain.content().holding().options();
        options.stream()
                .filter(option -> option.certificate().filter(leaf::equals).isPresent())
                .findFirst()
                .ifPresent(option -> chain.choiceProperty().set(EntryChoice.of(option, options)));
    }

    private boolean isOneFile() {
        return chain.file().isPresent() && chain.file().equals(key.file());
    }

    private void lookAtOthers() {
        int mine = ++looking;
        others = List.of();
        List<EntryOption> options = key.content().holding().options();
        if (!readsOthers || options.size() < 2 || !isOneFile()) {
            return;
        }
        Path file = key.file().orElseThrow();
        char[] secret = key.password();
        X509Certificate leaf = chain.value().get(0);
        background.run(
                "read-other-entries",
                () -> OtherEntries.of(file, secret, options, leaf),
                found -> {
                    if (mine == looking) {
                        others = found;
                    }
                },
                failure -> {});
    }

    /** Whether both files are there, or neither. */
    public boolean isUsable() {
        return isUnread()
                || (chain.content().status() == key.content().status()
                        && !chain.content().isFailed());
    }

    /** A key store holds both: whoever picks one as the certificate means it as the key too. */
    private void followContainer(FileContent<?> content) {
        boolean settled = content.isReady() || content.isFailed();
        if (!following || !settled) {
            return;
        }
        following = false;
        FileContent.Holding holding = content.holding();
        String path = chain.pathProperty().get();
        if (holding.isKeyStore()
                || (holding.hasKey() && key.pathProperty().get().isEmpty())) {
            key.pathProperty().set(path);
        }
    }

    private void update() {
        int mine = ++comparing;
        chain.hintProperty().set(chainHint());
        key.hintProperty().set(keyHint());
        sharePassword(chain, key);
        sharePassword(key, chain);
        examine();
        if (chain.content().isReady() && key.content().isReady()) {
            X509Certificate leaf = chain.value().get(0);
            PrivateKey own = key.value();
            lookAtOthers();
            background.run(
                    "compare-key",
                    () -> KeyPairs.match(leaf, own),
                    matches -> compared(mine, matches),
                    failure -> compared(mine, false));
        }
    }

    private void examine() {
        int mine = ++examining;
        if (chain.content().isReady()) {
            List<X509Certificate> certificates = chain.value();
            TrustAnchors trusted = trustOfOther == null
                    ? TrustAnchors.jdk()
                    : trustOfOther.anchors().orElse(TrustAnchors.none());
            background.run(
                    "examine-chain",
                    () -> ChainLine.of(ChainReport.of(certificates), trusted, Instant.now()),
                    line -> examined(mine, line),
                    failure -> {});
        }
    }

    /** One file for both: its entries are chosen together. */
    private static void shareChoice(FileSlot<?> from, FileSlot<?> to) {
        if (from.file().isPresent() && from.file().equals(to.file())) {
            to.choiceProperty().set(from.choiceProperty().get());
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

    private void examined(int mine, Hint line) {
        if (mine == examining) {
            chain.hintProperty().set(line);
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
            case FAILED ->
                isUnread()
                        ? Hint.warn(Messages.get(
                                "identity.chain.unread", problem(chain).text()))
                        : problem(chain);
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
        String sentence = LoadSentences.of(
                content.fault(), TypedPath.nameOf(slot.pathProperty().get()));
        return content.problem() == LoadProblem.PASSWORD_NEEDED ? Hint.info(sentence) : Hint.error(sentence);
    }
}
