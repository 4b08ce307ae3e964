package org.mtlsplayground.ca;

import java.security.KeyPair;
import java.security.PublicKey;
import java.util.Optional;

/** Where a certificate's key comes from: made when it is needed, or there already. {@link #toString()} does not show it. */
final class KeySource {
    private final KeyKind kind;
    private final Optional<KeyPair> there;

    private KeySource(KeyKind kind, Optional<KeyPair> there) {
        this.kind = kind;
        this.there = there;
    }

    /** A fresh one each time. */
    static KeySource fresh(KeyKind kind) {
        return new KeySource(kind, Optional.empty());
    }

    static KeySource of(KeyPair pair) {
        return new KeySource(KeyKind.EC_P256, Optional.of(pair));
    }

    /** One whose private key is elsewhere. */
    static KeySource of(PublicKey key) {
        return of(new KeyPair(key, null));
    }

    /** Without a private key if that {@linkplain #isPublicOnly is not at hand}. */
    KeyPair pair() {
        return there.orElseGet(kind::generate);
    }

    /** The kind of a key that is yet to be made; empty for one that is there. */
    Optional<KeyKind> fresh() {
        return there.isPresent() ? Optional.empty() : Optional.of(kind);
    }

    boolean isPublicOnly() {
        return there.isPresent() && there.get().getPrivate() == null;
    }

    /** Whether it signs like this. */
    boolean makes(SignatureAlgorithm algorithm) {
        return there.map(pair -> algorithm.fits(pair.getPublic())).orElseGet(() -> algorithm.fits(kind));
    }

    @Override
    public String toString() {
        return "KeySource[" + (there.isPresent() ? "there" : kind) + "]";
    }
}
