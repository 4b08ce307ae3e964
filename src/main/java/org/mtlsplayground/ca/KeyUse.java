package org.mtlsplayground.ca;

import org.bouncycastle.asn1.x509.KeyUsage;

/** What a key may do: key usage (RFC 5280 §4.2.1.3). */
public enum KeyUse {
    DIGITAL_SIGNATURE(KeyUsage.digitalSignature, "digitalSignature"),
    NON_REPUDIATION(KeyUsage.nonRepudiation, "nonRepudiation"),
    KEY_ENCIPHERMENT(KeyUsage.keyEncipherment, "keyEncipherment"),
    DATA_ENCIPHERMENT(KeyUsage.dataEncipherment, "dataEncipherment"),
    KEY_AGREEMENT(KeyUsage.keyAgreement, "keyAgreement"),
    KEY_CERT_SIGN(KeyUsage.keyCertSign, "keyCertSign"),
    CRL_SIGN(KeyUsage.cRLSign, "cRLSign"),
    ENCIPHER_ONLY(KeyUsage.encipherOnly, "encipherOnly"),
    DECIPHER_ONLY(KeyUsage.decipherOnly, "decipherOnly");

    private final int bit;
    private final String term;

    KeyUse(int bit, String term) {
        this.bit = bit;
        this.term = term;
    }

    int bit() {
        return bit;
    }

    /** Its name in the RFC, for example {@code digitalSignature}. */
    public String term() {
        return term;
    }
}
