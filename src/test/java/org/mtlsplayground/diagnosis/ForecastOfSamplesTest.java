package org.mtlsplayground.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.pki.LoadException;
import org.mtlsplayground.pki.TrustAnchors;
import org.mtlsplayground.recorded.Play;

/** The sample certificates with each other: foretold, then tried on real sockets. */
class ForecastOfSamplesTest {
    private static final List<String> KINDS =
            List.of("", "-expired", "-not-yet-valid", "-unknown-ca", "-self-signed", "-wrong-usage", "-key-of-another");
    private static final List<String> ANCHORS = List.of("client_ca", "server_ca", "rogue_ca", "itself", "nobody");
    /** All with all takes minutes; that is for an afternoon. */
    private static final boolean ALL = Boolean.getBoolean("forecast.all");

    /** @param trustedByClient whom the client trusts; {@code itself} is the server's own certificate */
    private record Case(String client, String server, String trustedByClient, String trustedByServer) {
        ClientSettings.Builder clientSettings() throws LoadException {
            return Play.client(client).trust(trust(trustedByClient, server));
        }

        ServerSettings.Builder serverSettings(TlsVersion version) throws LoadException {
            return Play.server(server, version).trust(trust(trustedByServer, client));
        }

        private static TrustAnchors trust(String whom, String other) throws LoadException {
            return switch (whom) {
                case "itself" -> Play.trust(other + ".crt");
                case "nobody" -> TrustAnchors.none();
                default -> Play.trust(whom + ".crt");
            };
        }
    }

    private static List<Case> cases() {
        List<String> clients = KINDS.stream().map("client"::concat).toList();
        List<String> servers = Stream.concat(KINDS.stream(), Stream.of("-wrong-host"))
                .map("server"::concat)
                .toList();
        List<Case> cases = new ArrayList<>();
        for (String client : clients) {
            for (String server : servers) {
                for (String ofClient : ANCHORS) {
                    for (String ofServer : ANCHORS) {
                        cases.add(new Case(client, server, ofClient, ofServer));
                    }
                }
            }
        }
        return cases.stream().filter(each -> ALL || isTelling(each)).toList();
    }

    /** One side is sound and soundly judged; or each is judged by the right CA. */
    private static boolean isTelling(Case each) {
        boolean soundClient =
                each.client().equals("client") && each.trustedByServer().equals("client_ca");
        boolean soundServer =
                each.server().equals("server") && each.trustedByClient().equals("server_ca");
        return soundClient || soundServer;
    }

    @ParameterizedTest
    @EnumSource
    void comeTrue(TlsVersion version) throws Exception {
        int mutual = 0;
        for (Case each : cases()) {
            Reality reality = Reality.of(each.clientSettings(), each.serverSettings(version));
            reality.comesTrue();
            Forecast forecast = reality.forecast();
            mutual += forecast.verdict().kind() == Verdict.Kind.MUTUAL ? 1 : 0;
            // Where the paths are good and the keys fit, nothing else is wrong with the samples.
            boolean serverGood = forecast.serverPath().orElseThrow().accepted()
                    && forecast.serverKeyFits().orElseThrow();
            boolean clientGood = forecast.clientPath().orElseThrow().accepted()
                    && forecast.clientKeyFits().orElseThrow();
            Optional<Side> refuser =
                    serverGood ? Optional.of(Side.SERVER).filter(side -> !clientGood) : Optional.of(Side.CLIENT);
            assertEquals(refuser, forecast.verdict().refusedBy(), each::toString);
        }
        assertEquals(ALL ? 64 : 15, mutual);
    }
}
