package org.mtlsplayground.proof;

import java.security.cert.X509Certificate;
import java.util.List;
import org.mtlsplayground.ca.Material;
import org.mtlsplayground.pki.Identity;

/**
 * What may stand in the slots of one side.
 *
 * @param name what it is, for people
 * @param identity certificates and key
 * @param trusted what the other side has to trust for it, if anything helps
 */
record Holding(String name, Identity identity, List<X509Certificate> trusted) {
    Holding {
        trusted = List.copyOf(trusted);
    }

    static Holding of(String name, Material material) {
        return new Holding(name, material.identity(), material.trusted());
    }

    X509Certificate leaf() {
        return identity.leaf();
    }
}
