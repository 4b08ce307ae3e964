package org.mtlsplayground.pki;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Whom a side trusts (RFC 5280 §6.1.1 d).
 *
 * @param certificates the trusted certificates; empty means that nothing is trusted
 * @param platform whether the list that came with the JDK is meant instead; then {@code certificates} is empty
 */
public record TrustAnchors(List<X509Certificate> certificates, boolean platform) {
    private static final TrustAnchors NONE = new TrustAnchors(List.of(), false);
    private static final TrustAnchors PLATFORM = new TrustAnchors(List.of(), true);

    public TrustAnchors {
        certificates = List.copyOf(certificates);
        if (platform && !certificates.isEmpty()) {
            throw new IllegalArgumentException("The JDK's list and a list of one's own exclude each other");
        }
    }

    /** Exactly these certificates. */
    public static TrustAnchors of(List<X509Certificate> certificates) {
        return new TrustAnchors(certificates, false);
    }

    /** Nobody: each certificate is refused. */
    public static TrustAnchors none() {
        return NONE;
    }

    /** The public CAs that the running JDK trusts. */
    public static TrustAnchors jdk() {
        return PLATFORM;
    }

    /** Whether nobody is trusted. */
    public boolean isNone() {
        return !platform && certificates.isEmpty();
    }
}
