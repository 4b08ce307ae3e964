package org.mtlsplayground.pki.detail;

import java.util.OptionalInt;

/**
 * One thing that a certificate may do or is, as far as it can be told from itself alone: whether anybody trusts it is
 * another question.
 *
 * @param kind what
 * @param number only with {@link Kind#SIGNS_CERTIFICATES}: how many CAs may follow below it, 0 if it may issue to ends
 *     only; empty if there is no limit
 */
public record Ability(Kind kind, OptionalInt number) {
    /** What it may do or is, in the order in which one would tell it. */
    public enum Kind {
        /** A CA that is its own issuer, by name and by signature: a root. */
        ROOT,
        /** A CA with an issuer above it. */
        INTERMEDIATE,
        /** Signed by its own key, and no CA. */
        SELF_SIGNED,
        /** Its issuer has its name, but its own key did not make the signature. */
        SELF_ISSUED_ONLY,
        /** May prove who a client is (RFC 5280 §4.2.1.12: clientAuth, any or no purpose; RFC 8446 §4.4.2.2: may sign). */
        PROVES_CLIENT,
        /** May prove who a server is, likewise with serverAuth. */
        PROVES_SERVER,
        /** Its purposes allow a client's use, but its key usage does not let it sign a handshake. */
        CLIENT_WITHOUT_SIGNATURE,
        /** Its purposes allow a server's use, but its key usage does not let it sign a handshake. */
        SERVER_WITHOUT_SIGNATURE,
        /** Neither a CA nor good for either side of TLS. */
        NOTHING_IN_TLS,
        /** May sign other certificates (RFC 5280 §4.2.1.9, §4.2.1.3). */
        SIGNS_CERTIFICATES,
        /** Says that it is a CA, but its key usage does not let it sign certificates. */
        CA_WITHOUT_KEY_CERT_SIGN,
        /** Its key usage lets it sign certificates, but it does not say that it is a CA. */
        KEY_CERT_SIGN_WITHOUT_CA,
        /** May sign revocation lists (RFC 5280 §4.2.1.3). */
        SIGNS_CRLS,
        /** May answer for an OCSP responder (RFC 6960 §4.2.2.2). */
        SIGNS_OCSP,
        /** Wants its server to staple an OCSP response (RFC 7633 §4.2.3.1). */
        MUST_STAPLE,
        /** A precertificate: no certificate to be used (RFC 6962 §3.1). */
        PRECERTIFICATE
    }

    Ability(Kind kind) {
        this(kind, OptionalInt.empty());
    }
}
