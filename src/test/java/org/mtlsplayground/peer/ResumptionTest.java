package org.mtlsplayground.peer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.pki.Identity;

/** A session is resumed if that is asked for, and only then; with it come the other negotiated settings. */
class ResumptionTest {
    private static final int PRE_SHARED_KEY = 41;

    private final Pair pair = new Pair();
    private final TlsClient client = new TlsClient(pair.connections);

    @AfterEach
    void stop() {
        pair.close();
    }

    private Connection connect(ClientSettings.Builder settings) throws Exception {
        ClientRun run = client.connect(settings.build());
        run.outcome().get(20, TimeUnit.SECONDS);
        return pair.await(connection -> connection.equals(run.connection()) && connection.isOver());
    }

    private static Outcome.Success success(Connection connection) {
        return assertInstanceOf(
                Outcome.Success.class, connection.outcome(Side.CLIENT).orElseThrow());
    }

    /** Whether the ServerHello takes up a session: by pre_shared_key (RFC 8446 §4.2.11), or by its id (RFC 5246 §7.4.1.3). */
    private static boolean isResumed(Connection connection, TlsVersion version) {
        byte[] record = Pair.bytes(connection, Direction.SERVER_TO_CLIENT);
        assertEquals(2, record[5], "a ServerHello");
        int idLength = record[43];
        int at = 44 + idLength + 3;
        int end = at + 2 + number(record, at);
        boolean psk = false;
        for (int extension = at + 2; extension < end; extension += 4 + number(record, extension + 2)) {
            psk |= number(record, extension) == PRE_SHARED_KEY;
        }
        byte[] id = Arrays.copyOfRange(record, 44, 44 + idLength);
        byte[] hello = Pair.bytes(connection, Direction.CLIENT_TO_SERVER);
        byte[] asked = Arrays.copyOfRange(hello, 44, 44 + hello[43]);
        return version == TlsVersion.TLS_1_3 ? psk : idLength > 0 && Arrays.equals(id, asked);
    }

    private static int number(byte[] bytes, int at) {
        return ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
    }

    @ParameterizedTest
    @EnumSource
    void onlyIfAsked(TlsVersion version) throws Exception {
        pair.start(Pair.serverSettings());
        Set<TlsVersion> versions = Set.of(version);
        Connection first = connect(pair.clientSettings().versions(versions));
        Connection again = connect(pair.clientSettings().versions(versions));
        Connection resumed = connect(pair.clientSettings().versions(versions).resume(true));
        Connection resumedOnceMore =
                connect(pair.clientSettings().versions(versions).resume(true));
        Connection full = connect(pair.clientSettings().versions(versions));
        List<Connection> all = List.of(first, again, resumed, resumedOnceMore, full);
        assertEquals(
                List.of(false, false, true, true, false),
                all.stream().map(connection -> isResumed(connection, version)).toList());
        for (Connection connection : all) {
            assertEquals(version.jsseName(), success(connection).protocol());
            assertEquals(
                    List.of(Pair.identity("server").leaf()), success(connection).peerChain());
        }
        int certificate = Pair.identity("server").leaf().getEncoded().length;
        int saved = Pair.bytes(full, Direction.SERVER_TO_CLIENT).length
                - Pair.bytes(resumed, Direction.SERVER_TO_CLIENT).length;
        assertTrue(saved > certificate, "the server sends no certificate; saved " + saved);
    }

    /** What was agreed with one identity must not let in another. */
    @ParameterizedTest
    @EnumSource
    void notAsSomebodyElse(TlsVersion version) throws Exception {
        pair.start(Pair.serverSettings().clientAuthentication(ClientAuthentication.OPTIONAL));
        Set<TlsVersion> versions = Set.of(version);
        success(connect(pair.clientSettings().versions(versions).resume(true)));
        Connection nobody =
                connect(pair.clientSettings().versions(versions).resume(true).identity(null));
        assertEquals(false, isResumed(nobody, version));
        assertEquals(List.of(), success(nobody).ownChain());
    }

    @ParameterizedTest
    @EnumSource
    void notAfterARefusal(TlsVersion version) throws Exception {
        pair.start(Pair.serverSettings());
        Set<TlsVersion> versions = Set.of(version);
        Identity expired = Pair.identity("client-expired");
        for (int i = 0; i < 2; i++) {
            Connection refused = connect(
                    pair.clientSettings().versions(versions).resume(true).identity(expired));
            assertEquals(false, isResumed(refused, version));
            Outcome.Failure failure = assertInstanceOf(
                    Outcome.Failure.class, refused.outcome(Side.CLIENT).orElseThrow());
            assertEquals(Outcome.Reason.TLS, failure.reason());
        }
        Connection right = connect(pair.clientSettings().versions(versions).resume(true));
        assertEquals(false, isResumed(right, version));
        success(right);
    }

    @ParameterizedTest
    @EnumSource
    void suitesAndProtocolsAreThoseOfTheSettings(TlsVersion version) throws Exception {
        String suite = version == TlsVersion.TLS_1_3
                ? "TLS_CHACHA20_POLY1305_SHA256"
                : "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256";
        pair.start(Pair.serverSettings().applicationProtocols(List.of("x/2", "http/1.1")));
        Connection connection = connect(pair.clientSettings()
                .versions(Set.of(version))
                .cipherSuites(List.of(suite))
                .applicationProtocols(List.of("http/1.1", "x/1")));
        assertEquals(suite, success(connection).cipherSuite());
        String hello = new String(Pair.bytes(connection, Direction.CLIENT_TO_SERVER), StandardCharsets.ISO_8859_1);
        assertTrue(hello.contains("\u0008http/1.1\u0003x/1"), "in the client's order");
        Connection none =
                connect(pair.clientSettings().versions(Set.of(version)).applicationProtocols(List.of("x/1")));
        Outcome.Failure failure = assertInstanceOf(
                Outcome.Failure.class, none.outcome(Side.CLIENT).orElseThrow());
        assertEquals("no_application_protocol", failure.alert().orElseThrow().description());
    }

    @Test
    void theServersSuitesBindToo() throws Exception {
        pair.start(Pair.serverSettings().cipherSuites(List.of("TLS_AES_128_GCM_SHA256")));
        assertEquals(
                "TLS_AES_128_GCM_SHA256",
                success(connect(pair.clientSettings())).cipherSuite());
    }

    @Test
    void anUnknownSuiteIsSaid() throws Exception {
        pair.start(Pair.serverSettings());
        Connection connection = connect(pair.clientSettings().cipherSuites(List.of("TLS_NO_SUCH")));
        Outcome.Failure failure = assertInstanceOf(
                Outcome.Failure.class, connection.outcome(Side.CLIENT).orElseThrow());
        assertEquals(Outcome.Reason.SETTINGS, failure.reason());
        assertTrue(failure.exception().message().contains("TLS_NO_SUCH"), failure.toString());
        assertArrayEquals(new byte[0], Pair.bytes(connection, Direction.CLIENT_TO_SERVER));
    }
}
