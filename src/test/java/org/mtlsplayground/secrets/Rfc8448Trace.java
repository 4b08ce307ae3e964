package org.mtlsplayground.secrets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.mtlsplayground.codepoint.SuiteParts;

/** A trace of RFC 8448, read record by record as a listener would who knows the private keys. */
final class Rfc8448Trace {
    static final SuiteParts SUITE = SuiteParts.of(0x1301).orElseThrow();

    private static final HexFormat HEX = HexFormat.of();
    private static final int FINISHED_LENGTH = 4 + 32;

    private final Map<String, byte[]> keys = new HashMap<>();
    private final Deque<String> records = new ArrayDeque<>();
    private final MessageDigest transcript;

    Rfc8448Trace(String name) throws IOException, NoSuchAlgorithmException {
        transcript = MessageDigest.getInstance(SUITE.hash());
        try (InputStream in = Rfc8448Trace.class.getResourceAsStream("rfc8448/" + name + ".txt")) {
            new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(this::line);
        }
    }

    private void line(String line) {
        if (line.contains("-key ")) {
            keys.put(line.substring(0, line.indexOf(' ')), HEX.parseHex(line, line.indexOf(' ') + 1, line.length()));
        } else {
            records.add(line);
        }
    }

    /** The private key of a side. */
    byte[] key(boolean ofClient) {
        return keys.get(ofClient ? "client-key" : "server-key");
    }

    /** The next record, which must be that side's. */
    byte[] next(boolean ofClient) {
        String line = records.remove();
        assertEquals(ofClient ? "> " : "< ", line.substring(0, 2));
        return HEX.parseHex(line, 2, line.length());
    }

    /** The message of the next record, which is in clear and goes into the transcript. */
    byte[] nextInClear(boolean ofClient) {
        byte[] record = next(ofClient);
        byte[] message = Arrays.copyOfRange(record, CountingDecryptor.HEADER_LENGTH, record.length);
        transcript.update(message);
        return message;
    }

    /** The messages of the next record, whose last is Finished; all of them go into the transcript. */
    byte[] nextFlight(boolean ofClient, Tls13.TrafficSecret secret, RecordDecryptor decryptor) {
        byte[] flight = open(ofClient, decryptor, 22);
        int finished = flight.length - FINISHED_LENGTH;
        transcript.update(flight, 0, finished);
        byte[] expected = secret.verifyData(hash());
        assertEquals("14000020", HEX.formatHex(flight, finished, finished + 4));
        assertArrayEquals(expected, Arrays.copyOfRange(flight, finished + 4, flight.length));
        transcript.update(flight, finished, FINISHED_LENGTH);
        return flight;
    }

    /** The content of the next record, of that inner type. */
    byte[] open(boolean ofClient, RecordDecryptor decryptor, int type) {
        RecordDecryptor.Opened opened = decryptor.open(next(ofClient)).orElseThrow();
        assertEquals(type, opened.contentType());
        assertEquals(0, opened.padding());
        return opened.content();
    }

    /** Goes into the transcript. */
    void add(byte[] message) {
        transcript.update(message);
    }

    /** Replaces what is in the transcript by its hash (RFC 8446 §4.4.1). */
    void replaceByHash() {
        byte[] hash = transcript.digest();
        transcript.update(new byte[] {(byte) 0xfe, 0, 0, (byte) hash.length});
        transcript.update(hash);
    }

    /** The hash of the transcript so far. */
    byte[] hash() {
        try {
            return ((MessageDigest) transcript.clone()).digest();
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }

    /** The public key behind a group and a length in a key_share. */
    static byte[] share(byte[] hello, String groupAndLength, int length) {
        int at = HEX.formatHex(hello).indexOf(groupAndLength) / 2 + groupAndLength.length() / 2;
        return Arrays.copyOfRange(hello, at, at + length);
    }

    /** Whether all of it was read. */
    boolean isAtEnd() {
        return records.isEmpty();
    }
}
