package org.mtlsplayground.dissect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mtlsplayground.dissect.Wire.ascii;
import static org.mtlsplayground.dissect.Wire.hex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.dissect.FieldChange.No;
import org.mtlsplayground.dissect.FieldChange.Objection;
import org.mtlsplayground.wire.Field;
import org.mtlsplayground.wire.Splice;

/** Fields that say something longer or shorter: the bytes of the whole record, and what is read from it. */
class FieldChangeTest {
    private static final int HEADER = TlsRecord.HEADER;

    private static byte[] record(byte[] message) {
        return Wire.join(hex("160301"), Wire.vector(2, message));
    }

    private static Dissected dissect(byte[] message) {
        List<Dissected> found = new Dissector(new HandshakeContext(), false).content(TlsRecord.HANDSHAKE, message);
        assertEquals(1, found.size());
        return found.get(0);
    }

    private static void collect(List<Field> fields, List<Field> into) {
        fields.forEach(field -> {
            into.add(field);
            collect(field.children(), into);
        });
    }

    private static List<Field> all(byte[] message) {
        List<Field> all = new ArrayList<>();
        collect(dissect(message).fields(), all);
        return all;
    }

    /** The n-th field of a name, from 0. */
    private static FieldChange field(byte[] message, String name, int number) {
        Field field = all(message).stream()
                .filter(one -> one.name().equals(name))
                .skip(number)
                .findFirst()
                .orElseThrow();
        return FieldChange.of(message, dissect(message).fields(), field.offset(), field.length())
                .orElseThrow();
    }

    private static FieldChange field(byte[] message, String name) {
        return field(message, name, 0);
    }

    /** What becomes of the message, if there is nothing against it. */
    private static byte[] changed(byte[] message, FieldChange field, byte[] content) {
        byte[] record = record(message);
        Splice splice = field.to(HEADER, content);
        assertEquals(Optional.empty(), field.objection(splice, record, List.of()));
        byte[] arrived = Splice.all(record, List.of(splice));
        byte[] ofMessage = Arrays.copyOfRange(arrived, HEADER, arrived.length);
        assertArrayEquals(record(ofMessage), arrived, "the record's length");
        return ofMessage;
    }

    private static String helloWith(String name, byte[] content) {
        FieldChange field = field(Rfc8448.CLIENT_HELLO, name);
        return HexFormat.of().formatHex(changed(Rfc8448.CLIENT_HELLO, field, content));
    }

    /** The ClientHello of RFC 8448 with other digits at some places. */
    private static String hello(String... replacements) {
        String digits = HexFormat.of().formatHex(Rfc8448.CLIENT_HELLO);
        for (int i = 0; i < replacements.length; i += 2) {
            String before = replacements[i].replace(" ", "");
            assertTrue(digits.contains(before), before);
            digits = digits.replaceFirst(before, replacements[i + 1].replace(" ", ""));
        }
        return digits;
    }

    @Test
    void allLengthsAroundIt() {
        // Message, extensions, extension, list, name.
        assertEquals(
                hello(
                        "010000c0", "010000c5",
                        "0100 0091", "0100 0096",
                        "000b 0009 00 0006 736572766572", "0010 000e 00 000b 6578616d706c652e6f7267"),
                helloWith("host_name", ascii("example.org")));
        assertEquals(
                hello(
                        "010000c0", "010000bb",
                        "0100 0091", "0100 008c",
                        "000b 0009 00 0006 736572766572", "0006 0004 00 0001 61"),
                helloWith("host_name", ascii("a")));
        assertEquals(
                hello("010000c0", "010000c2", "00 0006 1301", "02 beef 0006 1301"),
                helloWith("legacy_session_id", hex("beef")));
        assertEquals(
                hello("010000c0", "010000bc", "0006 1301 1303 1302", "0002 1302"),
                helloWith("cipher_suites", hex("1302")));
        // An entry that is left out, and an extension.
        assertEquals(
                hello("010000c0", "010000be", "0006 1301 1303 1302", "0004 1303 1302"),
                helloWith("cipher_suite", new byte[0]));
        assertEquals(
                hello(
                        "010000c0", "010000b1",
                        "0100 0091", "0100 0082",
                        "0000 000b 0009 00 0006 736572766572", ""),
                helloWith("extension", new byte[0]));
        // Without a length of its own, it has what the extension has.
        assertEquals(
                hello("010000c0", "010000c2", "0100 0091", "0100 0093", "0023 0000", "0023 0002 0102"),
                helloWith("ticket", hex("0102")));
        // As long as before: nothing else changes.
        assertEquals(hello("cb34ecb1", "cb34ecb2"), helloWith("random", randomPlusOne()));
    }

