package org.mtlsplayground.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mtlsplayground.peer.AlertNotice;
import org.mtlsplayground.peer.ClientRun;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.peer.Outcome;
import org.mtlsplayground.peer.TlsClient;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.pki.LoadException;

/** Our client and servers that are not ours. */
class OurClientTest {
    static Stream<Arguments> servers() {
        return Arrays.stream(OutsideServer.values())
                .flatMap(server -> Arrays.stream(TlsVersion.values()).map(version -> Arguments.of(server, version)));
    }

    private static ClientRun connect(int port, Samples identity) throws LoadException {
        ClientSettings.Builder settings = ClientSettings.builder().port(port).trust(Samples.trust(Samples.SERVER_CA));
        if (identity != null) {
            settings.identity(identity.identity());
        }
        return new TlsClient(new Connections()).connect(settings.build());
    }

    private static Outcome outcome(ClientRun run) throws Exception {
        return run.outcome().get(30, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aRightCertificateGetsThrough(OutsideServer server, TlsVersion version) throws Exception {
        try (Running program = server.start(Samples.SERVER, version)) {
            ClientRun run = connect(server.port(program), Samples.CLIENT);
            program.await("Hello from client");
            if (server == OutsideServer.OPENSSL) {
                program.type("Hello from openssl\n");
            }
            Outcome.Success success = assertInstanceOf(Outcome.Success.class, outcome(run), program.output());
            assertEquals(version.jsseName(), success.protocol());
            assertEquals(Samples.SERVER.identity().leaf(), success.peerChain().get(0));
            String reply = server == OutsideServer.OPENSSL ? "Hello from openssl" : "Hello from Python";
            assertEquals(reply, success.received().strip());
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void withoutCertificateItIsRefused(OutsideServer server, TlsVersion version) throws Exception {
        Alert alert = version == TlsVersion.TLS_1_3 ? Alert.CERTIFICATE_REQUIRED : Alert.HANDSHAKE_FAILURE;
        refused(server, version, null, alert, server.noCertificate());
    }

    @ParameterizedTest
    @MethodSource("servers")
    void withACertificateOfAnotherCaItIsRefused(OutsideServer server, TlsVersion version) throws Exception {
        refused(server, version, Samples.CLIENT_OF_UNKNOWN_CA, Alert.UNKNOWN_CA, "certificate verify failed");
    }

    private static void refused(OutsideServer server, TlsVersion version, Samples identity, Alert alert, String said)
            throws Exception {
        try (Running program = server.start(Samples.SERVER, version)) {
            Outcome outcome = outcome(connect(server.port(program), identity));
            Outcome.Failure failure = assertInstanceOf(Outcome.Failure.class, outcome, program.output());
            assertEquals(Outcome.Reason.TLS, failure.reason());
            assertEquals(Optional.of(new AlertNotice(true, alert.description())), failure.alert());
            String output = program.awaitEnd();
            assertTrue(output.contains(said), output);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aServerOfAnotherCaSeesTheAlert(OutsideServer server, TlsVersion version) throws Exception {
        try (Running program = server.start(Samples.SERVER_OF_UNKNOWN_CA, version)) {
            Outcome outcome = outcome(connect(server.port(program), Samples.CLIENT));
            Outcome.Failure failure = assertInstanceOf(Outcome.Failure.class, outcome, program.output());
            assertEquals(Outcome.Reason.TLS, failure.reason());
            String output = program.awaitEnd();
            assertTrue(Alert.CERTIFICATE_UNKNOWN.isIn(output), output);
        }
    }
}
