package org.mtlsplayground.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.capture.Disturbance;
import org.mtlsplayground.capture.Interceptor;
import org.mtlsplayground.capture.Passage;
import org.mtlsplayground.capture.Spot;
import org.mtlsplayground.capture.WireRule;
import org.mtlsplayground.capture.WireUnit;
import org.mtlsplayground.diagnosis.Diagnosis;
import org.mtlsplayground.diagnosis.EventText;
import org.mtlsplayground.dissect.Dissected;
import org.mtlsplayground.dissect.Dissector;
import org.mtlsplayground.dissect.FieldChange;
import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.dissect.HandshakeContext;
import org.mtlsplayground.dissect.TlsRecord;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.transcript.RecordEntry;
import org.mtlsplayground.transcript.Transcript;
import org.mtlsplayground.transcript.Transcripts;
import org.mtlsplayground.wire.Field;
import org.mtlsplayground.wire.Splice;

/**
 * Every field of bytes of every message in clear, longer and shorter, and every extension left out, all lengths corrected:
 * one of the two refuses it, and the verdict says that it was altered.
 */
class OtherFieldsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int AT_ONCE = 8;

    private final Pair pair = new Pair();

    @AfterEach
    void stop() {
        pair.close();
    }

    /**
     * What is done.
     *
     * @param record which one of its direction
     * @param field which one of the message's, counted through the tree
     * @param more how many bytes it gets; one that gets none is left out
     */
    private record Deed(TlsVersion version, Direction direction, int record, int field, int more, String name) {
        WireRule rule(Disturbance disturbance) {
            return new WireRule(direction, Spot.record(record), disturbance);
        }

        private Splice splice(byte[] message, List<Field> fields) {
            Field changed = all(fields).get(field);
            FieldChange change = FieldChange.of(message, fields, changed.offset(), changed.length())
                    .orElseThrow();
            byte[] content = change.content();
            return change.to(TlsRecord.HEADER, more == 0 ? new byte[0] : Arrays.copyOf(content, content.length + more));
        }

        Optional<String> objection(Connection connection) {
            Transcript transcript = new Transcripts(List::of).of(connection.capture());
            transcript.read();
            return new AlterationJudge(version, rule(Disturbance.overwrite(0, new byte[0])), connection)
                    .objection(Diagnosis.of(connection, transcript))
                    .map(wrong -> this + ": " + wrong);
        }
    }

    /** Reads along, since fields are not at the same place in every connection, and changes one. */
    private static final class Changer implements Interceptor {
        private final Deed deed;
        private final HandshakeContext context = new HandshakeContext();
        private final Map<Direction, Dissector> dissectors = new EnumMap<>(Direction.class);

        Changer(Deed deed) {
            this.deed = deed;
            for (Direction direction : Direction.values()) {
                dissectors.put(direction, new Dissector(context, direction == Direction.CLIENT_TO_SERVER));
            }
        }

        @Override
        public synchronized void intercept(WireUnit unit, Passage passage) throws IOException {
            List<WireRule> rules = List.of();
            if (unit.contentType() == TlsRecord.HANDSHAKE && unit.encrypted() == 0) {
                byte[] bytes = unit.bytes();
                byte[] message = Arrays.copyOfRange(bytes, TlsRecord.HEADER, bytes.length);
                List<Dissected> read = dissectors.get(unit.direction()).content(TlsRecord.HANDSHAKE, message);
                if (unit.direction() == deed.direction && unit.record() == deed.record) {
                    Splice splice = deed.splice(message, read.get(0).fields());
                    rules = List.of(deed.rule(Disturbance.replace(splice)));
                }
            }
            Interceptor.of(rules).intercept(unit, passage);
        }
    }

    /** All fields, in the order of the wire, each before its parts. */
    private static List<Field> all(List<Field> fields) {
        List<Field> all = new ArrayList<>();
        for (Field field : fields) {
            all.add(field);
            all.addAll(all(field.children()));
        }
        return all;
    }

    private ClientSettings settings(TlsVersion version) throws Exception {
        return pair.clientSettings()
                .versions(Set.of(version))
                .serverName("server.mtls.example.org")
                .timeout(PATIENCE)
                .build();
    }

    private List<Deed> deeds(TlsVersion version) throws Exception {
        ClientRun run = new TlsClient(pair.connections).connect(settings(version));
        run.outcome().get(30, TimeUnit.SECONDS);
        pair.await(connection -> connection.equals(run.connection()) && connection.isClosed());
        Transcript transcript = new Transcripts(List::of).of(run.connection().capture());
        transcript.read();
        List<Event> events = transcript.eventsFrom(0);
        Map<Direction, Integer> counts = new EnumMap<>(Direction.class);
        List<Deed> deeds = new ArrayList<>();
        for (RecordEntry record : transcript.recordsFrom(0)) {
            int number = counts.merge(record.direction(), 1, Integer::sum);
            for (int index : record.events()) {
                Event event = events.get(index);
                if (event.message() instanceof Handshake && !event.encrypted()) {
                    deeds.addAll(deeds(version, event, number));
                }
            }
        }
        return deeds;
    }

    private static List<Deed> deeds(TlsVersion version, Event event, int number) {
        List<Deed> deeds = new ArrayList<>();
        List<Field> fields = all(event.fields());
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            String name = EventText.of(event).name() + "." + field.name() + " " + field.value();
            boolean isExtension = field.name().equals("extension");
            if (isExtension) {
                deeds.add(new Deed(version, event.direction(), number, i, 0, name));
            } else if (field.prefix() > 0 && field.children().isEmpty()) {
                deeds.add(new Deed(version, event.direction(), number, i, 1, name));
                if (field.length() > field.prefix() + 1) {
                    deeds.add(new Deed(version, event.direction(), number, i, -1, name));
                }
            }
        }
        return deeds;
    }

    @Test
    void eachIsFoundOut() throws Exception {
        pair.start(Pair.serverSettings().handshakeTimeout(PATIENCE).idleTimeout(PATIENCE));
        Semaphore places = new Semaphore(AT_ONCE);
        TlsClient client = new TlsClient(pair.connections);
        Map<ClientRun, Deed> runs = new LinkedHashMap<>();
        for (TlsVersion version : TlsVersion.values()) {
            for (Deed deed : deeds(version)) {
                places.acquire();
                ClientRun run = client.connect(settings(version), new Changer(deed));
                CompletableFuture<Void> unused = run.outcome().thenRun(places::release);
                runs.put(run, deed);
            }
        }
        List<String> objections = new ArrayList<>();
        for (Map.Entry<ClientRun, Deed> entry : runs.entrySet()) {
            Connection connection = entry.getKey().connection();
            Outcome outcome = entry.getKey().outcome().get(30, TimeUnit.SECONDS);
            pair.await(any -> connection.isClosed());
            assertEquals(1, connection.capture().alterations().size(), entry.getValue()::toString);
            // Whatever it is: the keys, a signature or the Finished depend on it (RFC 8446 §4.4.1, RFC 5246 §7.4.9).
            boolean heard = outcome instanceof Outcome.Success success
                    && !success.received().isEmpty();
            assertFalse(heard, entry.getValue()::toString);
            entry.getValue().objection(connection).ifPresent(objections::add);
        }
        assertEquals(List.of(), objections, () -> String.join("\n", objections));
        assertTrue(runs.size() > 40, () -> "only " + runs.size());
    }
}
