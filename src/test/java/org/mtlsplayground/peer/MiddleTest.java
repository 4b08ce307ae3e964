package org.mtlsplayground.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.recorded.Play;

/** Somebody in the middle who has the samples of another CA. */
class MiddleTest {
    private static final String MESSAGE = "Hello from client";

    private final Connections connections = new Connections();

    /** @param trust the file of the CA that the client trusts */
    private ClientRun connect(
            TlsVersion version, String trust, ServerSettings.Builder behind, ClientSettings.Builder face)
            throws Exception {
        ServerSettings toClient = Play.server("server-unknown-ca", version).build();
        try (TlsServer server = TlsServer.start(behind.build(), connections);
                Middle middle = Middle.start(
                        new Middle.Faces(
                                toClient, face.port(server.address().getPort()).build()),
                        connections)) {
            ClientRun run = new TlsClient(connections)
                    .connect(Play.client("client")
                            .trust(Play.trust(trust))
                            .message(MESSAGE)
                            .port(middle.address().getPort())
                            .build());
            run.outcome().get(30, TimeUnit.SECONDS);
            return run;
        }
    }

    private static <T extends Outcome> T outcome(Class<T> kind, Connection connection, Side side) {
        return assertInstanceOf(kind, connection.outcome(side).orElseThrow());
    }

    @ParameterizedTest
    @EnumSource
    void readsAllWhereTheClientTrustsIt(TlsVersion version) throws Exception {
        ClientRun run = connect(
                version,
                "rogue_ca.crt",
                Play.server("server", version).clientAuthentication(ClientAuthentication.NONE),
                Play.client("client").identity(null));

        Connection first = run.connection();
        Connection second = first.otherOfMiddle().orElseThrow();
        assertEquals(List.of(first, second), connections.all());
        assertEquals(Optional.of(Side.SERVER), first.middle());
        assertEquals(Optional.of(Side.CLIENT), second.middle());
        assertEquals(Optional.of(first), second.otherOfMiddle());
        assertEquals(MESSAGE, outcome(Outcome.Success.class, first, Side.SERVER).received());
        assertEquals(
                MESSAGE, outcome(Outcome.Success.class, second, Side.SERVER).received());
        assertEquals(
                second.serverSettings().orElseThrow().reply(),
                outcome(Outcome.Success.class, first, Side.CLIENT).received());
        // It asked for the client's certificate and got it; of what use that is, see below.
        assertEquals(
                Play.identity("client").chain(),
                outcome(Outcome.Success.class, first, Side.SERVER).peerChain());
    }

    @ParameterizedTest
    @EnumSource
    void isRefusedByAClientThatDoesNotTrustIt(TlsVersion version) throws Exception {
        ClientRun run = connect(
                version,
                "server_ca.crt",
                Play.server("server", version),
                Play.client("client").identity(null));

        assertEquals(List.of(run.connection()), connections.all());
        assertEquals(Optional.of(Side.SERVER), run.connection().middle());
        assertEquals(Optional.empty(), run.connection().otherOfMiddle());
        outcome(Outcome.Failure.class, run.connection(), Side.CLIENT);
    }

    @ParameterizedTest
    @EnumSource
    void cannotBeTheClientTowardsAServerThatAsks(TlsVersion version) throws Exception {
        ClientRun run = connect(
                version,
                "rogue_ca.crt",
                Play.server("server", version),
                Play.client("client").identity(null));

        Connection first = run.connection();
        assertEquals("", outcome(Outcome.Success.class, first, Side.CLIENT).received());
        Connection second = first.otherOfMiddle().orElseThrow();
        outcome(Outcome.Failure.class, second, Side.CLIENT);
        outcome(Outcome.Failure.class, second, Side.SERVER);
    }

    @ParameterizedTest
    @EnumSource
    void takesTheClientsCertificateToTheServerInVain(TlsVersion version) throws Exception {
        ClientRun run = connect(
                version,
                "rogue_ca.crt",
                Play.server("server", version),
                // The certificate is known to everybody who saw it; the key is the attacker's own.
                Play.client("client")
                        .identity(new Identity(
                                Play.identity("client").chain(),
                                Play.identity("client-unknown-ca").key())));

        Connection second = run.connection().otherOfMiddle().orElseThrow();
        outcome(Outcome.Failure.class, second, Side.SERVER);
        assertEquals(
                Play.identity("client").leaf(),
                outcome(Outcome.Failure.class, second, Side.SERVER).peerChain().get(0));
    }
}
