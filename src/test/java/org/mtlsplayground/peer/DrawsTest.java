package org.mtlsplayground.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mtlsplayground.ca.KeyKind;
import org.mtlsplayground.ca.NewCertificate;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.TrustAnchors;

/** What our sides drew for their handshakes is remembered with the connection, each side's with that side. */
class DrawsTest {
    /** Record header, handshake header, version (RFC 8446 §4.1.2, §4.1.3). */
    private static final int RANDOM_AT = 5 + 4 + 2;

    private final Pair pair = new Pair();

    @AfterEach
    void stop() {
        pair.close();
    }

    /** The random of the Hello that opens a direction. */
    private static byte[] random(Connection connection, Direction direction) {
        return Arrays.copyOfRange(Pair.bytes(connection, direction), RANDOM_AT, RANDOM_AT + 32);
    }

    /** How often a Hello's random is among what one side drew; a server's ends in a mark (RFC 8446 §4.1.3). */
    private static long found(Connection connection, Side drawer, Direction hello) {
        byte[] random = Arrays.copyOf(random(connection, hello), 24);
        return connection.capture().keys().draws(drawer == Side.CLIENT).all().stream()
                .filter(draw -> draw.length == 32 && Arrays.equals(Arrays.copyOf(draw, 24), random))
                .count();
    }

    private static void assertDrawsOfBoth(Connection connection) {
        assertEquals(1, found(connection, Side.CLIENT, Direction.CLIENT_TO_SERVER));
        assertEquals(1, found(connection, Side.SERVER, Direction.SERVER_TO_CLIENT));
        assertEquals(0, found(connection, Side.CLIENT, Direction.SERVER_TO_CLIENT));
        assertEquals(0, found(connection, Side.SERVER, Direction.CLIENT_TO_SERVER));
    }

    @ParameterizedTest
    @EnumSource(TlsVersion.class)
    void eachSideHasItsOwn(TlsVersion version) throws Exception {
        pair.start(Pair.serverSettings());
        assertInstanceOf(
                Outcome.Success.class, pair.outcome(pair.clientSettings().versions(Set.of(version))));
        assertDrawsOfBoth(pair.await(Connection::isOver));
    }

    @Test
    void thoseOfSeveralAtOnceAreNotMixed() throws Exception {
        pair.start(Pair.serverSettings());
        List<ClientRun> runs = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            runs.add(pair.connect(pair.clientSettings()));
        }
        for (ClientRun run : runs) {
            assertInstanceOf(Outcome.Success.class, run.outcome().get(20, TimeUnit.SECONDS));
            assertDrawsOfBoth(pair.await(connection -> connection.equals(run.connection()) && connection.isOver()));
        }
    }

    @Test
    void aSideThatIsNotOursHasNone() throws Exception {
        pair.start(Pair.serverSettings());
        Connections elsewhere = new Connections();
        new TlsClient(elsewhere)
                .connect(pair.clientSettings().build())
                .outcome()
                .get(20, TimeUnit.SECONDS);
        Connection client = elsewhere.all().get(0);
        Connection server = pair.await(Connection::isOver);
        assertEquals(1, found(client, Side.CLIENT, Direction.CLIENT_TO_SERVER));
        assertEquals(List.of(), client.capture().keys().draws(false).all());
        assertEquals(1, found(server, Side.SERVER, Direction.SERVER_TO_CLIENT));
        assertEquals(List.of(), server.capture().keys().draws(true).all());
        assertEquals(Optional.empty(), client.capture().keys().serverKey());
    }

    @Test
    void ourServersKeyIsKnownWhereItMayDecrypt() throws Exception {
        Identity rsa = NewCertificate.server(ClientSettings.DEFAULT_SERVER_NAME)
                .key(KeyKind.RSA_2048)
                .create();
        pair.start(Pair.serverSettings().identity(rsa));
        assertInstanceOf(
                Outcome.Success.class, pair.outcome(pair.clientSettings().trust(TrustAnchors.of(rsa.chain()))));
        Connection connection = pair.await(Connection::isOver);
        assertEquals(Optional.of(rsa.key()), connection.capture().keys().serverKey());
    }
}
