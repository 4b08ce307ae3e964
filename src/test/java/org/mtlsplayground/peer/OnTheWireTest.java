package org.mtlsplayground.peer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mtlsplayground.capture.Direction.CLIENT_TO_SERVER;
import static org.mtlsplayground.capture.Direction.SERVER_TO_CLIENT;
import static org.mtlsplayground.peer.TlsVersion.TLS_1_2;
import static org.mtlsplayground.peer.TlsVersion.TLS_1_3;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mtlsplayground.capture.Alteration;
import org.mtlsplayground.capture.Capture;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.capture.Disturbance;
import org.mtlsplayground.capture.Interceptor;
import org.mtlsplayground.capture.Spot;
import org.mtlsplayground.capture.WireRule;
import org.mtlsplayground.dissect.Message;
import org.mtlsplayground.transcript.Transcript;
import org.mtlsplayground.transcript.Transcripts;

/** Real disturbances of real bytes between our client and our server: who finds out, when, and what each side is told. */
class OnTheWireTest {
    private static final Duration SHORT = Duration.ofMillis(1200);
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final String MAC = "HANDSHAKE TLS Tag mismatch";
    private static final String GONE = "HANDSHAKE NETWORK Remote host terminated the handshake";
    private static final String RESET = "HANDSHAKE NETWORK Connection reset";
    private static final String LATE = "HANDSHAKE TIMEOUT not finished within 1200 ms";
    private static final String UNANSWERED = "success without a word";
    private static final String SUCCESS = "success";

    private final Pair pair = new Pair();

    @AfterEach
    void stop() {
        pair.close();
    }

    /**
     * A row of the table.
     *
     * @param client how it ends for the client: moment, reason, beginning of what the JDK says
     * @param server the same for the server
     * @param alert the fatal alerts that crossed the wire and can be read, with their direction, as a pattern
     */
    record Row(String name, TlsVersion version, WireRule rule, String client, String server, String alert) {
        @Override
        public String toString() {
            return name + ", " + version;
        }
    }

    private static Row row(String name, TlsVersion version, WireRule rule, String client, String server, String alert) {
        return new Row(name, version, rule, client, server, alert);
    }

    private static String told(Moment moment, String alert) {
        return moment + " TLS Received fatal alert: " + alert;
    }

