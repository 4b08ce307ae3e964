package org.mtlsplayground.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.capture.Alteration;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.capture.Disturbance;
import org.mtlsplayground.capture.HelloField;
import org.mtlsplayground.capture.Interceptor;
import org.mtlsplayground.capture.Link;
import org.mtlsplayground.capture.Spot;
import org.mtlsplayground.capture.WireRule;
import org.mtlsplayground.diagnosis.Cause;
import org.mtlsplayground.diagnosis.Diagnosis;
import org.mtlsplayground.diagnosis.Verdict;
import org.mtlsplayground.recorded.Reopened;
import org.mtlsplayground.transcript.Transcript;
import org.mtlsplayground.transcript.Transcripts;

/** Whatever happens to the bytes: no word is believed that was not said, nothing hangs, nothing is left behind. */
class RandomDisturbanceTest {
    private static final int RUNS = Integer.getInteger("wire.runs", 120);
    private static final int AT_ONCE = 40;
    /** Long enough that a side that nothing was done to is never late, however busy the machine is. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final long SEED = Long.getLong("wire.seed", 20261128);

    private final Pair pair = new Pair();

    @AfterEach
    void stop() {
        pair.close();
    }

    private record Deed(TlsVersion version, WireRule rule) {
        Optional<String> objection(Connection connection) {
            Transcript transcript = new Transcripts(List::of).of(connection.capture());
            transcript.read();
            return new AlterationJudge(version, rule, connection).objection(Diagnosis.of(connection, transcript));
        }

        @Override
        public String toString() {
            return version + " " + rule;
        }
    }

    private static <T> T any(Random random, T[] of) {
        return List.of(of).get(random.nextInt(of.length));
    }

    private static Disturbance disturbance(Random random) {
        int offset = random.nextInt(120) - (random.nextBoolean() ? 0 : 120);
        byte[] bytes = new byte[1 + random.nextInt(20)];
        random.nextBytes(bytes);
        HelloField field = any(random, HelloField.values());
        List<Supplier<Disturbance>> kinds = List.of(
                () -> Disturbance.flipBit(offset, random.nextInt(8)),
                () -> Disturbance.flipBitOf(field, random.nextInt(32), random.nextInt(8)),
                () -> Disturbance.overwrite(offset, bytes),
                () -> Disturbance.overwriteField(field, -bytes.length, bytes),
                () -> Disturbance.become(bytes),
                () -> Disturbance.inject(bytes),
                () -> Disturbance.inject(new byte[] {21, 3, 3, 0, 2, 1, (byte) random.nextInt(120)}),
                () -> Disturbance.cutAt(offset),
                Disturbance::drop,
                Disturbance::repeat,
                Disturbance::swap,
                Disturbance::close,
                Disturbance::reset,
                Disturbance::stall,
                () -> Disturbance.delay(Duration.ofMillis(random.nextInt(30))));
        return kinds.get(random.nextInt(kinds.size())).get();
    }

    private static WireRule rule(Random random) {
        Direction direction = any(random, Direction.values());
        Spot spot = List.of(
                        Spot.record(1 + random.nextInt(10)),
                        Spot.encrypted(1 + random.nextInt(7)),
                        Spot.data(1),
                        Spot.handshake(direction == Direction.CLIENT_TO_SERVER ? Spot.CLIENT_HELLO : Spot.SERVER_HELLO))
                .get(random.nextInt(4));
        return new WireRule(direction, spot, disturbance(random));
    }

    @Test
    void nothingWorseThanARefusal() throws Exception {
        pair.start(Pair.serverSettings().handshakeTimeout(PATIENCE).idleTimeout(PATIENCE));
        int socketsBefore = sockets();
        Random random = new Random(SEED);
        Semaphore places = new Semaphore(AT_ONCE);
        TlsClient client = new TlsClient(pair.connections);
        Map<ClientRun, Deed> runs = new LinkedHashMap<>();
        for (int i = 0; i < RUNS; i++) {
            places.acquire();
            WireRule rule = rule(random);
            TlsVersion version = any(random, TlsVersion.values());
            ClientSettings settings = pair.clientSettings()
                    .versions(Set.of(version))
                    .timeout(PATIENCE)
                    .build();
            Interceptor interceptor = Interceptor.of(rule);
            if (random.nextInt(4) == 0) {
                Link slow = new Link(Duration.ofMillis(random.nextInt(20)), random.nextInt(2) * 10_000_000L, false);
                interceptor = Interceptor.over(Map.of(any(random, Direction.values()), slow), interceptor);
            }
            ClientRun run = client.connect(settings, interceptor);
            CompletableFuture<Void> unused = run.outcome().thenRun(places::release);
            runs.put(run, new Deed(version, rule));
        }
        int altered = 0;
        List<String> refusals = new ArrayList<>();
        List<String> objections = new ArrayList<>();
        List<String> otherwise = new ArrayList<>();
        for (Map.Entry<ClientRun, Deed> entry : runs.entrySet()) {
            String context = "seed " + SEED + ", " + entry.getValue();
            Connection connection = entry.getKey().connection();
            assertBelievable("Hello from server", entry.getKey().outcome().get(30, TimeUnit.SECONDS), context);
            altered += connection.capture().alterations().isEmpty() ? 0 : 1;
            connection.outcome(Side.CLIENT).map(Outcome::toString).ifPresent(refusals::add);
            pair.await(any -> connection.isClosed());
            entry.getValue()
                    .objection(connection)
                    .map(wrong -> context + ": " + wrong)
                    .ifPresent(objections::add);
            again(connection).map(other -> context + ": " + other).ifPresent(otherwise::add);
        }
        assertEquals(List.of(), objections, () -> objections.size() + " wrong verdicts of " + RUNS);
        assertEquals(
                "",
                String.join("\n", otherwise),
                () -> otherwise.size() + " judged otherwise when opened again, of " + RUNS);
        for (Connection connection : pair.connections.all()) {
            pair.await(any -> connection.isClosed());
            connection.outcome(Side.SERVER).ifPresent(outcome -> assertBelievable("Hello from client", outcome, ""));
            // What has become of the bytes is content, whatever it is.
            new Transcripts(List::of).of(connection.capture()).read();
        }
        int told = altered;
        assertTrue(told > RUNS / 2, () -> "only " + told + " were disturbed");
        assertTrue(refusals.stream().anyMatch(refusal -> refusal.contains("bad_record_mac")));
        Outcome undisturbed = pair.outcome(pair.clientSettings());
        assertInstanceOf(Outcome.Success.class, undisturbed, () -> "" + undisturbed);
        pair.close();
        assertNothingIsLeft(socketsBefore);
    }

    /**
     * How a connection is judged otherwise when it was saved and opened again; empty if it is not. Where the file does not
     * have what a side said, less may be said, and nothing else.
     */
    private static Optional<String> again(Connection connection) throws Exception {
        Verdict live = Reopened.verdict(connection);
        Verdict opened = Reopened.verdict(Reopened.of(connection).connection());
        boolean same = live.kind() == opened.kind()
                && (live.refusedBy().equals(opened.refusedBy()) || haveBothRefused(connection))
                && cause(connection, live) == cause(connection, opened)
                && isNoOther(live.why().message(), opened.why().message())
                && isNoOther(live.why().alert(), opened.why().alert());
        return same || isCutAfterwards(connection, live, opened)
                ? Optional.empty()
                : Optional.of("live " + words(live) + ", opened again " + words(opened));
    }

