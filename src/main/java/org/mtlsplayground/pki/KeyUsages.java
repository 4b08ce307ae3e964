package org.mtlsplayground.pki;

import java.util.List;

/** The bits of the key usage extension. */
public final class KeyUsages {
    /** The names of RFC 5280 §4.2.1.3, by the numbers of the bits. */
    public static final List<String> NAMES = List.of(
            "digitalSignature",
            "nonRepudiation",
            "keyEncipherment",
            "dataEncipherment",
            "keyAgreement",
            "keyCertSign",
            "cRLSign",
            "encipherOnly",
            "decipherOnly");

    private KeyUsages() {}
}
