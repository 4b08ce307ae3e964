package org.mtlsplayground.pki.status;

import java.security.cert.CRLReason;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a certificate was revoked: CRLReason (RFC 5280 §5.3.1). */
public enum RevocationReason {
    UNSPECIFIED(0, "unspecified"),
    KEY_COMPROMISE(1, "keyCompromise"),
    CA_COMPROMISE(2, "cACompromise"),
    AFFILIATION_CHANGED(3, "affiliationChanged"),
    SUPERSEDED(4, "superseded"),
    CESSATION_OF_OPERATION(5, "cessationOfOperation"),
    /** The only one that can be taken back. */
    CERTIFICATE_HOLD(6, "certificateHold"),
    /** In delta CRLs alone: an entry that is no longer there. */
    REMOVE_FROM_CRL(8, "removeFromCRL"),
    PRIVILEGE_WITHDRAWN(9, "privilegeWithdrawn"),
    AA_COMPROMISE(10, "aACompromise");

    private final int code;
    private final String term;

    RevocationReason(int code, String term) {
        this.code = code;
        this.term = term;
    }

    /** Its number in CRLs and OCSP responses. */
    public int code() {
        return code;
    }

    /** Its name in RFC 5280. */
    public String term() {
        return term;
    }

    /** The reason of a number; empty for those that RFC 5280 does not give. */
    public static Optional<RevocationReason> of(int code) {
        return Stream.of(values()).filter(reason -> reason.code == code).findFirst();
    }

    /** The reason of a name, in any case: RFC 5280 writes {@code cACompromise}, OpenSSL {@code CACompromise}. */
    public static Optional<RevocationReason> of(String term) {
        return Stream.of(values())
                .filter(reason -> reason.term.equalsIgnoreCase(term))
                .findFirst();
    }

    /** The reason that the JDK’s constant of the same name stands for; empty for null. */
    public static Optional<RevocationReason> of(CRLReason reason) {
        return Stream.of(values())
                .filter(one -> reason != null && one.name().equals(reason.name()))
                .findFirst();
    }
}
