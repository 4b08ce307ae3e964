package org.mtlsplayground.dissect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mtlsplayground.dissect.Wire.hex;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.text.Explanations;
import org.mtlsplayground.wire.Field;

/** Every name and topic that a message or a field can have is explained, and none is explained in vain. */
class TopicsTest {
    private final Set<String> topics = new TreeSet<>();

    private void gather(Dissected found, boolean fromClient) {
        topics.add(Topics.of(found.message(), fromClient));
        gather(found.fields());
    }

    private void gather(List<Field> fields) {
        for (Field field : fields) {
            topics.add(field.topic().isEmpty() ? "field." + field.name() : field.topic());
            gather(field.children());
        }
    }

    private static List<String[]> rows(String list) throws Exception {
        try (InputStream in = TopicsTest.class.getResourceAsStream(list)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\\|", -1))
                    .toList();
        }
    }

    private void gatherAll() throws Exception {
        for (String[] row : rows("messages.csv")) {
            byte[] message = Wire.handshake(Integer.parseInt(row[3]), hex(row[4]));
            String settled = row[0].isEmpty() ? null : row[0];
            gather(HandshakeMessagesTest.dissect(settled, row[1].equals("client"), message), row[1].equals("client"));
        }
        for (String[] row : rows("extensions.csv")) {
            byte[] extension = Wire.extension(Integer.decode(row[2]), hex(row[3]));
            gather(ExtensionsTest.dissect(ExtensionsTest.message(Place.valueOf(row[0]), extension)), false);
        }
        gatherRecords();
        gatherHellos();
    }

    private void gatherRecords() {
        Dissector dissector = new Dissector(new HandshakeContext(), false);
        for (int alert = 0; alert < 256; alert++) {
            dissector.content(TlsRecord.ALERT, new byte[] {2, (byte) alert}).forEach(found -> gather(found, false));
        }
        dissector.content(TlsRecord.CHANGE_CIPHER_SPEC, new byte[] {1}).forEach(found -> gather(found, false));
        dissector.content(TlsRecord.APPLICATION_DATA, new byte[] {1}).forEach(found -> gather(found, false));
        dissector.content(TlsRecord.HEARTBEAT, new byte[20]).forEach(found -> gather(found, false));
        dissector.content(99, new byte[1]).forEach(found -> gather(found, false));
        gather(Dissector.missing(1, new byte[1]), false);
        gather(Dissector.encrypted(new TlsRecord(23, 0x0303, hex("170303 0001 00"))), false);
    }

    private void gatherHellos() {
        byte[] share = Wire.vector(2, new byte[1184 + 32]);
        gather(
                ExtensionsTest.dissect(
                        Wire.clientHello(Wire.extension(51, Wire.vector(2, Wire.number(2, 0x11ec), share)))),
                true);
        byte[] answer = Wire.vector(2, new byte[1088 + 32]);
        gather(ExtensionsTest.dissect(Wire.serverHello(0x1301, Wire.extension(51, hex("11ec"), answer))), false);
        gather(ExtensionsTest.dissect(Wire.serverHello("22".repeat(24) + "444f574e47524401", 0xc02f)), false);
        byte[] broken = Rfc8448.CLIENT_HELLO.clone();
        broken[48] = 5;
        gather(ExtensionsTest.dissect(broken), true);
        byte[] tooLong = Wire.join(Wire.handshake(14, hex("00")));
        gather(ExtensionsTest.dissect(tooLong), true);
    }

    @Test
    void eachIsExplained() throws Exception {
        gatherAll();
        assertTrue(topics.size() > 200, topics::toString);
        Set<String> missing = new TreeSet<>(topics);
        missing.removeIf(topic -> Explanations.of(topic).isPresent());
        assertEquals(Set.of(), missing);
    }
}
