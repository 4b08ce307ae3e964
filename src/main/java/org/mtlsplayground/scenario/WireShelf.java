package org.mtlsplayground.scenario;

import static org.mtlsplayground.capture.Direction.CLIENT_TO_SERVER;
import static org.mtlsplayground.capture.Direction.SERVER_TO_CLIENT;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.mtlsplayground.capture.Disturbance;
import org.mtlsplayground.capture.Spot;
import org.mtlsplayground.capture.WireRule;
import org.mtlsplayground.diagnosis.Cause;
import org.mtlsplayground.diagnosis.Verdict;
import org.mtlsplayground.peer.ClientAuthentication;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.pki.Identity;

/** Something happens to the bytes on their way. */
final class WireShelf {
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofSeconds(20);

    private WireShelf() {}

    static List<Scenario> all() {
        return List.of(
                draft("plain-http", 50)
                        .rule(WireRule.plainHttp())
                        .refused(Side.SERVER, "ClientHello", "unexpected_message", Cause.NOT_TLS),
                draft("client-record-altered", 51)
                        .rule(WireRule.flippedBit(CLIENT_TO_SERVER))
                        .ends(altered(Side.SERVER, "Certificate", Cause.RECORD_ALTERED)),
                draft("server-record-altered", 51)
                        .rule(WireRule.flippedBit(SERVER_TO_CLIENT))
                        .ends(altered(Side.CLIENT, "EncryptedExtensions", Cause.RECORD_ALTERED)),
                draft("data-altered", 51)
                        .rule(new WireRule(CLIENT_TO_SERVER, Spot.data(1), Disturbance.flipBit(-1, 0)))
                        .refused(Side.SERVER, "application_data", "bad_record_mac", Cause.RECORD_ALTERED),
                draft("client-hello-altered", 52)
                        .rule(WireRule.alteredRandom(CLIENT_TO_SERVER))
                        .ends(randomAltered()),
                draft("server-hello-altered", 52)
                        .rule(WireRule.alteredRandom(SERVER_TO_CLIENT))
                        .ends(randomAltered()),
                draft("downgrade", 53)
                        .only(TlsVersion.TLS_1_2)
                        .clientSettings(client -> client.versions(EnumSet.allOf(TlsVersion.class)))
                        .rule(WireRule.downgradeSentinel())
                        .refused(Side.CLIENT, "ServerHello", "illegal_parameter", Cause.DOWNGRADE),
                draft("server-vanishes", 54)
                        .rule(WireRule.vanishesAt(SERVER_TO_CLIENT, Spot.handshake(Spot.SERVER_HELLO)))
                        .ends(Verdict.Kind.FAILED, Cause.PEER_VANISHED),
                draft("client-vanishes", 54)
                        .rule(WireRule.vanishesAt(CLIENT_TO_SERVER, Spot.record(2)))
                        .ends(Verdict.Kind.FAILED, Cause.PEER_VANISHED),
                draft("server-stalls", 55)
                        .settings((client, server) -> {
                            client.timeout(SHORT);
                            server.handshakeTimeout(LONG);
                        })
                        .rule(WireRule.stallsAt(SERVER_TO_CLIENT, Spot.handshake(Spot.SERVER_HELLO)))
                        .ends(Verdict.Kind.FAILED, Cause.PEER_STALLED),
                draft("client-stalls", 55)
                        .settings((client, server) -> {
                            client.timeout(LONG);
                            server.handshakeTimeout(SHORT);
                        })
                        .rule(WireRule.stallsAt(CLIENT_TO_SERVER, Spot.record(2)))
                        .ends(Verdict.Kind.FAILED, Cause.PEER_STALLED),
                draft("middle-untrusted")
                        .with(kit -> kit.mallory(false))
                        .refused(Side.CLIENT, "Certificate", "certificate_unknown", Cause.UNKNOWN_CA),
                draft("middle-trusted")
                        .serverSettings(server -> server.clientAuthentication(ClientAuthentication.NONE))
                        .with(kit -> kit.mallory(true))
                        .ends(Verdict.Kind.SERVER_ONLY, Cause.IN_THE_MIDDLE),
                draft("middle-mutual")
                        .with(kit -> kit.mallory(true))
                        .ends(NotSentShelf.missing(Cause.NO_CLIENT_CERTIFICATE)),
                draft("middle-copied-certificate")
                        .with(kit -> {
                            kit.mallory(true);
                            kit.malloryShows(new Identity(
                                    kit.ofClient.identity().chain(),
                                    Chains.mallory().issue().identity().key()));
                        })
                        .refused(Side.SERVER, "CertificateVerify", "handshake_failure", Cause.FOREIGN_KEY));
    }

    /** The first record that is encrypted: in TLS 1.2 that is the Finished. */
    private static Scenario.Expectations altered(Side by, String firstOfTls13, Cause cause) {
        return (version, jdk) -> Expectation.refused(
                by, version == TlsVersion.TLS_1_3 ? firstOfTls13 : "Finished", "bad_record_mac", cause);
    }

    /** Both randoms are signed in TLS 1.2 (RFC 5246 §7.4.3); in TLS 1.3 the keys depend on them. */
    private static Scenario.Expectations randomAltered() {
        return (version, jdk) -> version == TlsVersion.TLS_1_2
                ? Expectation.refused(Side.CLIENT, "ServerKeyExchange", "handshake_failure", Cause.HELLO_ALTERED)
                : Expectation.refused(Side.CLIENT, "EncryptedExtensions", "bad_record_mac", Cause.HELLO_ALTERED);
    }

    private static Draft draft(String id, Integer... rows) {
        return Draft.of(Category.ON_THE_WIRE, id, rows);
    }
}
