package org.mtlsplayground.dissect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.wire.Field;

/** The Hello messages of RFC 8448 §3, to the last offset. */
class HelloTest {
    private static Dissected dissect(byte[] message) {
        List<Dissected> found = new Dissector(new HandshakeContext(), false).content(TlsRecord.HANDSHAKE, message);
        assertEquals(1, found.size());
        return found.get(0);
    }

    private static Field leaf(String name, String value, int offset, int length) {
        return new Field(name, value, offset, length, List.of());
    }

    private static <T extends Extension> T find(List<Extension> extensions, Class<T> kind) {
        return Extension.find(extensions, kind).orElseThrow();
    }

    @Test
    void clientHelloMeans() {
        Handshake.ClientHello hello = assertInstanceOf(
                Handshake.ClientHello.class, dissect(Rfc8448.CLIENT_HELLO).message());
        assertEquals(0x0303, hello.legacyVersion());
        assertEquals(List.of(0x1301, 0x1303, 0x1302), hello.cipherSuites());
        List<Extension> extensions = hello.extensions();
        assertEquals(9, extensions.size());
        assertEquals(
                Optional.of("server"),
                find(extensions, Extension.ServerName.class).hostName());
        assertEquals(
                List.of(0x1d, 0x17, 0x18, 0x19, 0x100, 0x101, 0x102, 0x103, 0x104),
                find(extensions, Extension.SupportedGroups.class).groups());
        assertEquals(List.of(0x1d), find(extensions, Extension.KeyShare.class).groups());
        assertEquals(
                List.of(0x0304),
                find(extensions, Extension.SupportedVersions.class).versions());
        List<Integer> schemes =
                find(extensions, Extension.SignatureAlgorithms.class).schemes();
        assertEquals(15, schemes.size());
        assertEquals(List.of(0x0403, 0x0503), schemes.subList(0, 2));
        assertArrayEquals(
                new byte[0], find(extensions, Extension.RenegotiationInfo.class).renegotiatedConnection());
    }

    @Test
    void clientHelloHasItsFieldsWhereTheyAre() {
        Dissected hello = dissect(Rfc8448.CLIENT_HELLO);
        List<Field> fields = hello.fields();
        assertEquals(leaf("msg_type", "client_hello", 0, 1), fields.get(0));
        assertEquals(leaf("length", "192", 1, 3), fields.get(1));
        assertEquals(leaf("legacy_version", "TLS 1.2", 4, 2), fields.get(2));
        assertEquals(6, fields.get(3).offset());
        assertEquals(32, fields.get(3).length());
        assertTrue(fields.get(3).value().startsWith("cb34ecb1"));
        assertEquals(leaf("legacy_session_id", "", 38, 1), fields.get(4));
        assertEquals(
                new Field(
                        "cipher_suites",
                        "",
                        39,
                        8,
                        List.of(
                                leaf("cipher_suite", "TLS_AES_128_GCM_SHA256", 41, 2),
                                leaf("cipher_suite", "TLS_CHACHA20_POLY1305_SHA256", 43, 2),
                                leaf("cipher_suite", "TLS_AES_256_GCM_SHA384", 45, 2))),
                fields.get(5));
        assertEquals(
                new Field("legacy_compression_methods", "", 47, 2, List.of(leaf("compression_method", "null", 48, 1))),
                fields.get(6));
        Field extensions = fields.get(7);
        assertEquals(49, extensions.offset());
        assertEquals(147, extensions.length());
        Field list = new Field(
                "server_name_list",
                "",
                55,
                11,
                List.of(new Field(
                        "server_name",
                        "",
                        57,
                        9,
                        List.of(leaf("name_type", "host_name", 57, 1), leaf("host_name", "server", 58, 8)))));
        assertEquals(
                new Field(
                        "extension",
                        "server_name (0)  server",
                        51,
                        15,
                        List.of(
                                leaf("extension_type", "server_name", 51, 2),
                                new Field("extension_data", "", 53, 13, List.of(list))),
                        "extension.server_name"),
                extensions.children().get(0));
        assertEquals(
                List.of(51, 66, 71, 95, 99, 141, 148, 184, 190),
                extensions.children().stream().map(Field::offset).toList());
        Trees.check(hello);
    }

