package org.mtlsplayground.pki;

/** How a file as a whole is written, found from its content. */
public enum FileFormat {
    /** Text with BEGIN and END lines (RFC 7468); each entry says what it is. */
    PEM("PEM"),
    /** One ASN.1 value, or several in a row; the entries say what they are. */
    DER("DER"),
    /** The same as base64, without BEGIN and END lines. */
    BASE64("base64"),
    /** A bundle of certificates (RFC 5652 §5, RFC 2315 §9) as DER or BER. */
    PKCS7("PKCS#7"),
    /** A key store (RFC 7292). */
    PKCS12("PKCS#12"),
    /** Java’s old key store. */
    JKS("JKS"),
    /** Java’s old key store with stronger encryption. */
    JCEKS("JCEKS"),
    /** None of these: the single entry is a {@link FileEntry.Other} that names it. */
    OTHER("");

    private final String label;

    FileFormat(String label) {
        this.label = label;
    }

    /** What its users call it; empty for {@link #OTHER}. */
    public String label() {
        return label;
    }

    /** Whether its entries have names (aliases) and a password seals the whole. */
    public boolean isKeyStore() {
        return this == PKCS12 || this == JKS || this == JCEKS;
    }
}
