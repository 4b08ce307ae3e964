package org.mtlsplayground.pki;

import java.security.PublicKey;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;

/** One thing in a file. Values only: no private key is kept here. */
public sealed interface FileEntry {
    /** Where it begins. */
    Place place();

    /** What it is. */
    ContentKind kind();

    /**
     * A certificate, outside the chain of a key store’s key.
     *
     * @param alias its name in a key store; empty elsewhere, and where it has none
     * @param certificate the JDK’s own
     */
    record Certificate(Place place, String alias, X509Certificate certificate) implements FileEntry {
        @Override
        public ContentKind kind() {
            return ContentKind.CERTIFICATE;
        }
    }

    /**
     * A private key, described and not kept.
     *
     * @param alias its name in a key store; empty elsewhere, and where it has none
     * @param form how it is written: {@code PKCS#8}, {@code PKCS#1}, {@code SEC1}, {@code JKS}
     * @param encryption the algorithms that close it, {@code PBES2 AES-256-CBC}; empty where it lies open
     * @param key its kind and size, {@code RSA 2048}; empty where it is closed and no password opened it, and for those after
     *     the tenth, which are not opened to be listed
     * @param chain in a key store, the certificates that go with it, leaf first; empty elsewhere
     */
    record Key(Place place, String alias, String form, String encryption, String key, List<X509Certificate> chain)
            implements FileEntry {
        public Key {
            chain = List.copyOf(chain);
        }

        /** Whether a password closes it. */
        public boolean encrypted() {
            return !encryption.isEmpty();
        }

        @Override
        public ContentKind kind() {
            return ContentKind.PRIVATE_KEY;
        }
    }

    /**
     * A certificate request (PKCS#10, RFC 2986).
     *
     * @param request what it asks for
     */
    record Request(Place place, CertificateRequest request) implements FileEntry {
        @Override
        public ContentKind kind() {
            return ContentKind.CERTIFICATE_REQUEST;
        }
    }

    /** A certificate revocation list (RFC 5280 §5). */
    record Crl(Place place, X509CRL crl) implements FileEntry {
        @Override
        public ContentKind kind() {
            return ContentKind.CRL;
        }
    }

    /**
     * A public key alone (RFC 5280 §4.1.2.7, or RFC 8017 §A.1.1).
     *
     * @param name kind and size, {@code RSA 2048}
     * @param key the JDK’s own
     */
    record Public(Place place, String name, PublicKey key) implements FileEntry {
        @Override
        public ContentKind kind() {
            return ContentKind.PUBLIC_KEY;
        }
    }

    /**
     * Something that is neither of these.
     *
     * @param alias its name in a key store; empty elsewhere
     * @param kind what it is
     * @param label the label of a PEM block of {@link ContentKind#OTHER_PEM}; empty elsewhere
     */
    record Other(Place place, String alias, ContentKind kind, String label) implements FileEntry {}
}
