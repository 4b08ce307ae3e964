package org.mtlsplayground.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.mtlsplayground.dissect.Dissected;
import org.mtlsplayground.dissect.Dissector;
import org.mtlsplayground.dissect.HandshakeContext;
import org.mtlsplayground.dissect.Message;
import org.mtlsplayground.dissect.RecordReader;
import org.mtlsplayground.dissect.TlsRecord;
import org.mtlsplayground.peer.TlsVersion;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The dissector alone: the messages of one mutual handshake, in clear, from bytes to each field's text. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class DissectBenchmark {
    /** Which handshake. */
    @Param
    public TlsVersion version;

    private List<SavedHandshake.Clear> records;

    /** Plays the handshake once. */
    @Setup
    public void play() throws Exception {
        records = SavedHandshake.play(version).inClear();
    }

    /** Both directions, record by record; returns the number of characters of all fields. */
    @Benchmark
    public long dissect() {
        HandshakeContext context = new HandshakeContext();
        Side client = new Side(context, true);
        Side server = new Side(context, false);
        long characters = 0;
        for (SavedHandshake.Clear record : records) {
            characters += (record.fromClient() ? client : server).characters(record.bytes());
        }
        return characters;
    }

    private static final class Side {
        private final RecordReader reader = new RecordReader();
        private final Dissector dissector;

        Side(HandshakeContext context, boolean client) {
            dissector = new Dissector(context, client);
        }

        long characters(byte[] bytes) {
            long characters = 0;
            for (TlsRecord record : reader.feed(bytes)) {
                for (Dissected message : dissector.plaintext(record)) {
                    if (message.message() instanceof Message.Malformed malformed) {
                        throw new IllegalStateException(malformed.what());
                    }
                    characters += FieldWeight.characters(message.fields());
                }
            }
            return characters;
        }
    }
}
