package org.mtlsplayground.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.mtlsplayground.ca.Fault;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.capture.Spot;
import org.mtlsplayground.capture.WireRule;
import org.mtlsplayground.diagnosis.Cause;
import org.mtlsplayground.diagnosis.Verdict;
import org.mtlsplayground.peer.ClientAuthentication;
import org.mtlsplayground.peer.RevocationChecking;
import org.mtlsplayground.peer.RevocationChecking.Source;
import org.mtlsplayground.peer.Side;

/** A success where one expects a failure, or the other way round. */
final class SurprisingShelf {
    /** How long a certificate lives that is to expire between two connections: the first must be over by then. */
    private static final Duration SHORT_LIFE = Duration.ofSeconds(6);

    private SurprisingShelf() {}

    static List<Scenario> all() {
        return List.of(
                draft("optional-bad-certificate", 7)
                        .client(Fault.EXPIRED)
                        .serverSettings(server -> server.clientAuthentication(ClientAuthentication.OPTIONAL))
                        .refused(Side.SERVER, "Certificate", "certificate_unknown", Cause.EXPIRED),
                draft("host-name-unchecked", 37)
                        .server(Fault.WRONG_HOST)
                        .clientSettings(client -> client.verifyHostName(false))
                        .ends(Verdict.Kind.MUTUAL, Cause.HOST_NAME_UNCHECKED),
                draft("other-server-name", 38)
                        .clientSettings(client -> client.host("localhost").serverName("other.mtls.example.org"))
                        .ends(Verdict.Kind.MUTUAL, Cause.OTHER_NAME_ACCEPTED),
                draft("name-only-in-cn", 39)
                        .server(Fault.NAME_ONLY_IN_CN)
                        .ends(Verdict.Kind.MUTUAL, Cause.NAME_ONLY_IN_CN),
                draft("client-expired-but-trusted", 56)
                        .client(Fault.EXPIRED_BUT_TRUSTED)
                        .ends(Verdict.Kind.MUTUAL, Cause.ANCHOR_UNCHECKED),
                draft("server-expired-but-trusted", 56)
                        .server(Fault.EXPIRED_BUT_TRUSTED)
                        .ends(Verdict.Kind.MUTUAL, Cause.ANCHOR_UNCHECKED),
                draft("resumed-after-expiry", 57)
                        .clientSettings(client -> client.resume(true))
                        .with(SurprisingShelf::expiringBetween)
                        .ends(Verdict.Kind.MUTUAL, Cause.RESUMED_UNCHECKED),
                draft("revoked-unchecked", 26)
                        .with(kit -> Books.below(kit, Side.CLIENT).revoked())
                        .ends(Verdict.Kind.MUTUAL, Cause.REVOCATION_UNCHECKED),
                draft("ocsp-down-soft-fail", 30)
                        .with(kit -> Books.below(kit, Side.CLIENT)
                                .down()
                                .checked(RevocationChecking.by(Source.OCSP).softFail(true)))
                        .ends(Verdict.Kind.MUTUAL, Cause.STATUS_PASSED_OVER),
                draft("client-sha1", 23).client(Fault.SHA1_SIGNATURE).ends(Verdict.Kind.MUTUAL, Cause.WEAK_ACCEPTED),
                draft("client-rsa-1024", 23).client(Fault.RSA_1024).ends(Verdict.Kind.MUTUAL, Cause.WEAK_ACCEPTED),
                draft("answer-cut-off")
                        .rule(WireRule.vanishesAt(Direction.SERVER_TO_CLIENT, Spot.data(1)))
                        .ends(Verdict.Kind.MUTUAL, Cause.TRUNCATED));
    }

    private static void expiringBetween(Kit kit) {
        Instant end = Instant.now().plus(SHORT_LIFE);
        kit.ofClient(Chains.client(Chains.alice().valid(end.minus(Duration.ofDays(1)), end))
                .issue());
        Instant over = kit.ofClient.identity().leaf().getNotAfter().toInstant().plusMillis(1);
        kit.twice(() -> awaitClock(over));
    }

    private static void awaitClock(Instant moment) throws InterruptedException {
        for (Duration left = left(moment); !left.isNegative(); left = left(moment)) {
            Thread.sleep(left.toMillis() + 1);
        }
    }

    private static Duration left(Instant moment) {
        return Duration.between(Instant.now(), moment);
    }

    private static Draft draft(String id, Integer... rows) {
        return Draft.of(Category.SURPRISING, id, rows);
    }
}
