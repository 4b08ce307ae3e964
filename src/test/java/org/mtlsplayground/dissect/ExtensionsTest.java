package org.mtlsplayground.dissect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mtlsplayground.dissect.Wire.hex;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.mtlsplayground.wire.Field;

/** Each extension in each message that has another form of it: what it means, what is shown, and every fault in it. */
class ExtensionsTest {
    private static final String LIST = "extensions.csv";

    /** The message that has the extension. */
    static byte[] message(Place place, byte[] extension) {
        return switch (place) {
            case CLIENT_HELLO -> Wire.clientHello(extension);
            case SERVER_HELLO -> Wire.serverHello(0x1301, extension);
            case HELLO_RETRY_REQUEST ->
                Wire.serverHello("cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c", 0x1301, extension);
            case ENCRYPTED_EXTENSIONS -> Wire.handshake(8, Wire.vector(2, extension));
            case CERTIFICATE ->
                Wire.handshake(11, hex("00"), Wire.vector(3, Wire.vector(3, hex("aa")), Wire.vector(2, extension)));
            case CERTIFICATE_REQUEST -> Wire.handshake(13, hex("00"), Wire.vector(2, extension));
            case NEW_SESSION_TICKET ->
                Wire.handshake(4, hex("00000001 00000002 00"), Wire.vector(2, hex("ff")), Wire.vector(2, extension));
        };
    }

    private static List<Extension> extensions(Message message) {
        if (message instanceof Handshake.ClientHello hello) {
            return hello.extensions();
        } else if (message instanceof Handshake.ServerHello hello) {
            return hello.extensions();
        } else if (message instanceof Handshake.EncryptedExtensions encrypted) {
            return encrypted.extensions();
        } else if (message instanceof Handshake.CertificateRequest request) {
            return request.extensions();
        } else if (message instanceof Handshake.NewSessionTicket ticket) {
            return ticket.extensions();
        }
        return assertInstanceOf(Handshake.Certificate.class, message)
                .entries()
                .get(0)
                .extensions();
    }

    static Dissected dissect(byte[] message) {
        Dissector dissector = new Dissector(new HandshakeContext(), false);
        dissector.content(TlsRecord.HANDSHAKE, Wire.serverHello(0x1301, Wire.tls13()));
        List<Dissected> found = dissector.content(TlsRecord.HANDSHAKE, message);
        assertEquals(1, found.size());
        return found.get(0);
    }

    private static Field group(List<Field> fields) {
        for (Field field : fields) {
            if (field.name().equals("extension")) {
                return field;
            }
            Field found = group(field.children());
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvFileSource(resources = LIST, delimiter = '|', numLinesToSkip = 1, maxCharsPerColumn = 8192)
    void eachIsReadToItsLastByte(
            Place place, String topic, String type, String content, String typed, String glance, String tree) {
        byte[] extension = Wire.extension(Integer.decode(type), hex(content == null ? "" : content));
        Dissected found = dissect(message(place, extension));
        List<Extension> extensions = extensions(found.message());
        assertEquals(1, extensions.size());
        assertEquals(typed, Shown.of(extensions.get(0)));
        Field group = group(found.fields());
        assertEquals("extension." + topic, group.topic());
        assertEquals(glance, group.value());
        assertEquals(
                tree == null ? "" : tree, Shown.tree(group.children().get(1).children()));
        Trees.check(found);
    }

    /** RFC 8446 §4.2: what an extension does not fill, or fills too far, is a fault, and is told by path and offset. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvFileSource(resources = LIST, delimiter = '|', numLinesToSkip = 1, maxCharsPerColumn = 8192)
    void oneByteMoreOrLessIsMalformed(
            Place place, String topic, String type, String content, String typed, String glance, String tree) {
        byte[] whole = hex(content == null ? "" : content);
        // What is bytes to the end of the extension may have any length; so has a status of a type that is not known.
        boolean free = List.of("padding", "session_ticket", "grease").contains(topic)
                || String.valueOf(tree).contains("body=")
                || (topic.equals("status_request") && whole.length == 0);
        for (int length : new int[] {whole.length - 1, whole.length + 1}) {
            if (length < 1 || free) {
                continue;
            }
            byte[] extension = Wire.extension(Integer.decode(type), Arrays.copyOf(whole, length));
            Dissected found = dissect(message(place, extension));
            Message.Malformed fault = assertInstanceOf(Message.Malformed.class, found.message(), "of " + length);
            assertTrue(fault.path().contains(".extensions.extension.extension_data"), fault::path);
            assertEquals("extension." + topic, group(found.fields()).topic());
            Trees.checkBounds(found.fields(), 0, found.bytes().length);
            assertTrue(Trees.faults(found.fields()) == 1, () -> Shown.tree(found.fields()));
        }
    }

    @Test
    void everyKindOfExtensionIsInTheList() throws Exception {
        String list = new String(ExtensionsTest.class.getResourceAsStream(LIST).readAllBytes(), StandardCharsets.UTF_8);
        for (Class<?> kind : Extension.class.getPermittedSubclasses()) {
            assertTrue(list.contains("|" + kind.getSimpleName() + "("), kind::getSimpleName);
        }
    }

    @Test
    void aHybridShareIsMeasured() {
        byte[] client = Wire.extension(
                51, Wire.vector(2, Wire.number(2, 0x11ec), Wire.vector(2, new byte[1184], hex("aa".repeat(32)))));
        Dissected hello = dissect(Wire.clientHello(client));
        Field share = hello.fields()
                .get(7)
                .children()
                .get(0)
                .children()
                .get(1)
                .children()
                .get(0);
        Field key = share.children().get(0).children().get(1);
        assertEquals("X25519MLKEM768, 1216 bytes: ML-KEM-768 encapsulation key 1184 + x25519 32", key.value());
        assertEquals(
                List.of("ml_kem_encapsulation_key", "ecdhe_share"),
                key.children().stream().map(Field::name).toList());
        assertEquals(
                "x25519, 32 bytes: " + "aa".repeat(32), key.children().get(1).value());
        Trees.check(hello);

        byte[] server = Wire.extension(51, Wire.number(2, 0x11ed), Wire.vector(2, new byte[97 + 1568]));
        Dissected answer = dissect(Wire.serverHello(0x1301, server));
        assertTrue(
                Shown.tree(answer.fields())
                        .contains("SecP384r1MLKEM1024, 1665 bytes: secp384r1 97 + ML-KEM-1024 ciphertext 1568"),
                () -> Shown.tree(answer.fields()));
        Trees.check(answer);
    }

    @Test
    void aShareOfAnotherLengthSaysSo() {
        byte[] server = Wire.extension(51, hex("001d 0003 010203"));
        Dissected answer = dissect(Wire.serverHello(0x1301, server));
        assertTrue(
                Shown.tree(answer.fields()).contains("key_exchange=x25519, 3 bytes where 32 are expected: 010203"),
                () -> Shown.tree(answer.fields()));
    }
}
