package org.mtlsplayground.pki;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;

/**
 * What a side shows to prove who it is: its certificate chain and the private key of the first certificate.
 *
 * <p>The pair is not checked here: a key that belongs to another certificate is a lesson, not an error. See
 * {@link KeyPairs#match}. {@link #toString()} never shows the key.
 *
 * @param chain the leaf first, then its issuers as far as they are known; never empty
 * @param key the private key
 */
public record Identity(List<X509Certificate> chain, PrivateKey key) {
    public Identity {
        chain = List.copyOf(chain);
        Objects.requireNonNull(key, "key");
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("An identity needs at least one certificate");
        }
    }

    /** The end-entity certificate. */
    public X509Certificate leaf() {
        return chain.get(0);
    }

    @Override
    public String toString() {
        return "Identity[" + leaf().getSubjectX500Principal() + "]";
    }
}
