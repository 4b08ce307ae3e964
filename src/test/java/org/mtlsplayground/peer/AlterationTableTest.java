package org.mtlsplayground.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mtlsplayground.capture.Direction.CLIENT_TO_SERVER;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.capture.Disturbance;
import org.mtlsplayground.capture.Interceptor;
import org.mtlsplayground.capture.RuleText;
import org.mtlsplayground.capture.Spot;
import org.mtlsplayground.capture.WireRule;
import org.mtlsplayground.diagnosis.Diagnosis;
import org.mtlsplayground.diagnosis.EventText;
import org.mtlsplayground.diagnosis.Verdict;
import org.mtlsplayground.recorded.Reopened;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.transcript.RecordEntry;
import org.mtlsplayground.transcript.Transcript;
import org.mtlsplayground.transcript.Transcripts;

/**
 * Each alteration at each message of both versions, and who finds out how. The table is a resource; with
 * {@code -Dwire.table=FILE} what is found is written there instead. Where chance decides who is first, the table has all
 * that may be. Each is saved and opened again, too, and then has the same marks and one of the same verdicts.
 */
class AlterationTableTest {
    private static final Duration CLIENT_TIMEOUT = Duration.ofMillis(1500);
    private static final Duration SERVER_TIMEOUT = Duration.ofSeconds(1);
    private static final int AT_ONCE = 24;
    private static final int SECONDS = 60;
    private static final int ATTEMPTS = 10;

    /** Each word of the other side. */
    private static final String HEARD = "hears all";

    private static final String TOLD = "Received fatal alert: ";

    /** Its time ran out, or the connection ended: which of the two, chance decides. */
    private static final String LOST = "loses it";

    private static final String VERDICT = " => ";

    private final Pair pair = new Pair();

    @AfterEach
    void stop() {
        pair.close();
    }

    private static Map<String, Disturbance> deeds() {
        Map<String, Disturbance> deeds = new LinkedHashMap<>();
        deeds.put("flip", Disturbance.flipBit(-1, 0));
        for (String deed : List.of("drop", "repeat", "swap", "http", "alert=40", "close", "reset")) {
            deeds.put(deed, RuleText.parse("client:record:" + deed).disturbance());
        }
        deeds.put("cut", Disturbance.cutAt(-1));
        return deeds;
    }

    private record Row(String name, TlsVersion version, WireRule rule) {}

    private ClientSettings settings(TlsVersion version) throws Exception {
        return pair.clientSettings()
                .versions(Set.of(version))
                .timeout(CLIENT_TIMEOUT)
                .build();
    }

    /** The first handshake of a JVM on a loaded machine may take longer than the time-outs allow. */
    private ClientRun undisturbed(TlsVersion version) throws Exception {
        for (int i = 0; i < ATTEMPTS; i++) {
            ClientRun run = new TlsClient(pair.connections).connect(settings(version));
            boolean heard = words(run.outcome().get(SECONDS, TimeUnit.SECONDS)).equals(HEARD);
            pair.await(connection -> connection.equals(run.connection()) && connection.isClosed());
            if (heard
                    && run.connection()
                            .outcome(Side.SERVER)
                            .map(AlterationTableTest::words)
                            .filter(HEARD::equals)
                            .isPresent()) {
                return run;
            }
        }
        throw new AssertionError("Not even an undisturbed handshake comes to its end");
    }

    /** The records of a handshake that nobody disturbs, by the messages in them. */
    private List<Row> rows(TlsVersion version) throws Exception {
        ClientRun run = undisturbed(version);
        Transcript transcript = new Transcripts(List::of).of(run.connection().capture());
        transcript.read();
        List<Event> events = transcript.eventsFrom(0);
        Map<Direction, Integer> counts = new TreeMap<>();
        List<Row> rows = new ArrayList<>();
        for (RecordEntry record : transcript.recordsFrom(0)) {
            int number = counts.merge(record.direction(), 1, Integer::sum);
            String names = record.events().stream()
                    .map(index -> EventText.of(events.get(index)).name())
                    .collect(Collectors.joining("+"));
            String sender = record.direction() == CLIENT_TO_SERVER ? "client" : "server";
            deeds().forEach((deed, disturbance) -> rows.add(new Row(
                    version + " " + sender + " " + names + ": " + deed,
                    version,
                    new WireRule(record.direction(), Spot.record(number), disturbance))));
        }
        return rows;
    }

