package org.mtlsplayground.ca;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.Pem;

/**
 * What was issued, and what of it goes into which slot.
 *
 * @param role whose certificate it is
 * @param identity for the chain and key slots of that role: certificate, intermediates (without the root) and key. Where
 *     the certificate's bytes are garbage ({@link Fault#DER_GARBAGE}), the first certificate answers them in
 *     {@code getEncoded()}, so that a TLS peer sends just these
 * @param trusted for the other side's trusted-CA slot
 * @param authorities the CAs that were made or used, the root first, with their keys, to issue more from; a root whose
 *     key is not at hand is not among them
 * @param fault what was broken, if anything
 */
public record Material(
        Role role,
        Identity identity,
        List<X509Certificate> trusted,
        List<Identity> authorities,
        Optional<Fault> fault) {
    public Material {
        trusted = List.copyOf(trusted);
        authorities = List.copyOf(authorities);
    }

    /** The content of the chain file: PEM, the leaf first. */
    public String chainPem() {
        return Pem.encode(identity.chain());
    }

    /** The content of the trusted-CA file: PEM. */
    public String trustedPem() {
        return Pem.encode(trusted);
    }
}
