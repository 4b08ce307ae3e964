package org.mtlsplayground.scenario;

/** Where a side's card takes a file. */
public enum Slot {
    /** Its certificate, with the CAs below the root. */
    CHAIN,
    /** Its private key. */
    KEY,
    /** Whom it trusts. */
    TRUSTED,
    /** Revocation lists (CRLs) at hand. */
    REVOCATION_LISTS
}
