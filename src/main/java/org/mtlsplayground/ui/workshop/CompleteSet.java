package org.mtlsplayground.ui.workshop;

import java.util.List;
import java.util.Optional;
import org.mtlsplayground.ca.NewCertificate;
import org.mtlsplayground.pki.Identity;

/** Everything that two sides need: a root, an intermediate CA, and by it a server and a client. */
record CompleteSet(Product server, Product client) {
    /** Makes it; to be called off the FX thread. */
    static CompleteSet make(NewCertificate root, NewCertificate between, NewCertificate server, NewCertificate client) {
        Identity top = root.create();
        Identity ca = between.issuedBy(top).create();
        return new CompleteSet(
                leaf(top, ca, server.issuedBy(ca).create()),
                leaf(top, ca, client.issuedBy(ca).create()));
    }

    private static Product leaf(Identity top, Identity ca, Identity leaf) {
        return new Product(
                leaf.chain(), Optional.of(leaf.key()), List.of(top.leaf()), List.of(top, ca), Optional.empty());
    }
}
