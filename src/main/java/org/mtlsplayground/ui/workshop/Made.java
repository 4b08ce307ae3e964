package org.mtlsplayground.ui.workshop;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.mtlsplayground.ca.Fault;
import org.mtlsplayground.ca.revocation.Authority;
import org.mtlsplayground.pki.CertificateDescription;
import org.mtlsplayground.pki.Identity;

/**
 * A certificate that lies in the workshop. Its key, if it has one, is in memory alone until it is saved; {@link
 * #toString()} does not show it. For use on the FX thread, but for what never changes.
 */
final class Made {
    private final Kind kind;
    private final Product product;
    private final Optional<Made> issuer;
    private final CertificateDescription told;
    private final Optional<Authority> authority;
    private final BooleanProperty saved = new SimpleBooleanProperty(this, "saved");

    /** @param issuer who issued it, if that lies in the workshop too */
    Made(Kind kind, Product product, Optional<Made> issuer, Optional<Authority> authority) {
        this.kind = kind;
        this.product = product;
        this.issuer = issuer;
        this.authority = authority;
        told = CertificateDescription.of(product.chain().get(0));
    }

    Kind kind() {
        return kind;
    }

    /** What to call it. */
    String name() {
        return told.name();
    }

    CertificateDescription told() {
        return told;
    }

    X509Certificate certificate() {
        return product.chain().get(0);
    }

    /** With the CAs above it, without the root. */
    List<X509Certificate> chain() {
        return product.chain();
    }

    Optional<PrivateKey> key() {
        return product.key();
    }

    /** Certificate, chain and key, where there is a key. */
    Optional<Identity> identity() {
        return key().map(key -> new Identity(chain(), key));
    }

    /** Whom the other side must trust to accept it; the root itself for a root. */
    List<X509Certificate> trusted() {
        return product.trusted();
    }

    Optional<Fault> fault() {
        return product.fault();
    }

    Optional<Made> issuer() {
        return issuer;
    }

    /** Its books, where it is a CA with a key. */
    Optional<Authority> authority() {
        return authority;
    }

    /** Whether it can issue others. */
    boolean issues() {
        return authority.isPresent();
    }

    /** Whether its key was saved to a file. */
    BooleanProperty savedProperty() {
        return saved;
    }

    /** Whether its key is lost when the program ends. */
    boolean isUnsaved() {
        return key().isPresent() && !saved.get();
    }

    @Override
    public String toString() {
        return "Made[" + kind + " " + name() + "]";
    }
}
