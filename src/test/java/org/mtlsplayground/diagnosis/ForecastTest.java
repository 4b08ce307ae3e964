package org.mtlsplayground.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mtlsplayground.peer.ClientAuthentication;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.recorded.Play;

/** What a forecast says of settings, a handshake keeps. */
class ForecastTest {
    private static Forecast comesTrue(ClientSettings.Builder client, ServerSettings.Builder server) throws Exception {
        Reality reality = Reality.of(client, server);
        reality.comesTrue();
        return reality.forecast();
    }

    private static void refusedAtTheHello(Forecast forecast) {
        assertEquals("The server would refuse the connection", forecast.headline());
        assertEquals(Optional.of("ClientHello"), forecast.refusedAt());
        assertFalse(forecast.isSuccess());
    }

    @ParameterizedTest
    @EnumSource
    void bothInOrder(TlsVersion version) throws Exception {
        Forecast forecast = comesTrue(Play.client("client"), Play.server("server", version));
        assertEquals("It would work: both sides would prove who they are", forecast.headline());
        assertEquals(Verdict.Kind.MUTUAL, forecast.verdict().kind());
        assertEquals(Optional.of(version.displayName()), forecast.agreed().version());
        assertEquals(Optional.of("ecdsa_secp256r1_sha256"), forecast.agreed().serverScheme());
        assertEquals(Optional.of("ecdsa_secp256r1_sha256"), forecast.agreed().clientScheme());
        assertTrue(forecast.agreed().cipherSuite().isPresent()
                && forecast.agreed().group().isPresent());
        assertEquals(forecast.agreed().facts(), forecast.verdict().facts());
        assertTrue(forecast.sending().sent());
    }

    @ParameterizedTest
    @EnumSource
    void clientWithoutCertificate(TlsVersion version) throws Exception {
        Forecast refused = comesTrue(Play.client(null), Play.server("server", version));
        assertEquals("The server would refuse the client, which would show no certificate", refused.headline());
        assertEquals(Optional.of("Certificate"), refused.refusedAt());
        assertEquals(Optional.empty(), refused.clientPath());
        assertEquals(Optional.empty(), refused.clientKeyFits());
        for (ClientAuthentication asked : EnumSet.of(ClientAuthentication.OPTIONAL, ClientAuthentication.NONE)) {
            Forecast letIn =
                    comesTrue(Play.client(null), Play.server("server", version).clientAuthentication(asked));
            assertEquals("It would work, but only the server would prove who it is", letIn.headline());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCertificateThatIsKeptBackOrNotAskedFor(TlsVersion version) throws Exception {
        Forecast kept = comesTrue(Play.client("client-unknown-ca").jdkChooses(true), Play.server("server", version));
        assertEquals(Optional.of(Verdict.Matter.MISSING), kept.verdict().matter());
        assertFalse(kept.sending().sent());
        Forecast unasked = comesTrue(
                Play.client("client-expired"),
                Play.server("server", version).clientAuthentication(ClientAuthentication.NONE));
        assertTrue(unasked.isSuccess());
        assertFalse(unasked.sending().sent());
        assertFalse(unasked.clientPath().orElseThrow().accepted());
    }

    @ParameterizedTest
    @EnumSource
    void hostNamesCanGoUnchecked(TlsVersion version) throws Exception {
        Forecast forecast =
                comesTrue(Play.client("client").verifyHostName(false), Play.server("server-wrong-host", version));
        assertTrue(forecast.isSuccess());
        assertTrue(forecast.serverPath().orElseThrow().accepted());
    }

    @Test
    void nothingInCommon() throws Exception {
        refusedAtTheHello(comesTrue(
                Play.client("client").versions(EnumSet.of(TlsVersion.TLS_1_2)),
                Play.server("server", TlsVersion.TLS_1_3)));
        refusedAtTheHello(comesTrue(
                Play.client("client").cipherSuites(List.of("TLS_AES_128_GCM_SHA256")),
                Play.server("server", TlsVersion.TLS_1_3).cipherSuites(List.of("TLS_AES_256_GCM_SHA384"))));
        refusedAtTheHello(comesTrue(
                Play.client("client").applicationProtocols(List.of("h2")),
                Play.server("server", TlsVersion.TLS_1_3).applicationProtocols(List.of("http/1.1"))));
    }

    @ParameterizedTest
    @EnumSource
    void aServerWithoutACertificate(TlsVersion version) throws Exception {
        Forecast forecast =
                comesTrue(Play.client("client"), Play.server("server", version).identity(null));
        refusedAtTheHello(forecast);
        assertEquals(Optional.empty(), forecast.serverPath());
    }

    @Test
    void settingsThatCannotBe() throws Exception {
        Forecast forecast = Forecast.of(
                Play.client("client").serverName("no name").build(),
                Play.server("server", TlsVersion.TLS_1_3).build());
        assertEquals("It would not come to a connection", forecast.headline());
        assertEquals(Verdict.Kind.FAILED, forecast.verdict().kind());
        assertEquals(Optional.empty(), forecast.refusedAt());
    }

    @Test
    void oneSideAlone() throws Exception {
        assertTrue(SlotForecast.of(Side.CLIENT, Play.identity("client")).isGood());
        assertTrue(
                SlotForecast.of(Side.SERVER, Play.identity("server-unknown-ca")).isGood());
        assertFalse(
                SlotForecast.of(Side.CLIENT, Play.identity("client-expired")).isGood());
        assertFalse(SlotForecast.of(Side.SERVER, Play.identity("client")).isGood());
        SlotForecast foreign = SlotForecast.of(Side.CLIENT, Play.identity("client-key-of-another"));
        assertFalse(foreign.keyFits());
        assertFalse(foreign.isGood());
    }
}