    /** Then either may have been first. */
    private static boolean haveBothRefused(Connection connection) {
        return Stream.of(Side.values())
                .allMatch(side -> connection
                        .outcome(side)
                        .filter(Outcome.Failure.class::isInstance)
                        .map(Outcome.Failure.class::cast)
                        .filter(failure -> failure.reason() == Outcome.Reason.TLS)
                        .filter(failure ->
                                failure.alert().filter(AlertNotice::received).isEmpty())
                        .isPresent());
    }

    /** A handshake that came about, and an end that was made: chance decides whether a side saw that, or a reset. */
    private static boolean isCutAfterwards(Connection connection, Verdict live, Verdict opened) {
        return connection.isCutOff()
                && live.why().cause() == Cause.PEER_VANISHED
                && opened.why().cause() == Cause.TRUNCATED;
    }

    private static boolean isNoOther(Optional<String> live, Optional<String> opened) {
        return opened.isEmpty() || opened.equals(live);
    }

    /** Where bytes are held up, chance decides which side is tired of waiting, and which of losing the other. */
    private static Cause cause(Connection connection, Verdict verdict) {
        boolean stalled = connection.capture().alterations().stream()
                .anyMatch(alteration -> alteration.ending() == Alteration.Ending.STALLED);
        Cause cause = verdict.why().cause();
        return stalled && cause == Cause.PEER_VANISHED ? Cause.PEER_STALLED : cause;
    }

    private static String words(Verdict verdict) {
        return verdict.kind() + " by " + verdict.refusedBy().map(Side::name).orElse("nobody") + " at "
                + verdict.why().message().orElse("no message") + ", "
                + verdict.why().alert().orElse("no alert") + ", "
                + verdict.why().cause();
    }

    private static void assertBelievable(String said, Outcome outcome, String context) {
        if (outcome instanceof Outcome.Success success) {
            assertTrue(Set.of("", said).contains(success.received()), () -> context + ": " + success.received());
        } else {
            assertFalse(((Outcome.Failure) outcome).reason() == Outcome.Reason.SETTINGS, () -> context + outcome);
        }
    }

    private static void assertNothingIsLeft(int socketsBefore) throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("mtls-client")
                    || thread.getName().startsWith("mtls-server")
                    || thread.getName().startsWith("mtls-wire")) {
                thread.join(TimeUnit.SECONDS.toMillis(30));
                assertFalse(thread.isAlive(), thread.getName());
            }
        }
        assertTrue(sockets() <= socketsBefore, () -> "open files: " + socketsBefore + " before, " + sockets() + " now");
    }

    /** Open files of this process, where the system tells. */
    private static int sockets() {
        String[] open = new File("/proc/self/fd").list();
        return open == null ? 0 : open.length;
    }
}
