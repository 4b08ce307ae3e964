package org.mtlsplayground.proof;

import java.util.Collections;
import java.util.Optional;
import org.mtlsplayground.diagnosis.Cause;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.peer.TlsVersion;

/**
 * Whether a second connection of the same client resumes the session of the first, by the rules of the RFCs and JSSE's own.
 *
 * @param before what the client was told for the first
 * @param now what it is told for the second
 * @param server what the server of both is told
 */
record ResumptionReading(ClientSettings before, ClientSettings now, ServerSettings server) {

    /** Whether it does, if the first came about and the server is still the same. */
    boolean resumes() {
        return now.resume() && isKept() && isOffered() && isTaken();
    }

    /** The playground makes a client new that is to be somebody else or trust others: a new one has no session. */
    private boolean isKept() {
        return before.identity().equals(now.identity())
                && before.jdkChooses() == now.jdkChooses()
                && before.trust().equals(now.trust())
                && before.revocation().equals(now.revocation())
                && before.askStatus() == now.askStatus()
                && before.versions().equals(now.versions());
    }

    /** JSSE finds a session by host and port, and offers it where what it agreed on could be agreed on now. */
    private boolean isOffered() {
        HelloReading first = new HelloReading(before, server);
        TlsVersion version = first.version().orElseThrow();
        Offering offered = Offering.of(now);
        // A session whose names were not compared may not be taken for one whose names were.
        boolean named = before.verifyHostName() || !now.verifyHostName();
        // Schemes bind what authenticates a session, and in TLS 1.3 JSSE compares them.
        boolean schemes = version != TlsVersion.TLS_1_3
                || offered.schemes().containsAll(Offering.of(before).schemes());
        return before.host().equals(now.host())
                && offered.suites(version).contains(first.suite().orElseThrow())
                && named
                && schemes;
    }

    /** The version is agreed on first, and must be the session's (RFC 8446 §4.1.3, RFC 5246 §7.4.1.2). */
    private boolean isTaken() {
        return new HelloReading(now, server).version().equals(new HelloReading(before, server).version());
    }

    /** Why the server refuses a ClientHello by which a session could be resumed; empty if it does not. */
    Optional<Expected> refusal() {
        // RFC 7301 §3.1: the protocol is agreed on anew.
        if (!now.applicationProtocols().isEmpty()
                && !server.applicationProtocols().isEmpty()
                && Collections.disjoint(now.applicationProtocols(), server.applicationProtocols())) {
            return Optional.of(Expected.refusal(Side.SERVER, "hello", Cause.NO_COMMON_PROTOCOL));
        }
        // RFC 8446 §4.2.9: psk_dhe_ke, which is all that JSSE does, needs a share of a key as well.
        HelloReading hello = new HelloReading(now, server);
        boolean share = !Collections.disjoint(
                hello.of(Side.CLIENT).groups(), hello.of(Side.SERVER).groups());
        return hello.version().filter(TlsVersion.TLS_1_3::equals).isEmpty() || share
                ? Optional.empty()
                : Optional.of(Expected.refusal(Side.SERVER, "hello", Cause.NO_COMMON_GROUP));
    }
}
