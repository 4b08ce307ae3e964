package org.mtlsplayground.dissect;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.recorded.Play;

/** Bytes that were a handshake once: whatever became of them, reading them ends, and what is found is bounded. */
class MutationTest {
    private static final int ROUNDS = 6000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<byte[]> STREAMS = new ArrayList<>();

    @BeforeAll
    static void record() throws Exception {
        for (TlsVersion version : TlsVersion.values()) {
            Connection connection = Play.between(Play.client("client"), Play.server("server", version));
            for (Direction direction : Direction.values()) {
                STREAMS.add(Play.bytes(connection.capture(), direction));
            }
        }
    }

    @Test
    void everyTruncatedPrefixIsRead() {
        assertTimeoutPreemptively(PATIENCE, () -> {
            for (byte[] stream : STREAMS) {
                for (int length = 0; length <= stream.length; length++) {
                    read(Arrays.copyOf(stream, length), stream.length);
                }
            }
        });
    }

    @Test
    void everyMutationIsRead() {
        long seed = System.nanoTime();
        System.out.println("MutationTest: seed " + seed);
        Random random = new Random(seed);
        assertTimeoutPreemptively(
                PATIENCE,
                () -> {
                    for (int round = 0; round < ROUNDS; round++) {
                        byte[] stream = STREAMS.get(random.nextInt(STREAMS.size()));
                        read(mutate(stream, random), 1 + random.nextInt(stream.length));
                    }
                },
                "seed " + seed);
    }

    @Test
    void anyBytesAreReadAsContentOfAnyType() {
        long seed = System.nanoTime();
        System.out.println("MutationTest, content: seed " + seed);
        Random random = new Random(seed);
        assertTimeoutPreemptively(
                PATIENCE,
                () -> {
                    Dissector dissector = new Dissector(new HandshakeContext(), false);
                    for (int round = 0; round < ROUNDS; round++) {
                        byte[] content = new byte[random.nextInt(64)];
                        random.nextBytes(content);
                        if (content.length > 4) {
                            // So that the body of each kind of message is reached.
                            content[0] = (byte) random.nextInt(25);
                            content[1] = 0;
                            content[2] = 0;
                            content[3] = (byte) (content.length - 4);
                        }
                        check(dissector.content(random.nextInt(256), content));
                    }
                },
                "seed " + seed);
    }

    private static byte[] mutate(byte[] stream, Random random) {
        byte[] bytes = stream.clone();
        for (int change = 1 + random.nextInt(8); change > 0; change--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    /** Every byte is shown once at most, however the bytes arrive. */
    private static void read(byte[] stream, int step) {
        RecordReader reader = new RecordReader();
        Dissector dissector = new Dissector(new HandshakeContext(), false);
        long shown = 0;
        for (int at = 0; at < stream.length; at += step) {
            for (TlsRecord record : reader.feed(Arrays.copyOfRange(stream, at, Math.min(at + step, stream.length)))) {
                shown += check(dissector.plaintext(record));
                check(List.of(Dissector.encrypted(record)));
            }
        }
        assertTrue(shown + reader.pending() + dissector.pending() <= stream.length);
    }

    private static long check(List<Dissected> found) {
        long length = 0;
        for (Dissected dissected : found) {
            Trees.checkBounds(dissected.fields(), 0, dissected.bytes().length);
            if (!(dissected.message() instanceof Message.Malformed)
                    && !dissected.fields().isEmpty()) {
                Trees.check(dissected);
            }
            length += dissected.bytes().length;
        }
        return length;
    }
}
