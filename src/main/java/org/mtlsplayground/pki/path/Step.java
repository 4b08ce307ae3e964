package org.mtlsplayground.pki.path;

import java.util.List;

/**
 * One check of a certification path (RFC 5280 §6.1, RFC 2818 §3.1).
 *
 * @param kind what is checked
 * @param status how it went
 * @param index which certificate of {@link PathCheck#path()} is checked, 0 for the leaf
 * @param reason why it went so
 * @param values what the reason speaks of: names, dates in ISO form, OIDs, in the order that {@link Reason} says
 */
public record Step(Kind kind, Status status, int index, Reason reason, List<String> values) {
    public Step {
        values = List.copyOf(values);
    }

    /** Whether it is what goes wrong. */
    public boolean fails() {
        return status == Status.FAILS;
    }

    /** What is checked. */
    public enum Kind {
        /** How many certificates the JDK reads. */
        CHAIN_LENGTH,
        /** Whether the bytes are a certificate at all. */
        ENCODING,
        /** Whether the issuer's certificate is there. */
        ISSUER,
        /** Whether the issuer's key made the signature (RFC 5280 §6.1.3 a 1). */
        SIGNATURE,
        /** The validity period (RFC 5280 §6.1.3 a 2). */
        DATES,
        /** Whether the JDK allows the signature's algorithm and the key's strength. */
        ALGORITHM,
        /** Whether an issuer is a CA (RFC 5280 §6.1.4 k); of a trust anchor the JDK asks that too. */
        CA,
        /** How many CAs may follow (RFC 5280 §6.1.4 l, m). */
        PATH_LENGTH,
        /** Whether an issuer may sign certificates (RFC 5280 §6.1.4 n). */
        KEY_CERT_SIGN,
        /** The names below an issuer (RFC 5280 §6.1.3 b, c). */
        NAME_CONSTRAINTS,
        /** Critical extensions that nobody knows (RFC 5280 §6.1.4 o, §6.1.5 e). */
        CRITICAL_EXTENSIONS,
        /** Whether the leaf may sign in a handshake (RFC 8446 §4.4.2.2). */
        DIGITAL_SIGNATURE,
        /** Whether the leaf is for this role (RFC 5280 §4.2.1.12). */
        EXTENDED_KEY_USAGE,
        /** Whether the leaf is for the name of the server (RFC 2818 §3.1, RFC 9525). */
        HOST_NAME,
        /** The JDK's decision, where no other step explains it. */
        JDK
    }

    /** How a check went. */
    public enum Status {
        OK,
        FAILS,
        /** Something before it went wrong. */
        NOT_REACHED,
        /** There is nothing to check. */
        NOT_APPLICABLE
    }

    /** Why a check went as it did; in brackets what its values are. */
    public enum Reason {
        /** The certificate is itself trusted, and so nothing else of it is checked. */
        TRUSTED_ITSELF,
        /** The JDK reads it. */
        ENCODING_READ,
        /** The JDK can't read it [what it says]. */
        ENCODING_UNREADABLE,
        /** The issuer was sent with it [its name]. */
        ISSUER_SENT,
        /** The issuer is trusted [its name]. */
        ISSUER_TRUSTED,
        /** Nothing with the issuer's name is there [the name that is missing]. */
        ISSUER_MISSING,
        /** It is issued by itself, and not trusted [its name]. */
        SELF_ISSUED,
        /** It depends on whom the other side trusts [the issuer's name]. */
        TRUST_UNKNOWN,
        /** Nobody is trusted [the issuer's name]. */
        NOBODY_TRUSTED,
        /** The signature is the issuer's [algorithm]. */
        SIGNATURE_GOOD,
        /** The signature is not that of the key in the issuer's certificate [issuer's name]. */
        SIGNATURE_BAD,
        /** Within its dates [last moment]. */
        VALID,
        /** Its dates are over [last moment]. */
        EXPIRED,
        /** Its dates have not begun [first moment]. */
        NOT_YET_VALID,
        /** Allowed [algorithm, key]. */
        ALGORITHM_ALLOWED,
        /** The JDK does not allow a signature of this kind in this handshake [algorithm, key]. */
        SIGNATURE_ALGORITHM_REFUSED,
        /** The JDK does not allow the key that made the signature [algorithm, that key, the issuer's name]. */
        SIGNING_KEY_REFUSED,
        /** The JDK does not allow a key of this kind or length [algorithm, key]. */
        KEY_REFUSED,
        /** Allowed, but too short by today's standards [key]. */
        KEY_WEAK,
        /** Allowed, but of a digest for which collisions can be made [algorithm]. */
        SIGNATURE_WEAK,
        /** CA:TRUE. */
        IS_CA,
        /** CA:FALSE, or no basic constraints. */
        IS_NO_CA,
        /** A certificate of X.509 version 1 knows no such thing; as a trust anchor it will do. */
        VERSION_1,
        /** Not more CAs follow than may [how many follow, how many may]. */
        PATH_LENGTH_KEPT,
        /** More CAs follow than may [how many follow, how many may]. */
        PATH_LENGTH_EXCEEDED,
        /** The extension that would limit it is absent. */
        UNLIMITED,
        /** The usage is among those of the certificate [the usages]. */
        USAGE_PRESENT,
        /** The usage is not among those of the certificate [the missing one, the usages]. */
        USAGE_MISSING,
        /** The JDK does not look at this in a trust anchor [what it would have found, as the kind's other reasons say]. */
        ANCHOR_NOT_ASKED,
        /** All names are allowed by the constraints above. */
        NAMES_PERMITTED,
        /** A name is not allowed [the names, whose constraints they break, those constraints]. */
        NAMES_EXCLUDED,
        /** All critical extensions are known. */
        EXTENSIONS_KNOWN,
        /** Critical extensions are unknown [their OIDs]. */
        EXTENSIONS_UNKNOWN,
        /** Not more certificates than the JDK reads [how many, the limit]. */
        LENGTH_READ,
        /** More certificates than the JDK reads [how many, the limit]. */
        LENGTH_EXCEEDED,
        /** An entry is for the name [the name, the entry]. */
        NAME_MATCHES,
        /** There are no DNS entries, but the common name is the name [the name, the common name]. */
        NAME_MATCHES_COMMON_NAME,
        /** No entry is for the name [the name, the entries]. */
        NAME_DIFFERS,
        /** No name is checked. */
        NAME_UNCHECKED,
        /** The JDK accepts it, whatever the steps say. */
        JDK_ACCEPTS,
        /** The JDK refuses it, whatever the steps say [its words]. */
        JDK_REFUSES,
        /** Something before it went wrong. */
        NOT_REACHED
    }
}
