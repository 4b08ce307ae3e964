package org.mtlsplayground.dissect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mtlsplayground.dissect.Wire.hex;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Each handshake message in each form that it has: what it means, what is shown, and every fault in it. */
class HandshakeMessagesTest {
    private static final String LIST = "messages.csv";

    /**
     * Reads a message where a connection has settled on something.
     *
     * @param settled a version and a cipher suite, or nothing
     */
    static Dissected dissect(String settled, boolean fromClient, byte[] message) {
        HandshakeContext context = new HandshakeContext();
        if (settled != null) {
            String[] parts = settled.split(" ", -1);
            byte[] version = Wire.extension(43, hex(parts[0]));
            new Dissector(context, false)
                    .content(TlsRecord.HANDSHAKE, Wire.serverHello(Integer.decode(parts[1]), version));
        }
        List<Dissected> found = new Dissector(context, fromClient).content(TlsRecord.HANDSHAKE, message);
        assertEquals(1, found.size());
        return found.get(0);
    }

    private static byte[] message(String type, String body) {
        return Wire.handshake(Integer.parseInt(type), hex(body == null ? "" : body));
    }

    @ParameterizedTest(name = "{0} {2} {4}")
    @CsvFileSource(resources = LIST, delimiter = '|', numLinesToSkip = 1, maxCharsPerColumn = 8192)
    void eachIsReadToItsLastByte(
            String settled, String from, String topic, String type, String body, String typed, String tree) {
        boolean fromClient = from.equals("client");
        byte[] message = message(type, body);
        Dissected found = dissect(settled, fromClient, message);
        assertEquals(typed, Shown.of(found.message()));
        assertEquals("message." + topic, Topics.of(found.message(), fromClient));
        assertEquals(
                tree == null ? "" : tree,
                Shown.tree(found.fields().subList(2, found.fields().size())));
        Trees.check(found);
    }

    /** However short it is cut: whole is but the whole, unless it is bytes to its end. */
    @ParameterizedTest(name = "{0} {2} {4}")
    @CsvFileSource(resources = LIST, delimiter = '|', numLinesToSkip = 1, maxCharsPerColumn = 8192)
    void everyOtherLengthIsMalformed(
            String settled, String from, String topic, String type, String body, String typed, String tree) {
        byte[] whole = hex(body == null ? "" : body);
        boolean free = tree != null && tree.contains("body=");
        for (int length = 0; length <= whole.length + 1; length++) {
            byte[] other = Wire.handshake(Integer.parseInt(type), Arrays.copyOf(whole, length));
            Dissected found = dissect(settled, from.equals("client"), other);
            if (length == whole.length) {
                assertEquals(typed, Shown.of(found.message()));
            } else if (!free) {
                Message.Malformed fault = assertInstanceOf(Message.Malformed.class, found.message(), "of " + length);
                assertTrue(fault.path().startsWith("handshake"), fault::path);
                assertTrue(fault.offset() >= 4 && fault.offset() <= other.length, () -> "offset " + fault.offset());
                assertEquals(1, Trees.faults(found.fields()), () -> Shown.tree(found.fields()));
            }
            Trees.checkBounds(found.fields(), 0, other.length);
        }
    }

    @Test
    void everyKindOfHandshakeMessageIsRead() throws Exception {
        String list = new String(
                HandshakeMessagesTest.class.getResourceAsStream(LIST).readAllBytes(), StandardCharsets.UTF_8);
        String missing = Stream.of(Handshake.class.getPermittedSubclasses())
                .filter(kind ->
                        Message.class.isAssignableFrom(kind) && !list.contains("|" + kind.getSimpleName() + "("))
                .map(Class::getSimpleName)
                .sorted()
                .collect(Collectors.joining(", "));
        assertEquals("ClientHello, ServerHello", missing, "those have a test of their own");
    }

    /** RFC 8446 §4.6.3: "Implementations that receive any other value MUST terminate the connection". */
    @Test
    void anotherKeyUpdateIsMalformed() {
        Dissected found = dissect("0304 0x1301", true, Wire.handshake(24, hex("02")));
        assertEquals(new Message.Malformed("a request 2", "handshake.request_update", 4), found.message());
        assertEquals(1, Trees.faults(found.fields()));
    }

    /** RFC 5246 §7.4.1.1: a renegotiation begins with hellos like any other. */
    @Test
    void aNewServerHelloChangesHowMessagesAreRead() {
        HandshakeContext context = new HandshakeContext();
        Dissector server = new Dissector(context, false);
        server.content(TlsRecord.HANDSHAKE, Wire.serverHello(0xc02f, Wire.extension(43, hex("0303"))));
        assertInstanceOf(Handshake.EcParameters.class, parameters(server, "03001d 01aa 0401 0001bb"));
        server.content(TlsRecord.HANDSHAKE, Wire.serverHello(0x009e, Wire.extension(43, hex("0303"))));
        assertInstanceOf(Handshake.DhParameters.class, parameters(server, "0001aa 0001bb 0001cc 0401 0001bb"));
    }

    private static Handshake.KeyExchangeParameters parameters(Dissector dissector, String body) {
        Message message = dissector
                .content(TlsRecord.HANDSHAKE, Wire.handshake(12, hex(body)))
                .get(0)
                .message();
        return assertInstanceOf(Handshake.ServerKeyExchange.class, message).parameters();
    }

    /** A capture that begins in the middle: nothing tells the form of a key exchange, and nothing is guessed. */
    @Test
    void withoutASuiteKeyExchangesAreBytes() {
        byte[] server = Wire.handshake(12, hex("03001d 01aa 0401 0001bb"));
        Handshake.ServerKeyExchange exchange = assertInstanceOf(
                Handshake.ServerKeyExchange.class, dissect(null, false, server).message());
        assertEquals("OtherParameters(bytes=03001d01aa04010001bb)", Shown.of(exchange.parameters()));
        byte[] client = Wire.handshake(16, hex("01aa"));
        assertEquals(
                "ClientKeyExchange(exchange=01aa)",
                Shown.of(dissect(null, true, client).message()));
    }
}
