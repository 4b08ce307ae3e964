package org.mtlsplayground.ca;

import java.nio.CharBuffer;

/** How certificates and keys are saved. */
public enum SaveFormat {
    /** Chain, key and trusted CAs in PEM, each in a file of its own: {@code NAME.crt}, {@code NAME.key}, {@code NAME-ca.crt}. */
    PEM_SET,
    /** Key and chain in one PEM file: {@code NAME.pem}. */
    PEM,
    /**
     * PKCS#12 by AES-256 and PBKDF2: {@code NAME.p12}, and {@code NAME-ca.p12} for those to trust. Read by OpenSSL 1.1.1
     * and 3, Java 8u301 and later, Windows 11 and macOS 13.
     */
    PKCS12,
    /** The same by triple DES and SHA-1, for older readers: every Java 8, Windows before 2019, older macOS. OpenSSL 3 takes it, too. */
    PKCS12_OLD,
    /** Java’s old key store: {@code NAME.jks}, and {@code NAME-ca.jks} for those to trust. */
    JKS,
    /** DER, one file for each certificate and for the key: {@code NAME.der}, {@code NAME-chain-1.der}, {@code NAME-key.der}, {@code NAME-ca.der}. */
    DER;

    /**
     * Whether files of this format can be closed with this password. PKCS#12 takes only printable ASCII here, since Java
     * opens no other.
     *
     * @param password null or empty for none
     */
    public boolean takes(char[] password) {
        boolean pkcs12 = this == PKCS12 || this == PKCS12_OLD;
        return password == null
                || !pkcs12
                || CharBuffer.wrap(password).chars().allMatch(letter -> letter >= ' ' && letter <= '~');
    }
}
