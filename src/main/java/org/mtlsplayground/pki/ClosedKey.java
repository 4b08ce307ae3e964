package org.mtlsplayground.pki;

import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;

/** A private key as it stands in a file, encrypted or not. */
interface ClosedKey {
    /** How it is written: {@code PKCS#8}, {@code PKCS#1}, {@code SEC1}, {@code JKS}. */
    String form();

    /** The algorithms that close it; empty where it lies open. */
    String encryption();

    /**
     * Opens it.
     *
     * @param password null where none was given
     */
    PrivateKeyInfo open(char[] password) throws ContentException;

    /** Overwrites it. */
    void clear();
}
