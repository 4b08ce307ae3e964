package org.mtlsplayground.diagnosis;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mtlsplayground.codepoint.CodePoints;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.transcript.Negotiation;

/** Words for connections of which the wire alone is known: neither side is ours. */
final class WireVerdicts {
    private WireVerdicts() {}

    static Verdict of(Negotiation negotiation) {
        Optional<Negotiation.FatalAlert> alert = negotiation.fatalAlert();
        if (alert.isPresent()) {
            Side refuser = alert.get().fromClient() ? Side.CLIENT : Side.SERVER;
            return FailureVerdicts.seen(refuser, CodePoints.alert(alert.get().description()));
        }
        if (negotiation.isComplete()) {
            return complete(negotiation);
        }
        if (negotiation.version().isEmpty()) {
            return bare(Verdict.Kind.FAILED, "nothing", negotiation);
        }
        if (negotiation.gaps()) {
            return bare(Verdict.Kind.OPEN, "gaps", negotiation);
        }
        return negotiation.closed()
                ? bare(Verdict.Kind.OPEN, "closed", negotiation)
                : bare(Verdict.Kind.FAILED, "unfinished", negotiation);
    }

    private static Verdict bare(Verdict.Kind kind, String what, Negotiation negotiation) {
        return new Verdict(
                kind,
                Optional.empty(),
                Optional.empty(),
                Why.plain(Cause.UNKNOWN),
                Messages.get("verdict.wire." + what),
                facts(negotiation),
                Phrase.plain("verdict.wire." + what + ".detail"));
    }

    /** Both finished the handshake. */
    static Verdict complete(Negotiation negotiation) {
        if (negotiation.resumed() && negotiation.presentedByServer().isEmpty()) {
            return new Verdict(
                    Verdict.Kind.SERVER_ONLY,
                    Optional.empty(),
                    Optional.empty(),
                    Why.plain(Cause.UNKNOWN),
                    Messages.get("verdict.wire.resumed"),
                    facts(negotiation),
                    Phrase.plain("verdict.wire.resumed.detail"));
        }
        Optional<Phrase> server = who("verdict.server.is", negotiation.presentedByServer());
        Optional<Phrase> client = who("verdict.client.is", negotiation.presentedByClient());
        boolean mutual = client.isPresent();
        return new Verdict(
                mutual ? Verdict.Kind.MUTUAL : Verdict.Kind.SERVER_ONLY,
                Optional.empty(),
                Optional.empty(),
                Why.plain(mutual ? Cause.SOUND : Cause.SERVER_ONLY),
                Messages.get(mutual ? "verdict.mutual" : "verdict.serverOnly"),
                facts(negotiation),
                server.orElse(Phrase.empty())
                        .and(client.orElseGet(() -> Phrase.of("verdict.client.nobody")))
                        .and(SuccessVerdicts.resumption(negotiation)));
    }

    private static Optional<Phrase> who(String key, List<byte[]> chain) {
        List<X509Certificate> leaf = Presented.parse(chain.subList(0, Math.min(1, chain.size())));
        return leaf.stream().findFirst().map(certificate -> SuccessVerdicts.who(key, certificate));
    }

    private static String facts(Negotiation negotiation) {
        return Stream.of(
                        negotiation.version().map(CodePoints::version),
                        negotiation.cipherSuite().map(CodePoints::cipherSuite),
                        negotiation.group().map(CodePoints::group))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
    }
}
