package org.mtlsplayground.ui.workshop;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.mtlsplayground.ca.Fault;
import org.mtlsplayground.ca.Material;
import org.mtlsplayground.pki.Identity;

/**
 * What came of an {@link Order}. {@link #toString()} does not show the key.
 *
 * @param chain the certificate first, then the CAs above it without the root
 * @param key its private key; empty where only the public one is here
 * @param trusted whom the other side must trust
 * @param authorities the CAs that were made or used for it, the uppermost first
 * @param fault what is wrong with it, if that was asked for
 */
record Product(
        List<X509Certificate> chain,
        Optional<PrivateKey> key,
        List<X509Certificate> trusted,
        List<Identity> authorities,
        Optional<Fault> fault) {
    Product {
        chain = List.copyOf(chain);
        trusted = List.copyOf(trusted);
        authorities = List.copyOf(authorities);
    }

    static Product of(Material material) {
        Identity identity = material.identity();
        return new Product(
                identity.chain(),
                Optional.of(identity.key()),
                material.trusted(),
                material.authorities(),
                material.fault());
    }

    /** A certificate that is its own issuer. */
    static Product root(Identity root) {
        return new Product(root.chain(), Optional.of(root.key()), List.of(root.leaf()), List.of(), Optional.empty());
    }

    @Override
    public String toString() {
        return "Product[" + chain.get(0).getSubjectX500Principal() + "]";
    }
}