    static Stream<Row> rows() {
        String http = "Unsupported or unrecognized SSL message";
        WireRule sealedByClient = WireRule.flippedBit(CLIENT_TO_SERVER);
        WireRule sealedByServer = WireRule.flippedBit(SERVER_TO_CLIENT);
        Spot sealed = Spot.encrypted(1);
        Spot first = Spot.record(1);
        return Stream.of(
                row(
                        "50 plain HTTP",
                        TLS_1_3,
                        WireRule.plainHttp(),
                        told(Moment.HANDSHAKE, "unexpected_message"),
                        "HANDSHAKE NOT_TLS " + http,
                        "<unexpected_message"),
                row(
                        "50 plain HTTP",
                        TLS_1_2,
                        WireRule.plainHttp(),
                        told(Moment.HANDSHAKE, "unexpected_message"),
                        "HANDSHAKE NOT_TLS " + http,
                        "<unexpected_message"),
                // The client of TLS 1.3 has finished before its own words are found to be altered.
                row(
                        "51 the client's first encrypted record",
                        TLS_1_3,
                        sealedByClient,
                        told(Moment.FIRST_READ, "bad_record_mac"),
                        MAC,
                        "<bad_record_mac"),
                row(
                        "51 the client's first encrypted record",
                        TLS_1_2,
                        sealedByClient,
                        told(Moment.HANDSHAKE, "bad_record_mac"),
                        MAC,
                        "<bad_record_mac"),
                row(
                        "51 the server's first encrypted record",
                        TLS_1_3,
                        sealedByServer,
                        MAC,
                        told(Moment.HANDSHAKE, "bad_record_mac"),
                        ">bad_record_mac"),
                // In TLS 1.2 the server's Finished is the last, so the server has finished.
                row(
                        "51 the server's first encrypted record",
                        TLS_1_2,
                        sealedByServer,
                        MAC,
                        told(Moment.FIRST_READ, "bad_record_mac"),
                        ">bad_record_mac"),
                row(
                        "51 the client's data",
                        TLS_1_3,
                        new WireRule(CLIENT_TO_SERVER, Spot.data(1), Disturbance.flipBit(-1, 7)),
                        told(Moment.FIRST_READ, "bad_record_mac"),
                        "FIRST_READ TLS Tag mismatch",
                        "<bad_record_mac"),
                row(
                        "51 the client's data",
                        TLS_1_2,
                        new WireRule(CLIENT_TO_SERVER, Spot.data(1), Disturbance.flipBit(-1, 7)),
                        told(Moment.FIRST_READ, "bad_record_mac"),
                        "FIRST_READ TLS Tag mismatch",
                        "<bad_record_mac"),
                // TLS 1.3: each side has keys of its own, and can't read the other's alert either. What is recorded is
                // what arrived, which only the receiver of the altered Hello believes: its alert is the one that opens.
                row(
                        "52 the ClientHello's random",
                        TLS_1_3,
                        WireRule.alteredRandom(CLIENT_TO_SERVER),
                        MAC,
                        MAC,
                        "(<bad_record_mac)?"),
                row(
                        "52 the ClientHello's random",
                        TLS_1_2,
                        WireRule.alteredRandom(CLIENT_TO_SERVER),
                        "HANDSHAKE TLS Invalid ECDH ServerKeyExchange signature",
                        told(Moment.HANDSHAKE, "handshake_failure"),
                        ">handshake_failure"),
                row(
                        "52 the ServerHello's random",
                        TLS_1_3,
                        WireRule.alteredRandom(SERVER_TO_CLIENT),
                        MAC,
                        MAC,
                        ">bad_record_mac"),
                row(
                        "52 the ServerHello's random",
                        TLS_1_2,
                        WireRule.alteredRandom(SERVER_TO_CLIENT),
                        "HANDSHAKE TLS Invalid ECDH ServerKeyExchange signature",
                        told(Moment.HANDSHAKE, "handshake_failure"),
                        ">handshake_failure"),
                row("52 the offered suites", TLS_1_3, WireRule.weakenedOffer(), MAC, MAC, "(<bad_record_mac)?"),
                row(
                        "52 the offered suites",
                        TLS_1_2,
                        WireRule.weakenedOffer(),
                        told(Moment.HANDSHAKE, "handshake_failure"),
                        "HANDSHAKE TLS Invalid CertificateVerify signature",
                        "<handshake_failure"),
                row(
                        "53 downgrade sentinel",
                        TLS_1_2,
                        WireRule.downgradeSentinel(),
                        "HANDSHAKE TLS A potential protocol version downgrade attack",
                        told(Moment.HANDSHAKE, "illegal_parameter"),
                        ">illegal_parameter"),
                row(
                        "54 the client vanishes",
                        TLS_1_3,
                        WireRule.vanishesAt(CLIENT_TO_SERVER, sealed),
                        UNANSWERED,
                        GONE,
                        "<handshake_failure"),
                row(
                        "54 the client vanishes",
                        TLS_1_2,
                        WireRule.vanishesAt(CLIENT_TO_SERVER, sealed),
                        GONE,
                        GONE,
                        "<handshake_failure"),
                row(
                        "54 the server vanishes",
                        TLS_1_3,
                        WireRule.vanishesAt(SERVER_TO_CLIENT, sealed),
                        GONE,
                        GONE,
                        ">handshake_failure"),
                row(
                        "54 the server vanishes",
                        TLS_1_2,
                        WireRule.vanishesAt(SERVER_TO_CLIENT, first),
                        GONE,
                        GONE,
                        ">handshake_failure"),
                row(
                        "54 the client is cut off",
                        TLS_1_3,
                        new WireRule(CLIENT_TO_SERVER, sealed, Disturbance.reset()),
                        "FIRST_READ NETWORK Connection reset",
                        RESET,
                        ""),
                row(
                        "54 the client is cut off",
                        TLS_1_2,
                        new WireRule(CLIENT_TO_SERVER, sealed, Disturbance.reset()),
                        RESET,
                        RESET,
                        ""),
                row("55 the server stalls", TLS_1_3, WireRule.stallsAt(SERVER_TO_CLIENT, first), LATE, GONE, ""),
                row("55 the server stalls", TLS_1_2, WireRule.stallsAt(SERVER_TO_CLIENT, first), LATE, GONE, ""),
                row("55 the client stalls", TLS_1_3, WireRule.stallsAt(CLIENT_TO_SERVER, sealed), UNANSWERED, LATE, ""),
                row("55 the client stalls", TLS_1_2, WireRule.stallsAt(CLIENT_TO_SERVER, sealed), GONE, LATE, ""),
                row(
                        "a word said twice",
                        TLS_1_3,
                        new WireRule(CLIENT_TO_SERVER, sealed, Disturbance.repeat()),
                        told(Moment.FIRST_READ, "bad_record_mac"),
                        MAC,
                        "<bad_record_mac"),
                row(
                        "a later word",
                        TLS_1_3,
                        new WireRule(SERVER_TO_CLIENT, sealed, Disturbance.delay(Duration.ofMillis(100))),
                        SUCCESS,
                        SUCCESS,
                        ""));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whoFindsOut(Row row) throws Exception {
        boolean clientStalls = row.server.equals(LATE);
        boolean serverStalls = row.client.equals(LATE);
        pair.start(Pair.serverSettings()
                .versions(Set.of(row.version))
                .handshakeTimeout(clientStalls ? SHORT : LONG)
                .idleTimeout(LONG));
        ClientSettings settings = pair.clientSettings()
                .versions(row.name.startsWith("53") ? EnumSet.allOf(TlsVersion.class) : Set.of(row.version))
                .timeout(serverStalls ? SHORT : LONG)
                .build();
        ClientRun run = new TlsClient(pair.connections).connect(settings, Interceptor.of(row.rule));
        Outcome client = run.outcome().get(30, TimeUnit.SECONDS);
        Outcome server = pair.serverOutcome();
        pair.await(Connection::isClosed);
        assertEquals(1, pair.connections.all().size(), "both sides have the same connection");
        assertBegins(row.client, client);
        assertBegins(row.server, server);
        Capture capture = run.connection().capture();
        Transcript transcript = new Transcripts(() -> List.of(capture)).of(capture);
        transcript.read();
        String alerts = alerts(transcript);
        assertTrue(alerts.matches(row.alert), () -> "expected " + row.alert + " but was " + alerts);
        assertAlterationsAreTrue(capture, row.rule);
    }

    private static void assertBegins(String expected, Outcome outcome) {
        String said = outcome instanceof Outcome.Failure failure
                ? failure.moment() + " " + failure.reason() + " "
                        + failure.exception().message().replaceFirst("^\\(\\w+\\) ", "")
                : ((Outcome.Success) outcome).received().isEmpty() ? UNANSWERED : SUCCESS;
        assertTrue(said.startsWith(expected), () -> "expected " + expected + " but was " + outcome);
    }

    private static String alerts(Transcript transcript) {
        return transcript.eventsFrom(0).stream()
                .filter(event -> event.message() instanceof Message.Alert alert && alert.isRefusal())
                .map(event -> (event.fromClient() ? ">" : "<") + name((Message.Alert) event.message()))
                .collect(Collectors.joining(" "));
    }

    private static String name(Message.Alert alert) {
        return switch (alert.description()) {
            case 10 -> "unexpected_message";
            case 20 -> "bad_record_mac";
            case 40 -> "handshake_failure";
            case 47 -> "illegal_parameter";
            default -> "alert " + alert.description();
        };
    }

    /** What arrived is what is recorded, at its place; and it is not what was sent. */
    private static void assertAlterationsAreTrue(Capture capture, WireRule rule) {
        List<Alteration> alterations = capture.alterations();
        boolean changes = !(rule.disturbance() instanceof Disturbance.Delay);
        assertEquals(changes, !alterations.isEmpty());
        for (Alteration alteration : alterations) {
            Direction way = alteration.direction();
            assertEquals(rule.direction(), way);
            byte[] recorded = Pair.bytes(capture, way);
            int from = (int) alteration.arrivedAt();
            assertArrayEquals(
                    alteration.arrived(), Arrays.copyOfRange(recorded, from, from + alteration.arrived().length));
            assertFalse(Arrays.equals(alteration.sent(), alteration.arrived()));
        }
    }

    /** Without a client's signature it is the keys that tell: they come of all messages (RFC 7627). */
    @Test
    void anAlteredOfferWithoutMutualTls() throws Exception {
        pair.start(Pair.serverSettings().clientAuthentication(ClientAuthentication.NONE));
        ClientSettings settings =
                pair.clientSettings().versions(Set.of(TLS_1_2)).timeout(LONG).build();
        ClientRun run = new TlsClient(pair.connections).connect(settings, Interceptor.of(WireRule.weakenedOffer()));
        assertBegins(told(Moment.HANDSHAKE, "bad_record_mac"), run.outcome().get(30, TimeUnit.SECONDS));
        assertBegins(MAC, pair.serverOutcome());
    }

    /** What a rule does not find stays as it is. */
    @Test
    void aRuleThatFindsNothing() throws Exception {
        pair.start(Pair.serverSettings());
        Interceptor nothing = Interceptor.of(
                new WireRule(CLIENT_TO_SERVER, Spot.handshake(Spot.CERTIFICATE, 2), Disturbance.drop()),
                new WireRule(CLIENT_TO_SERVER, Spot.record(1), Disturbance.flipBit(100_000, 0)),
                new WireRule(SERVER_TO_CLIENT, Spot.data(100), Disturbance.reset()));
        ClientRun run =
                new TlsClient(pair.connections).connect(pair.clientSettings().build(), nothing);
        assertBegins(SUCCESS, run.outcome().get(30, TimeUnit.SECONDS));
        assertEquals(List.of(), run.connection().capture().alterations());
    }

    /** A stranger's bytes are altered where they arrive, so that our server sees the altered ones. */
    @Test
    void aStrangersBytes() throws Exception {
        pair.start(Pair.serverSettings());
        pair.connections.interceptWith(any -> Optional.of(Interceptor.of(WireRule.plainHttp())));
        Connections elsewhere = new Connections();
        ClientRun run = new TlsClient(elsewhere).connect(pair.clientSettings().build());
        assertBegins(told(Moment.HANDSHAKE, "unexpected_message"), run.outcome().get(30, TimeUnit.SECONDS));
        assertBegins("HANDSHAKE NOT_TLS ", pair.serverOutcome());
        Capture ours = pair.await(connection -> connection.isOurs(Side.SERVER)).capture();
        assertEquals(1, ours.alterations().size());
        assertAlterationsAreTrue(ours, WireRule.plainHttp());
        assertEquals(List.of(), elsewhere.all().get(0).capture().alterations());
    }

    /** A strange server's bytes are altered before our client sees them. */
    @Test
    void aStrangeServersBytes() throws Exception {
        pair.start(Pair.serverSettings());
        ClientRun run = new TlsClient(new Connections())
                .connect(
                        pair.clientSettings().build(),
                        Interceptor.of(
                                WireRule.flippedBit(SERVER_TO_CLIENT),
                                new WireRule(
                                        CLIENT_TO_SERVER, Spot.record(1), Disturbance.delay(Duration.ofMillis(1)))));
        assertBegins(MAC, run.outcome().get(30, TimeUnit.SECONDS));
        assertBegins(told(Moment.HANDSHAKE, "bad_record_mac"), pair.serverOutcome());
        assertEquals(1, run.connection().capture().alterations().size());
    }

    /** A delay waits for nobody who has gone. */
    @Test
    void cancelWhileARecordWaits() throws Exception {
        pair.start(Pair.serverSettings());
        ClientRun run = new TlsClient(pair.connections)
                .connect(
                        pair.clientSettings().timeout(LONG).build(),
                        Interceptor.of(
                                new WireRule(SERVER_TO_CLIENT, Spot.record(2), Disturbance.delay(Duration.ofDays(1)))));
        pair.await(connection ->
                connection.capture().chunksFrom(0).stream().anyMatch(chunk -> chunk.direction() == SERVER_TO_CLIENT));
        run.cancel();
        assertBegins("HANDSHAKE CANCELLED", run.outcome().get(10, TimeUnit.SECONDS));
        pair.close();
        pair.await(Connection::isClosed);
    }
}