    private static byte[] randomPlusOne() {
        byte[] random = Arrays.copyOfRange(Rfc8448.CLIENT_HELLO, 6, 38);
        random[3]++;
        return random;
    }

    private static byte[] manyFields() {
        return Wire.clientHello(
                Wire.extension(0, Wire.vector(2, hex("00"), Wire.vector(2, ascii("server")))),
                Wire.extension(16, Wire.vector(2, Wire.vector(1, ascii("h2")), Wire.vector(1, ascii("http/1.1")))),
                Wire.extension(44, Wire.vector(2, hex("c0c1c2"))),
                Wire.extension(51, Wire.vector(2, hex("4a4a"), Wire.vector(2, hex("a0a1")))),
                Wire.extension(0xff01, Wire.vector(1, hex("01"))),
                Wire.extension(
                        41,
                        Wire.vector(2, Wire.vector(2, hex("aaab")), hex("00000000")),
                        Wire.vector(2, Wire.vector(1, hex("bb".repeat(32))))));
    }

    /** Each field of bytes, longer and shorter: the message stays sound, and nothing else in it changes. */
    @Test
    void readAgain() {
        byte[] message = manyFields();
        int tried = 0;
        List<Field> before = all(message);
        for (int i = 0; i < before.size(); i++) {
            Field field = before.get(i);
            if (field.prefix() > 0 && field.children().isEmpty()) {
                FieldChange change = FieldChange.of(message, dissect(message).fields(), field.offset(), field.length())
                        .orElseThrow();
                byte[] content = change.content();
                for (int length : new int[] {content.length + 7, Math.max(1, content.length - 1)}) {
                    byte[] arrived = changed(message, change, Arrays.copyOf(content, length));
                    assertInstanceOf(
                            Handshake.ClientHello.class, dissect(arrived).message(), change.name());
                    List<Field> after = all(arrived);
                    assertEquals(before.size(), after.size());
                    assertEquals(field.prefix() + length, after.get(i).length());
                    assertEquals(others(before, i), others(after, i), change.name());
                    tried++;
                }
            }
        }
        assertEquals(
                2 * 9, tried, "session id, host name, two protocols, cookie, share, renegotiation, identity, binder");
    }

