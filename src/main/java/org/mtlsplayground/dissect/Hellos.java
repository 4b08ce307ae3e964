package org.mtlsplayground.dissect;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.mtlsplayground.codepoint.CodePoints;
import org.mtlsplayground.wire.ByteReader;
import org.mtlsplayground.wire.Hex;
import org.mtlsplayground.wire.MalformedMessageException;

/** Reads ClientHello and ServerHello (RFC 8446 §4.1). */
final class Hellos {
    private static final int RANDOM = 32;

    /** SHA-256 of "HelloRetryRequest" (RFC 8446 §4.1.3). */
    private static final byte[] HELLO_RETRY_REQUEST =
            HexFormat.of().parseHex("cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c");

    /** "DOWNGRD", before a byte that is 0 or 1, ends the random of a server that could do more (RFC 8446 §4.1.3). */
    private static final byte[] DOWNGRADE = HexFormat.of().parseHex("444f574e475244");

    private Hellos() {}

    static Handshake client(ByteReader in) throws MalformedMessageException {
        return new Handshake.ClientHello(
                in.u16("legacy_version", CodePoints::version),
                in.bytes("random", RANDOM),
                in.opaque("legacy_session_id", 1),
                in.list("cipher_suites", 2, e -> e.u16("cipher_suite", CodePoints::cipherSuite)),
                in.list(
                        "legacy_compression_methods",
                        1,
                        e -> e.u8("compression_method", CodePoints::compressionMethod)),
                Extensions.ofHello(in, Place.CLIENT_HELLO));
    }

    static Handshake server(ByteReader in) throws MalformedMessageException {
        int legacyVersion = in.u16("legacy_version", CodePoints::version);
        byte[] random = random(in);
        boolean retry = Arrays.equals(random, HELLO_RETRY_REQUEST);
        byte[] session = in.opaque("legacy_session_id_echo", 1);
        int suite = in.u16("cipher_suite", CodePoints::cipherSuite);
        in.u8("legacy_compression_method", CodePoints::compressionMethod);
        List<Extension> extensions = Extensions.ofHello(in, retry ? Place.HELLO_RETRY_REQUEST : Place.SERVER_HELLO);
        int version = Extension.find(extensions, Extension.SupportedVersions.class)
                .map(versions -> versions.versions().get(0))
                .orElse(legacyVersion);
        return new Handshake.ServerHello(version, random, session, suite, retry, extensions);
    }

    private static byte[] random(ByteReader in) throws MalformedMessageException {
        byte[] random = in.bytes("random", RANDOM, Hellos::text);
        if (Arrays.equals(random, HELLO_RETRY_REQUEST)) {
            in.explainLast("field.random.hello_retry_request");
        } else if (isDowngrade(random)) {
            in.explainLast("field.random.downgrade");
        }
        return random;
    }

    private static String text(byte[] random) {
        return (Arrays.equals(random, HELLO_RETRY_REQUEST)
                        ? "HelloRetryRequest: "
                        : isDowngrade(random) ? "DOWNGRD: " : "")
                + Hex.of(random);
    }

    private static boolean isDowngrade(byte[] random) {
        int at = RANDOM - DOWNGRADE.length - 1;
        return Arrays.equals(random, at, RANDOM - 1, DOWNGRADE, 0, DOWNGRADE.length)
                && (random[RANDOM - 1] & 0xfe) == 0;
    }
}
