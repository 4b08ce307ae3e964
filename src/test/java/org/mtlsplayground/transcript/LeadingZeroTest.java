package org.mtlsplayground.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mtlsplayground.capture.Capture;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.codepoint.SuiteParts;
import org.mtlsplayground.diagnosis.EventText;
import org.mtlsplayground.secrets.Draws;
import org.mtlsplayground.secrets.KeyLogEntry;
import org.mtlsplayground.secrets.RememberingRandom;
import org.mtlsplayground.secrets.Sealer;
import org.mtlsplayground.secrets.TestGroup;
import org.mtlsplayground.secrets.Tls13;
import org.mtlsplayground.wire.Hex;

/**
 * One in 256 shared secrets of a finite field begins with a zero. RFC 8446 §7.4.1 keeps it; JSSE leaves it out, so that two
 * of it understand each other and a stranger does not. The hellos and records here are made by hand, as no handshake can be
 * made to have such a secret.
 */
class LeadingZeroTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final SuiteParts SUITE = SuiteParts.of(0x1301).orElseThrow();
    private static final byte[] ENCRYPTED_EXTENSIONS = HEX.parseHex("080000020000");
    private static final byte[] BAD_RECORD_MAC = HEX.parseHex("0214");

    private static Draws draws;
    private static byte[] shared;
    private static byte[] clientHello;
    private static byte[] serverHello;

    @BeforeAll
    static void agree() throws GeneralSecurityException {
        RememberingRandom random = new RememberingRandom();
        KeyPair server = TestGroup.FFDHE2048.generate(random);
        KeyPair client;
        do {
            draws = new Draws();
            random.rememberInto(draws);
            client = TestGroup.FFDHE2048.generate(random);
            shared = TestGroup.FFDHE2048.agreement(client, server);
        } while (shared[0] != 0);
        String random32 = "00".repeat(32);
        // RFC 8446 §4.1.2, §4.1.3: supported_versions and one key_share.
        String ofClient = "002b0003020304" + "0033" + "0106" + "0104" + "0100" + "0100" + share(client);
        clientHello = message(1, "0303" + random32 + "00" + "00021301" + "0100" + lengthed(ofClient));
        String ofServer = "002b00020304" + "0033" + "0104" + "0100" + "0100" + share(server);
        serverHello = message(2, "0303" + random32 + "00" + "1301" + "00" + lengthed(ofServer));
    }

    private static String share(KeyPair pair) {
        return HEX.formatHex(TestGroup.FFDHE2048.onWire(pair));
    }

    private static String lengthed(String hex) {
        return String.format("%04x", hex.length() / 2) + hex;
    }

    private static byte[] message(int type, String hex) {
        return HEX.parseHex(String.format("%02x%06x", type, hex.length() / 2) + hex);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] plain(byte[] message) {
        return joined(HEX.parseHex("160303" + String.format("%04x", message.length)), message);
    }

    private static Tls13.TrafficSecret traffic(boolean ofClient, boolean stripped) throws GeneralSecurityException {
        int zeros = 0;
        while (stripped && shared[zeros] == 0) {
            zeros++;
        }
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(joined(clientHello, serverHello));
        return Tls13.early(SUITE, Optional.empty())
                .handshake(Optional.of(Arrays.copyOfRange(shared, zeros, shared.length)))
                .traffic(ofClient, hash);
    }

    @ParameterizedTest
    @CsvSource({"false, false", "true, true", "true, false", "false, true"})
    void eachSideIsOpenedAsItReckons(boolean clientStrips, boolean serverStrips) throws GeneralSecurityException {
        Tls13.TrafficSecret ofServer = traffic(false, serverStrips);
        Tls13.TrafficSecret ofClient = traffic(true, clientStrips);
        Capture capture = new Capture(() -> {});
        draws.all().forEach(capture.keys().draws(true)::add);
        send(capture, Direction.CLIENT_TO_SERVER, plain(clientHello));
        send(capture, Direction.SERVER_TO_CLIENT, plain(serverHello));
        byte[] sealed = Sealer.tls13(false, ofServer.key(), ofServer.iv(), 0, 22, ENCRYPTED_EXTENSIONS, 0);
        send(capture, Direction.SERVER_TO_CLIENT, sealed);
        send(
                capture,
                Direction.CLIENT_TO_SERVER,
                Sealer.tls13(false, ofClient.key(), ofClient.iv(), 0, 21, BAD_RECORD_MAC, 0));

        Transcript transcript = new Transcripts(() -> List.of(capture)).of(capture);
        transcript.read();
        assertEquals(
                List.of("ClientHello", "ServerHello", "EncryptedExtensions", "Alert: bad_record_mac (20)"),
                transcript.eventsFrom(0).stream()
                        .map(event -> EventText.of(event).name())
                        .toList());
        assertEquals(
                List.of(Hex.of(ofClient.value()), Hex.of(ofServer.value())),
                List.of(
                        logged(transcript, KeyLogEntry.CLIENT_HANDSHAKE_TRAFFIC_SECRET),
                        logged(transcript, KeyLogEntry.SERVER_HANDSHAKE_TRAFFIC_SECRET)));
    }

    private static String logged(Transcript transcript, String label) {
        List<String> values = transcript.keyLog().stream()
                .filter(entry -> entry.label().equals(label))
                .map(entry -> Hex.of(entry.secret()))
                .toList();
        assertEquals(1, values.size(), label);
        return values.get(0);
    }

    private static void send(Capture capture, Direction direction, byte[] bytes) {
        capture.tap(direction).sent(bytes, 0, bytes.length);
    }
}
