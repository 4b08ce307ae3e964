package org.mtlsplayground.pki;

import java.security.PrivateKey;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;

/** A private key found in a file; opened once, when first asked for. */
final class KeyItem implements Item {
    private final Place place;
    private final String alias;
    private final String keyId;
    private final ClosedKey closed;
    private final List<CertificateItem> chain;
    private PrivateKey key;
    private String name = "";
    private ContentException failure;

    /**
     * @param keyId what ties it to its certificate in a PKCS#12 (RFC 2985 §5.5.2), as hex; empty elsewhere
     * @param chain what stands with it in a JKS; empty elsewhere
     */
    KeyItem(Place place, String alias, String keyId, ClosedKey closed, List<CertificateItem> chain) {
        this.place = place;
        this.alias = alias;
        this.keyId = keyId;
        this.closed = closed;
        this.chain = List.copyOf(chain);
    }

    /** One that stands by itself. */
    KeyItem(Place place, ClosedKey closed) {
        this(place, "", "", closed, List.of());
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

    /** What stands with it in a JKS; may be empty. */
    List<CertificateItem> chain() {
        return chain;
    }

    /** How it is written. */
    String form() {
        return closed.form();
    }

    /** The algorithms that close it; may be empty. */
    String encryption() {
        return closed.encryption();
    }

    /** The JDK's own key. Its failure says where it stands. */
    PrivateKey key(char[] password) throws ContentException {
        if (failure != null) {
            throw failure;
        }
        if (key == null) {
            try {
                PrivateKeyInfo info = EcCurves.named(closed.open(password));
                key = KeyReader.toJdk(info);
                name = KeyNames.ofPrivateKey(info.getPrivateKeyAlgorithm(), key);
            } catch (ContentException e) {
                // It lies open, and only the JDK can't work with it.
                name = e.fault().detail() == LoadDetail.KEY_KIND ? e.fault().argument() : "";
                failure = new ContentException(
                        e.fault().found(ContentKind.PRIVATE_KEY).at(place));
                throw failure;
            } catch (RuntimeException e) {
                failure = new ContentException(LoadFault.of(LoadProblem.DAMAGED, LoadDetail.KEY_CONTENT, "")
                        .found(ContentKind.PRIVATE_KEY)
                        .at(place));
                throw failure;
            }
        }
        return key;
    }

    /** The key, or none where it does not open. */
    Optional<PrivateKey> keyIfOpens(char[] password) {
        try {
            return Optional.of(key(password));
        } catch (ContentException e) {
            return Optional.empty();
        }
    }

    /** Why it does not open, if it doesn't. */
    Optional<ContentException> failure(char[] password) {
        keyIfOpens(password);
        return Optional.ofNullable(failure);
    }

    /** Kind and size of the key, of one that the JDK can't use the kind; empty until it was opened. */
    String name() {
        return name;
    }

    @Override
    public void clear() {
        closed.clear();
        key = null;
    }

    @Override
    public String toString() {
        return "KeyItem[" + form() + "]";
    }
}
