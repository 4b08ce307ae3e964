package org.mtlsplayground.ca;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.mtlsplayground.pki.Identity;

/**
 * What is to be saved. {@link #toString()} does not show the key.
 *
 * @param chain the certificate, then its issuers; may be empty
 * @param key the private key of the first one
 * @param authorities those to trust, for files of their own; may be empty
 */
public record Saveable(List<X509Certificate> chain, Optional<PrivateKey> key, List<X509Certificate> authorities) {
    public Saveable {
        chain = List.copyOf(chain);
        authorities = List.copyOf(authorities);
        if (chain.isEmpty() && (key.isPresent() || authorities.isEmpty())) {
            throw new IllegalArgumentException("There is nothing to save, or a key without its certificate");
        }
    }

    /** All of it: chain, key, and whom the other side must trust. */
    public static Saveable of(Material material) {
        Identity identity = material.identity();
        return new Saveable(identity.chain(), Optional.of(identity.key()), material.trusted());
    }

    /** Chain and key. */
    public static Saveable of(Identity identity) {
        return new Saveable(identity.chain(), Optional.of(identity.key()), List.of());
    }

    /** Certificates alone. */
    public static Saveable of(List<X509Certificate> chain) {
        return new Saveable(chain, Optional.empty(), List.of());
    }

    @Override
    public String toString() {
        return "Saveable[" + chain.size() + " certificates, " + (key.isPresent() ? "a key, " : "") + authorities.size()
                + " authorities]";
    }
}
