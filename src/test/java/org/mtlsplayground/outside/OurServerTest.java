package org.mtlsplayground.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mtlsplayground.peer.AlertNotice;
import org.mtlsplayground.peer.Outcome;
import org.mtlsplayground.peer.TlsVersion;

/** Our server and clients that are not ours. */
class OurServerTest {
    static Stream<Arguments> clients() {
        return Arrays.stream(OutsideClient.values())
                .flatMap(client -> Arrays.stream(TlsVersion.values()).map(version -> Arguments.of(client, version)));
    }

    @ParameterizedTest
    @MethodSource("clients")
    void aRightCertificateGetsThrough(OutsideClient client, TlsVersion version) throws Exception {
        try (ServerUnderTest server = ServerUnderTest.start(Samples.SERVER, version)) {
            OutsideProgram.Result result = client.connect(server.port(), Samples.CLIENT, Samples.SERVER_CA, version);
            Outcome.Success success = assertInstanceOf(Outcome.Success.class, server.outcome(), result.all());
            assertEquals(version.jsseName(), success.protocol());
            assertEquals(Samples.CLIENT.identity().leaf(), success.peerChain().get(0));
            String said = client == OutsideClient.CURL ? "GET /Hello-from-client HTTP/1.1" : "Hello from client";
            assertTrue(success.received().startsWith(said), success.received());
            assertTrue(result.stdout().contains("Hello from server"), result.all());
            assertEquals(0, result.exitCode(), result.all());
        }
    }

    @ParameterizedTest
    @MethodSource("clients")
    void aClientWithoutCertificateSeesTheAlert(OutsideClient client, TlsVersion version) throws Exception {
        refused(client, version, null, Alert.ofJdkForNoCertificate(version));
    }

    @ParameterizedTest
    @MethodSource("clients")
    void aClientOfAnotherCaSeesTheAlert(OutsideClient client, TlsVersion version) throws Exception {
        refused(client, version, Samples.CLIENT_OF_UNKNOWN_CA, EnumSet.of(Alert.CERTIFICATE_UNKNOWN));
    }

    private static void refused(OutsideClient client, TlsVersion version, Samples identity, Set<Alert> alerts)
            throws Exception {
        try (ServerUnderTest server = ServerUnderTest.start(Samples.SERVER, version)) {
            OutsideProgram.Result result = client.connect(server.port(), identity, Samples.SERVER_CA, version);
            Outcome.Failure failure = assertInstanceOf(Outcome.Failure.class, server.outcome(), result.all());
            assertEquals(Outcome.Reason.TLS, failure.reason());
            String said = result.stdout() + result.stderr();
            assertTrue(alerts.stream().anyMatch(alert -> alert.isIn(said)), () -> alerts + " not in " + result.all());
            assertNotEquals(0, result.exitCode(), result.all());
        }
    }

    @ParameterizedTest
    @MethodSource("clients")
    void aClientThatRefusesOurServerTellsIt(OutsideClient client, TlsVersion version) throws Exception {
        try (ServerUnderTest server = ServerUnderTest.start(Samples.SERVER_OF_UNKNOWN_CA, version)) {
            OutsideProgram.Result result = client.connect(server.port(), Samples.CLIENT, Samples.SERVER_CA, version);
            Outcome.Failure failure = assertInstanceOf(Outcome.Failure.class, server.outcome(), result.all());
            assertEquals(Outcome.Reason.TLS, failure.reason());
            assertTrue(server.lastBytesOfClient().endsWith(Alert.UNKNOWN_CA.inClear()), server.lastBytesOfClient());
            if (version == TlsVersion.TLS_1_2) {
                // With TLS 1.3 OpenSSL sends it in clear, and JSSE, which expects it encrypted, stumbles over it.
                assertEquals(Optional.of(new AlertNotice(true, "unknown_ca")), failure.alert());
            }
            String seen = result.all().toLowerCase(Locale.ROOT);
            assertTrue(seen.contains("verify") && seen.contains("issuer"), result.all());
            assertNotEquals(0, result.exitCode(), result.all());
        }
    }
}