    @Test
    void serverHelloMeans() {
        Dissected hello = dissect(Rfc8448.SERVER_HELLO);
        Handshake.ServerHello meaning = assertInstanceOf(Handshake.ServerHello.class, hello.message());
        assertEquals(0x0304, meaning.version());
        assertEquals(0x1301, meaning.cipherSuite());
        assertEquals(false, meaning.helloRetryRequest());
        assertEquals(
                List.of(0x1d),
                find(meaning.extensions(), Extension.KeyShare.class).groups());
        assertEquals(Rfc8448.SERVER_HELLO.length, hello.bytes().length);
        Trees.check(hello);
    }

    /** RFC 8446 §4.1.4, §4.2.8: there the key share is but the group asked for. */
    @Test
    void helloRetryRequestIsTold() {
        byte[] retry = Rfc8448.hex(
                "02000034 0303 cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c",
                "00 1301 00 000c 002b 0002 0304 0033 0002 0017");
        Dissected hello = dissect(retry);
        Handshake.ServerHello meaning = assertInstanceOf(Handshake.ServerHello.class, hello.message());
        assertTrue(meaning.helloRetryRequest());
        assertEquals(0x0304, meaning.version());
        assertEquals(
                List.of(0x17),
                find(meaning.extensions(), Extension.KeyShare.class).groups());
        Trees.check(hello);
    }

    /** RFC 5246 §7.4.1.2, §7.4.1.3: before TLS 1.2 extensions came into use, messages simply ended. */
    @Test
    void extensionsMayBeMissing() {
        Dissected client = dissect(Rfc8448.hex("01000029 0303", "ab".repeat(32), "00 0002 002f 0100"));
        assertEquals(
                List.of(),
                assertInstanceOf(Handshake.ClientHello.class, client.message()).extensions());
        Dissected server = dissect(Rfc8448.hex("02000026 0303", "ab".repeat(32), "00 002f 00"));
        Handshake.ServerHello answer = assertInstanceOf(Handshake.ServerHello.class, server.message());
        assertEquals(0x0303, answer.version());
        assertEquals(0x2f, answer.cipherSuite());
        assertEquals(List.of(), answer.extensions());
        Trees.check(client);
        Trees.check(server);
    }

    @Test
    void aFaultIsToldWithItsPlace() {
        byte[] bad = Rfc8448.CLIENT_HELLO.clone();
        bad[59] = 7; // the host name's length
        Dissected hello = dissect(bad);
        Message.Malformed fault = assertInstanceOf(Message.Malformed.class, hello.message());
        assertEquals("7 bytes wanted, 6 there", fault.what());
        assertEquals(
                "handshake.extensions.extension.extension_data.server_name_list.server_name.host_name", fault.path());
        assertEquals(60, fault.offset());
        assertEquals(bad.length, hello.bytes().length);
    }

    @Test
    void everyTruncatedPrefixIsMalformedAndNoMore() {
        for (byte[] whole : List.of(Rfc8448.CLIENT_HELLO, Rfc8448.SERVER_HELLO)) {
            for (int length = 4; length < whole.length; length++) {
                byte[] prefix = Arrays.copyOf(whole, length);
                prefix[2] = (byte) ((length - 4) >> 8);
                prefix[3] = (byte) (length - 4);
                Message message = dissect(prefix).message();
                // Where the extensions would begin, a message may end.
                boolean mayEnd = length == (whole == Rfc8448.CLIENT_HELLO ? 49 : 42);
                assertEquals(!mayEnd, message instanceof Message.Malformed, "prefix of " + length);
            }
        }
    }
}
