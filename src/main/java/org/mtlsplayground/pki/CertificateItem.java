package org.mtlsplayground.pki;

import java.security.cert.X509Certificate;
import java.util.Optional;

/** A certificate found in a file; parsed once, when first asked for. */
final class CertificateItem implements Item {
    private final Place place;
    private final String alias;
    private final String keyId;
    private final byte[] encoded;
    private final boolean ownEntry;
    private X509Certificate certificate;

    /**
     * @param keyId what ties it to its key in a PKCS#12 (RFC 2985 §5.5.2), as hex; empty elsewhere
     * @param encoded its DER form
     * @param ownEntry whether a key store has it as an entry of its own, and not only for the chain of a key
     */
    CertificateItem(Place place, String alias, String keyId, byte[] encoded, boolean ownEntry) {
        this.place = place;
        this.alias = alias;
        this.keyId = keyId;
        this.encoded = encoded;
        this.ownEntry = ownEntry;
    }

    /** One without a name, that no key store holds. */
    CertificateItem(Place place, byte[] encoded) {
        this(place, "", "", encoded, false);
    }

    @Override
    public Place place() {
        return place;
    }

    /** Its name in a key store; may be empty. */
    String alias() {
        return alias;
    }

    /** May be empty. */
    String keyId() {
        return keyId;
    }

    /** Whether a key store has it as an entry of its own, and not only for the chain of a key. */
    boolean ownEntry() {
        return ownEntry;
    }

    /** Its failure says where it stands. */
    X509Certificate certificate() throws ContentException {
        if (certificate == null) {
            certificate = CertificateReader.read(encoded, place);
        }
        return certificate;
    }

    /** None where it can't be read. */
    Optional<X509Certificate> certificateIfSound() {
        try {
            return Optional.of(certificate());
        } catch (ContentException e) {
            return Optional.empty();
        }
    }

    @Override
    public void clear() {
        // A certificate is public.
    }
}
