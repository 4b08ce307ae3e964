package org.mtlsplayground.codepoint;

import java.util.Map;
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
    private static final Map<String, Registry> SMALL = Registry.several("small-registries.txt");
    private static final Registry ALERT_LEVELS = SMALL.get("alert_level");
    private static final Registry COMPRESSION_METHODS = SMALL.get("compression_method");
    private static final Registry PSK_KEY_EXCHANGE_MODES = SMALL.get("psk_key_exchange_mode");
    private static final Registry CLIENT_CERTIFICATE_TYPES = SMALL.get("client_certificate_type");
    private static final Registry CERTIFICATE_TYPES = SMALL.get("certificate_type");
    private static final Registry CERTIFICATE_COMPRESSIONS = SMALL.get("certificate_compression");
    private static final Registry CERTIFICATE_STATUS_TYPES = SMALL.get("certificate_status_type");
    private static final Registry EC_POINT_FORMATS = SMALL.get("ec_point_format");
    private static final Registry EC_CURVE_TYPES = SMALL.get("ec_curve_type");
    private static final Registry NAME_TYPES = SMALL.get("name_type");
    private static final Registry MAX_FRAGMENT_LENGTHS = SMALL.get("max_fragment_length");
    private static final Registry KEY_UPDATE_REQUESTS = SMALL.get("key_update_request");
    private static final Registry HEARTBEAT_MODES = SMALL.get("heartbeat_mode");
    private static final Registry HEARTBEAT_MESSAGE_TYPES = SMALL.get("heartbeat_message_type");
    private static final Registry OCSP_RESPONSE_STATUSES = SMALL.get("ocsp_response_status");
    private static final Registry OCSP_CERT_STATUSES = SMALL.get("ocsp_cert_status");
    private static final Registry ECH_CLIENT_HELLO_TYPES = SMALL.get("ech_client_hello_type");
    private static final Registry HPKE_KDFS = SMALL.get("hpke_kdf");
    private static final Registry HPKE_AEADS = SMALL.get("hpke_aead");

    private CodePoints() {}

    /** {@code TLS_AES_256_GCM_SHA384} for 0x1302. */
    public static String cipherSuite(int value) {
        return grease(value) ? "GREASE" : CIPHER_SUITES.name(value);
    }

    /** The number of a cipher suite's name; empty if there is none of that name. */
    public static OptionalInt cipherSuiteValue(String name) {
        return CIPHER_SUITES.value(name);
    }

    /** {@code certificate_unknown} for 46 (RFC 8446 §6). */
    public static String alert(int value) {
        return ALERTS.name(value);
    }

    /** The number of an alert's name, or of what {@link #alert} says where it has none; empty if there is none of that name. */
    public static OptionalInt alertValue(String name) {
        return name.matches("0x[0-9a-f]{2}") ? OptionalInt.of(Integer.decode(name)) : ALERTS.value(name);
    }

    /** Whether the alert has a name. */
    public static boolean knowsAlert(int value) {
        return ALERTS.knows(value);
    }

    /** {@code fatal} for 2 (RFC 8446 §6). */
    public static String alertLevel(int value) {
        return ALERT_LEVELS.name(value);
    }

    /** {@code server_name} for 0. */
    public static String extension(int value) {
        return grease(value) ? "GREASE" : EXTENSIONS.name(value);
    }

    /** Whether the extension has a name; those of GREASE have none. */
    public static boolean knowsExtension(int value) {
        return EXTENSIONS.knows(value);
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

    /** {@code null} for 0 (RFC 3749 §2). */
    public static String compressionMethod(int value) {
        return COMPRESSION_METHODS.name(value);
    }

    /** {@code psk_dhe_ke} for 1 (RFC 8446 §4.2.9); GREASE has values of its own here (RFC 8701 §2). */
    public static String pskKeyExchangeMode(int value) {
        return value % 0x1f == 0x0b ? "GREASE" : PSK_KEY_EXCHANGE_MODES.name(value);
    }

    /** {@code ecdsa_sign} for 64, in a TLS 1.2 CertificateRequest (RFC 8422 §5.5). */
    public static String clientCertificateType(int value) {
        return CLIENT_CERTIFICATE_TYPES.name(value);
    }

    /** {@code X509} for 0, {@code RawPublicKey} for 2 (RFC 7250 §3). */
    public static String certificateType(int value) {
        return CERTIFICATE_TYPES.name(value);
    }

    /** {@code zlib} for 1 (RFC 8879 §7.3). */
    public static String certificateCompression(int value) {
        return grease(value) ? "GREASE" : CERTIFICATE_COMPRESSIONS.name(value);
    }

    /** {@code ocsp} for 1 (RFC 6066 §8). */
    public static String certificateStatusType(int value) {
        return CERTIFICATE_STATUS_TYPES.name(value);
    }

    /** {@code uncompressed} for 0 (RFC 8422 §5.1.2). */
    public static String ecPointFormat(int value) {
        return EC_POINT_FORMATS.name(value);
    }

    /** {@code named_curve} for 3 (RFC 8422 §5.4). */
    public static String ecCurveType(int value) {
        return EC_CURVE_TYPES.name(value);
    }

    /** {@code host_name} for 0 (RFC 6066 §3). */
    public static String nameType(int value) {
        return NAME_TYPES.name(value);
    }

    /** {@code 2^9} for 1 (RFC 6066 §4). */
    public static String maxFragmentLength(int value) {
        return MAX_FRAGMENT_LENGTHS.name(value);
    }

    /** {@code update_requested} for 1 (RFC 8446 §4.6.3). */
    public static String keyUpdateRequest(int value) {
        return KEY_UPDATE_REQUESTS.name(value);
    }

    /** {@code peer_allowed_to_send} for 1 (RFC 6520 §2). */
    public static String heartbeatMode(int value) {
        return HEARTBEAT_MODES.name(value);
    }

    /** {@code heartbeat_request} for 1 (RFC 6520 §3). */
    public static String heartbeatMessageType(int value) {
        return HEARTBEAT_MESSAGE_TYPES.name(value);
    }

    /** {@code successful} for 0 (RFC 6960 §4.2.1). */
    public static String ocspResponseStatus(int value) {
        return OCSP_RESPONSE_STATUSES.name(value);
    }

    /** {@code good} for 0 (RFC 6960 §4.2.1). */
    public static String ocspCertStatus(int value) {
        return OCSP_CERT_STATUSES.name(value);
    }

    /** {@code outer} for 0 (RFC 9849 §5). */
    public static String echClientHelloType(int value) {
        return ECH_CLIENT_HELLO_TYPES.name(value);
    }

    /** {@code HKDF-SHA256} for 1 (RFC 9180 §7.2). */
    public static String hpkeKdf(int value) {
        return HPKE_KDFS.name(value);
    }

    /** {@code AES-128-GCM} for 1 (RFC 9180 §7.3). */
    public static String hpkeAead(int value) {
        return HPKE_AEADS.name(value);
    }

    /** Whether a 16-bit value is one of those reserved so that peers learn to ignore the unknown (RFC 8701 §2). */
    public static boolean grease(int value) {
        return (value & 0x0f0f) == 0x0a0a && value >> 8 == (value & 0xff);
    }
}