    /** The values of all other fields without parts, but for the message's length. */
    private static List<String> others(List<Field> fields, int changed) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            if (i != changed && field.children().isEmpty() && !field.name().equals("length")) {
                values.add(field.name() + "=" + field.value());
            }
        }
        return values;
    }

    @Test
    void behindAnotherMessage() {
        byte[] first = hex("0e000000");
        byte[] record = record(Wire.join(first, Rfc8448.CLIENT_HELLO));
        FieldChange name = field(Rfc8448.CLIENT_HELLO, "host_name");
        byte[] arrived = Splice.all(record, List.of(name.to(HEADER + first.length, ascii("example.org"))));
        assertArrayEquals(record(Wire.join(first, hex(helloWith("host_name", ascii("example.org"))))), arrived);
    }

    /** All offsets are those of what was sent, whatever is done before and behind. */
    @Test
    void severalAtOnce() {
        byte[] message = manyFields();
        FieldChange host = field(message, "host_name");
        FieldChange second = field(message, "protocol_name", 1);
        FieldChange first = field(message, "protocol_name");
        byte[] oneByOne = changed(message, host, ascii("example.org"));
        oneByOne = changed(oneByOne, field(oneByOne, "protocol_name", 1), ascii("h3"));
        oneByOne = changed(oneByOne, field(oneByOne, "protocol_name"), ascii("spdy/1"));
        assertArrayEquals(
                record(oneByOne),
                Splice.all(
                        record(message),
                        List.of(
                                second.to(HEADER, ascii("h3")),
                                host.to(HEADER, ascii("example.org")),
                                first.to(HEADER, ascii("spdy/1")))));
    }

    private static Optional<No> objection(FieldChange field, int length, Splice... others) {
        Splice splice = field.to(HEADER, new byte[length]);
        return field.objection(splice, record(manyFields()), List.of(others));
    }

    private static void refused(Objection objection, String of, int number, String rfc, Optional<No> found) {
        assertEquals(Optional.of(new No(objection, of, number, rfc)), found);
    }

    @Test
    void whatCanNotBe() {
        byte[] message = manyFields();
        FieldChange protocol = field(message, "protocol_name");
        assertEquals(Optional.empty(), objection(protocol, 255));
        refused(Objection.PREFIX, "protocol_name", 255, "", objection(protocol, 256));
        refused(Objection.EMPTY, "protocol_name", 0, "RFC 7301 §3.1", objection(protocol, 0));
        assertEquals(Optional.empty(), objection(field(message, "legacy_session_id"), 0));
        FieldChange host = field(message, "host_name");
        refused(Objection.EMPTY, "host_name", 0, "RFC 6066 §3", objection(host, 0));
        // The record may have 2^14 bytes, and this one has others.
        int rest = message.length - host.content().length;
        assertEquals(Optional.empty(), objection(host, (1 << 14) - rest));
        refused(Objection.RECORD, "record", 1 << 14, "", objection(host, (1 << 14) - rest + 1));
        refused(
                Objection.RECORD,
                "record",
                1 << 14,
                "",
                objection(host, (1 << 14) - rest, protocol.to(HEADER, new byte[3])));
        refused(Objection.PREFIX, "host_name", 65535, "", objection(host, 65536));
        // The only name, left out, leaves an empty list; of two protocols one may go.
        FieldChange entry = field(message, "server_name");
        assertTrue(entry.isEntry());
        refused(Objection.EMPTY, "server_name_list", 0, "RFC 6066 §3", objection(entry, 0));
        refused(Objection.PARTS, "cipher_suites", 2, "", objection(field(message, "cipher_suites"), 3));
        refused(Objection.EMPTY, "cipher_suites", 0, "RFC 8446 §4.1.2", objection(field(message, "cipher_suites"), 0));
        refused(Objection.EMPTY, "cipher_suites", 0, "RFC 8446 §4.1.2", objection(field(message, "cipher_suite"), 0));
        refused(Objection.FIXED, "random", 32, "", objection(field(message, "random"), 31));
        refused(Objection.FIXED, "random", 32, "", objection(field(message, "random"), 0));
        refused(Objection.FIXED, "legacy_version", 2, "", objection(field(message, "legacy_version"), 0));
    }

    /** Neither the message's type nor its length is a field to change so, nor are bytes that are no whole field. */
    @Test
    void noField() {
        List<Field> fields = dissect(Rfc8448.CLIENT_HELLO).fields();
        assertEquals(Optional.empty(), FieldChange.of(Rfc8448.CLIENT_HELLO, fields, 0, 1));
        assertEquals(Optional.empty(), FieldChange.of(Rfc8448.CLIENT_HELLO, fields, 1, 3));
        assertEquals(Optional.empty(), FieldChange.of(Rfc8448.CLIENT_HELLO, fields, 6, 31));
    }

    @Test
    void names() {
        assertEquals("server_name", field(Rfc8448.CLIENT_HELLO, "extension").name());
        byte[] unknown = Wire.clientHello(Wire.extension(0xfffe, hex("01")));
        assertEquals("extension", field(unknown, "extension").name());
        assertEquals("host_name", field(Rfc8448.CLIENT_HELLO, "host_name").name());
    }

    /** What can't be done is not done. */
    @Test
    void leftAlone() {
        byte[] record = record(Rfc8448.CLIENT_HELLO);
        FieldChange host = field(Rfc8448.CLIENT_HELLO, "host_name");
        assertArrayEquals(record, Splice.all(record, List.of(host.to(HEADER, new byte[1 << 14]))));
        byte[] cut = Arrays.copyOf(record, 60);
        assertArrayEquals(cut, Splice.all(cut, List.of(host.to(HEADER, ascii("example.org")))));
    }
}
