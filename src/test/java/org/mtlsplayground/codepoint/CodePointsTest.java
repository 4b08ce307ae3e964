package org.mtlsplayground.codepoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CodePointsTest {
    /** Each with a value that the registry leaves unassigned, and its text. */
    static Stream<Arguments> kinds() {
        return Stream.of(
                kind(CodePoints::cipherSuite, 0xfe00, "0xfe00"),
                kind(CodePoints::extension, 0x9999, "0x9999"),
                kind(CodePoints::group, 0x0fff, "0x0fff"),
                kind(CodePoints::signatureScheme, 0x0001, "0x0001"),
                kind(CodePoints::version, 0x0305, "0x0305"),
                kind(CodePoints::alert, 0xc8, "0xc8"),
                kind(CodePoints::handshakeType, 0x63, "0x63"),
                kind(CodePoints::contentType, 0x05, "0x05"),
                kind(CodePoints::alertLevel, 0x03, "0x03"),
                kind(CodePoints::compressionMethod, 0x02, "0x02"),
                kind(CodePoints::pskKeyExchangeMode, 0x02, "0x02"),
                kind(CodePoints::clientCertificateType, 0x00, "0x00"),
                kind(CodePoints::certificateType, 0x04, "0x04"),
                kind(CodePoints::certificateCompression, 0x04, "0x04"),
                kind(CodePoints::certificateStatusType, 0x00, "0x00"),
                kind(CodePoints::ecPointFormat, 0x03, "0x03"),
                kind(CodePoints::ecCurveType, 0x00, "0x00"),
                kind(CodePoints::nameType, 0x01, "0x01"),
                kind(CodePoints::maxFragmentLength, 0x05, "0x05"),
                kind(CodePoints::keyUpdateRequest, 0x02, "0x02"),
                kind(CodePoints::heartbeatMode, 0x00, "0x00"),
                kind(CodePoints::heartbeatMessageType, 0x03, "0x03"),
                kind(CodePoints::ocspResponseStatus, 0x04, "0x04"),
                kind(CodePoints::echClientHelloType, 0x02, "0x02"),
                kind(CodePoints::hpkeKdf, 0x0004, "0x04"),
                kind(CodePoints::hpkeAead, 0x1234, "0x1234"));
    }

    private static Arguments kind(IntFunction<String> names, int value, String hex) {
        return Arguments.of(names, value, hex);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theUnknownShowsAsHex(IntFunction<String> names, int value, String hex) {
        assertEquals(hex, names.apply(value));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyValueHasAText(IntFunction<String> names) {
        assertTrue(IntStream.rangeClosed(0, 0xffff)
                .mapToObj(names)
                .noneMatch(name -> !name.matches("[A-Za-z0-9_.^-]+( \\d\\.\\d)?")));
    }

    @Test
    void knowsWhatTheRfcsName() {
        assertEquals("TLS_AES_128_GCM_SHA256", CodePoints.cipherSuite(0x1301));
        assertEquals("TLS_AES_256_GCM_SHA384", CodePoints.cipherSuite(0x1302));
        assertEquals("TLS_CHACHA20_POLY1305_SHA256", CodePoints.cipherSuite(0x1303));
        assertEquals("TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384", CodePoints.cipherSuite(0xc02c));
        assertEquals("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", CodePoints.cipherSuite(0xc02f));
        assertEquals("TLS_EMPTY_RENEGOTIATION_INFO_SCSV", CodePoints.cipherSuite(0x00ff));
        assertEquals("certificate_unknown", CodePoints.alert(46));
        assertEquals("certificate_required", CodePoints.alert(116));
        assertEquals("server_name", CodePoints.extension(0));
        assertEquals("key_share", CodePoints.extension(51));
        assertEquals("renegotiation_info", CodePoints.extension(0xff01));
        assertEquals("secp256r1", CodePoints.group(23));
        assertEquals("x25519", CodePoints.group(29));
        assertEquals("ffdhe8192", CodePoints.group(0x0104));
        assertEquals("ecdsa_secp256r1_sha256", CodePoints.signatureScheme(0x0403));
        assertEquals("rsa_pss_rsae_sha256", CodePoints.signatureScheme(0x0804));
        assertEquals("ed25519", CodePoints.signatureScheme(0x0807));
        assertEquals("TLS 1.2", CodePoints.version(0x0303));
        assertEquals("TLS 1.3", CodePoints.version(0x0304));
        assertEquals("client_hello", CodePoints.handshakeType(1));
        assertEquals("finished", CodePoints.handshakeType(20));
        assertEquals("change_cipher_spec", CodePoints.contentType(20));
        assertEquals("application_data", CodePoints.contentType(23));
    }

    @Test
    void alertsHaveNumbersAgain() {
        assertEquals(OptionalInt.of(0), CodePoints.alertValue("close_notify"));
        assertEquals(OptionalInt.of(48), CodePoints.alertValue("unknown_ca"));
        assertEquals(OptionalInt.empty(), CodePoints.alertValue("no_such_alert"));
        IntStream.rangeClosed(0, 255)
                .filter(value -> !CodePoints.alert(value).startsWith("0x"))
                .forEach(value -> assertEquals(OptionalInt.of(value), CodePoints.alertValue(CodePoints.alert(value))));
    }

    @Test
    void greaseIsTheSixteenValuesOfRfc8701() {
        int[] expected = IntStream.range(0, 16).map(i -> 0x0a0a + 0x1010 * i).toArray();
        int[] found =
                IntStream.rangeClosed(0, 0xffff).filter(CodePoints::grease).toArray();
        assertArrayEquals(expected, found);
        assertEquals("GREASE", CodePoints.cipherSuite(0x0a0a));
        assertEquals("GREASE", CodePoints.extension(0xfafa));
        assertEquals("GREASE", CodePoints.group(0x1a1a));
        assertEquals("GREASE", CodePoints.version(0x7a7a));
        assertEquals("GREASE", CodePoints.signatureScheme(0x2a2a));
        assertFalse(CodePoints.grease(0x0a1a));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void noNumberThrows(IntFunction<String> names) {
        for (int value : new int[] {-1, Integer.MIN_VALUE, 0x10000, Integer.MAX_VALUE}) {
            assertTrue(names.apply(value).startsWith("0x") || names.apply(value).equals("GREASE"));
        }
    }

    @Test
    void postQuantumNames() {
        assertEquals("SecP256r1MLKEM768", CodePoints.group(4587));
        assertEquals("X25519MLKEM768", CodePoints.group(4588));
        assertEquals("SecP384r1MLKEM1024", CodePoints.group(4589));
        assertEquals("MLKEM512", CodePoints.group(0x0200));
        assertEquals("MLKEM1024", CodePoints.group(0x0202));
        assertEquals("X25519Kyber768Draft00", CodePoints.group(25497));
        assertEquals("mldsa44", CodePoints.signatureScheme(0x0904));
        assertEquals("mldsa87", CodePoints.signatureScheme(0x0906));
        assertEquals("slhdsa_shake_256f", CodePoints.signatureScheme(0x091c));
        assertEquals("ecdsa_brainpoolP512r1tls13_sha512", CodePoints.signatureScheme(0x081c));
    }

    @Test
    void oldAndSmallNames() {
        assertEquals("TLS_NULL_WITH_NULL_NULL", CodePoints.cipherSuite(0));
        assertEquals("TLS_DHE_DSS_WITH_3DES_EDE_CBC_SHA", CodePoints.cipherSuite(0x0013));
        assertEquals("TLS_KRB5_EXPORT_WITH_RC4_40_MD5", CodePoints.cipherSuite(0x002b));
        assertEquals("TLS_ECDH_RSA_WITH_AES_256_GCM_SHA384", CodePoints.cipherSuite(0xc032));
        assertEquals("TLS_RSA_WITH_ARIA_128_CBC_SHA256", CodePoints.cipherSuite(0xc03c));
        assertEquals("TLS_ECDHE_PSK_WITH_AES_128_CCM_SHA256", CodePoints.cipherSuite(0xd005));
        assertEquals("general_error", CodePoints.alert(117));
        assertEquals("ticket_request", CodePoints.extension(58));
        assertEquals("psk_dhe_ke", CodePoints.pskKeyExchangeMode(1));
        assertEquals("GREASE", CodePoints.pskKeyExchangeMode(0xe4));
        assertEquals("ecdsa_sign", CodePoints.clientCertificateType(64));
        assertEquals("brotli", CodePoints.certificateCompression(2));
        assertEquals("update_requested", CodePoints.keyUpdateRequest(1));
        assertEquals("HKDF-SHA256", CodePoints.hpkeKdf(1));
        assertTrue(CodePoints.knowsExtension(51));
        assertFalse(CodePoints.knowsExtension(0x0a0a));
        assertFalse(CodePoints.knowsAlert(200));
    }
}
