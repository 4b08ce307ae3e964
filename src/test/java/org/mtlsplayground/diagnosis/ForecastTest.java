package org.mtlsplayground.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.recorded.Play;

/** What a forecast says, a handshake keeps. */
class ForecastTest {
    @ParameterizedTest
    @EnumSource
    void comesTrue(TlsVersion version) throws Exception {
        for (String name : List.of(
                "client", "client-expired", "client-unknown-ca", "client-wrong-usage", "client-key-of-another")) {
            ServerSettings.Builder server = Play.server("server", version);
            Forecast forecast = Forecast.of(Play.client(name).build(), server.build());
            Verdict real = Verdicts.of(Play.between(Play.client(name), server));
            assertEquals(real.kind(), forecast.verdict().kind(), name);
            assertEquals(real.refusedBy(), forecast.verdict().refusedBy(), name);
            assertEquals(real.headline(), forecast.verdict().headline(), name);
            assertEquals(real.detail(), forecast.verdict().detail(), name);
        }
    }
}
