package org.mtlsplayground.codepoint;

import java.util.OptionalInt;

/**
 * The names that the IANA TLS registries give to numbers. Open-valued: a number without a name shows as hex, and no
 * call throws. Reserved GREASE values (RFC 8701) are named as such.
 */
public final class CodePoints {
    private static final Registry CIPHER_SUITES = new Registry("cipher-suites.txt", 4);
    private static final Registry ALERTS = new Registry("alerts.txt", 2);
    private static final Registry EXTENSIONS = new Registry("extensions.txt", 4);
    private static final Registry GROUPS = new Registry("groups.txt", 4);
    private static final Registry SIGNATURE_SCHEMES = new Registry("signature-schemes.txt", 4);
    private static final Registry VERSIONS = new Registry("versions.txt", 4);
    private static final Registry HANDSHAKE_TYPES = new Registry("handshake-types.txt", 2);
    private static final Registry CONTENT_TYPES = new Registry("content-types.txt", 2);

    private CodePoints() {}

    /** {@code TLS_AES_256_GCM_SHA384} for 0x1302. */
    public static String cipherSuite(int value) {
        return grease(value) ? "GREASE" : CIPHER_SUITES.name(value);
    }

    /** {@code certificate_unknown} for 46 (RFC 8446 §6). */
    public static String alert(int value) {
        return ALERTS.name(value);
    }

    /** The number of an alert's name; empty if there is none of that name. */
    public static OptionalInt alertValue(String name) {
        return ALERTS.value(name);
    }

    /** {@code server_name} for 0. */
    public static String extension(int value) {
        return grease(value) ? "GREASE" : EXTENSIONS.name(value);
    }

    /** {@code x25519} for 0x001d (RFC 8446 §4.2.7). */
    public static String group(int value) {
        return grease(value) ? "GREASE" : GROUPS.name(value);
    }

    /** {@code ecdsa_secp256r1_sha256} for 0x0403 (RFC 8446 §4.2.3). */
    public static String signatureScheme(int value) {
        return grease(value) ? "GREASE" : SIGNATURE_SCHEMES.name(value);
    }

    /** {@code TLS 1.3} for 0x0304. */
    public static String version(int value) {
        return grease(value) ? "GREASE" : VERSIONS.name(value);
    }

    /** {@code client_hello} for 1 (RFC 8446 §4). */
    public static String handshakeType(int value) {
        return HANDSHAKE_TYPES.name(value);
    }

    /** {@code handshake} for 22 (RFC 8446 §5.1). */
    public static String contentType(int value) {
        return CONTENT_TYPES.name(value);
    }

    /** Whether a 16-bit value is one of those reserved so that peers learn to ignore the unknown (RFC 8701 §2). */
    public static boolean grease(int value) {
        return (value & 0x0f0f) == 0x0a0a && value >> 8 == (value & 0xff);
    }
}