    private static String words(Outcome outcome) {
        if (outcome instanceof Outcome.Success success) {
            return success.received().isEmpty() ? "hears nothing" : HEARD;
        }
        Outcome.Failure failure = (Outcome.Failure) outcome;
        // JDK 25 puts the alert in brackets before the message.
        String message = failure.exception().message().replaceFirst("^\\([a-z_]+\\) ", "");
        if (failure.reason() == Outcome.Reason.TIMEOUT || failure.reason() == Outcome.Reason.NETWORK) {
            return LOST;
        }
        return message.startsWith(TOLD)
                ? "is told " + message.substring(TOLD.length())
                : "refuses: " + message.replaceAll("[0-9]+", "N").replaceFirst("Tag mismatch!", "Tag mismatch");
    }

    private static Verdict verdict(Connection connection) {
        Transcript transcript = new Transcripts(List::of).of(connection.capture());
        transcript.read();
        return Diagnosis.of(connection, transcript);
    }

    /** Who refused, and why: the table has what is right by RFC 8446 and RFC 5246, not merely what is found. */
    private static String words(Verdict verdict) {
        String kind = verdict.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String refuser = verdict.refusedBy()
                .map(side -> " by " + side.name().toLowerCase(Locale.ROOT))
                .orElse("");
        return kind + refuser + ", " + verdict.why().cause().id();
    }

    private static Map<String, String> expected() throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (InputStream in = AlterationTableTest.class.getResourceAsStream("alterations.txt")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> line.split(" -> ", 2))
                    .forEach(parts -> all.put(parts[0], parts[1]));
        }
        return all;
    }

    /** Whether both how it ended and the verdict on it are among those that the row has. */
    private static boolean isAs(String found, String row) {
        String[] parts = row.split(VERDICT, 2);
        String[] ends = found.split(VERDICT, 2);
        return parts.length == 2
                && Stream.of(parts[0].split(" \\| ")).anyMatch(pattern -> matches(ends[0], pattern))
                && verdicts(row).contains(ends[1]);
    }

    /** Those that a row has. */
    private static Set<String> verdicts(String row) {
        return Set.of(row.split(VERDICT, 2)[1].split(" \\| "));
    }

    private static boolean matches(String found, String pattern) {
        String literal = Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return found.matches(literal);
    }

    @Test
    void eachAlterationAtEachMessage() throws Exception {
        pair.start(Pair.serverSettings().handshakeTimeout(SERVER_TIMEOUT).idleTimeout(SERVER_TIMEOUT));
        List<Row> rows = new ArrayList<>();
        for (TlsVersion version : TlsVersion.values()) {
            rows.addAll(rows(version));
        }
        Map<String, String> found = new TreeMap<>();
        Map<String, String> reopened = new TreeMap<>();
        List<ClientRun> runs = new ArrayList<>();
        TlsClient client = new TlsClient(pair.connections);
        Semaphore places = new Semaphore(AT_ONCE);
        for (Row row : rows) {
            places.acquire();
            ClientRun run = client.connect(settings(row.version()), Interceptor.of(row.rule()));
            CompletableFuture<Void> unused = run.outcome().thenRun(places::release);
            runs.add(run);
        }
        for (int i = 0; i < rows.size(); i++) {
            Connection connection = runs.get(i).connection();
            Outcome ofClient = runs.get(i).outcome().get(SECONDS, TimeUnit.SECONDS);
            pair.await(any -> connection.isClosed());
            String ofServer = connection
                    .outcome(Side.SERVER)
                    .map(AlterationTableTest::words)
                    .orElse(LOST);
            String name = rows.get(i).name();
            found.put(
                    name, "client " + words(ofClient) + ", server " + ofServer + VERDICT + words(verdict(connection)));
            Reopened again = Reopened.of(connection);
            assertEquals(List.of(), again.notes(), name);
            assertEquals(Reopened.marks(connection), Reopened.marks(again.connection()), name);
            reopened.put(name, words(Reopened.verdict(again.connection())));
        }
        String file = System.getProperty("wire.table");
        if (file != null) {
            Files.write(
                    Path.of(file),
                    found.entrySet().stream()
                            .map(row -> row.getKey() + " -> " + row.getValue())
                            .toList());
            return;
        }
        Map<String, String> expected = expected();
        List<String> wrong = found.entrySet().stream()
                .filter(row -> !isAs(row.getValue(), expected.getOrDefault(row.getKey(), "")))
                .map(row -> row.getKey() + " -> " + row.getValue())
                .toList();
        assertEquals(List.of(), wrong);
        List<String> otherwise = reopened.entrySet().stream()
                .filter(row -> !verdicts(expected.get(row.getKey())).contains(row.getValue()))
                .map(row -> row.getKey() + " -> " + row.getValue())
                .toList();
        assertEquals(List.of(), otherwise, "saved and opened again");
        assertTrue(found.size() > 200, () -> "rows: " + found.size());
    }
}
