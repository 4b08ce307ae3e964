package org.mtlsplayground.diagnosis;

import java.security.PublicKey;
import java.security.interfaces.ECKey;
import java.util.List;
import java.util.function.Predicate;
import org.mtlsplayground.codepoint.CodePoints;
import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.peer.ServerSettings;

/**
 * The groups that a client offers and a server of ours takes for the key exchange.
 *
 * @param offered their names; empty for any
 * @param accepted their names; empty for any
 */
record CommonGroups(List<String> offered, List<String> accepted) {
    static CommonGroups of(Handshake.ClientHello hello, ServerSettings server) {
        return new CommonGroups(
                HelloCauses.offeredGroups(hello).stream().map(CodePoints::group).toList(), server.namedGroups());
    }

    /**
     * Whether there is one for a suite's key exchange: in TLS 1.3 any will do (RFC 8446 §4.2.7), in TLS 1.2 the suite says
     * whether it is one of curves (RFC 8422 §5.1). Prime groups need not be common, as the server may send one of its own
     * (RFC 7919 §4), but JSSE uses the suite only if it has one.
     */
    boolean sufficeFor(String suite, boolean tls13) {
        if (tls13) {
            return some(group -> true);
        }
        if (suite.contains("_ECDHE_")) {
            return some(CommonGroups::isCurve);
        }
        return !suite.contains("_DHE_")
                || accepted.isEmpty()
                || accepted.stream().anyMatch(group -> !isCurve(group));
    }

    /** Whether the server has one for a suite's key exchange at all, whatever the client offers. */
    boolean serve(String suite) {
        boolean curve = suite.contains("_ECDHE_");
        return !(curve || suite.contains("_DHE_"))
                || accepted.isEmpty()
                || accepted.stream().anyMatch(group -> isCurve(group) == curve);
    }

    /** Whether there is none at all. */
    boolean areDisjoint() {
        return !some(group -> true);
    }

    private boolean some(Predicate<String> kind) {
        return offered.isEmpty()
                || offered.stream().filter(kind).anyMatch(group -> accepted.isEmpty() || accepted.contains(group));
    }

    private static boolean isCurve(String group) {
        return !group.startsWith("ffdhe");
    }

    /** Whether a client of TLS 1.2 takes a certificate with this key: the curve must be one that it named (RFC 8422 §5.1). */
    boolean take(PublicKey key) {
        return offered.isEmpty()
                || !(key instanceof ECKey ec)
                || offered.contains("secp" + ec.getParams().getOrder().bitLength() + "r1");
    }
}
