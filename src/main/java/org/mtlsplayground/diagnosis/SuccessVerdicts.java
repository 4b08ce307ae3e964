package org.mtlsplayground.diagnosis;

import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mtlsplayground.codepoint.CodePoints;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Outcome;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.pki.CertificateDescription;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.text.Times;
import org.mtlsplayground.transcript.Negotiation;

/** Words for connections that came about. */
final class SuccessVerdicts {

    private SuccessVerdicts() {}

    /** At least one of the two is present. */
    static Verdict of(
            Connection connection,
            Negotiation negotiation,
            Optional<Outcome.Success> client,
            Optional<Outcome.Success> server) {
        Optional<X509Certificate> clientLeaf = leaf(Side.CLIENT, connection, negotiation);
        Optional<X509Certificate> serverLeaf = leaf(Side.SERVER, connection, negotiation);
        Outcome.Success any = client.or(() -> server).orElseThrow();
        long last = Stream.of(client, server)
                .flatMap(Optional::stream)
                .mapToLong(Outcome.Success::handshakeNanos)
                .max()
                .orElseThrow();
        boolean mutual = clientLeaf.isPresent();
        Phrase detail = serverLeaf
                .map(leaf -> who("verdict.server.is", leaf))
                .orElse(Phrase.empty())
                .and(clientLeaf
                        .map(leaf -> who("verdict.client.is", leaf))
                        .orElseGet(() -> Phrase.of("verdict.client.nobody")))
                .and(resumption(negotiation));
        return new Verdict(
                mutual ? Verdict.Kind.MUTUAL : Verdict.Kind.SERVER_ONLY,
                Optional.empty(),
                Optional.empty(),
                Why.plain(mutual ? Cause.SOUND : Cause.SERVER_ONLY),
                Messages.get(mutual ? "verdict.mutual" : "verdict.serverOnly"),
                facts(any, negotiation, last - connection.startNanos()),
                detail);
    }

    /** Who is who was proved earlier, where a session is resumed. */
    static Phrase resumption(Negotiation negotiation) {
        return negotiation.resumed() ? Phrase.of("verdict.resumed") : Phrase.empty();
    }

    private static Optional<X509Certificate> leaf(Side side, Connection connection, Negotiation negotiation) {
        return Presented.by(side, connection, negotiation).stream().findFirst();
    }

    static Phrase who(String key, X509Certificate leaf) {
        CertificateDescription description = CertificateDescription.of(leaf);
        return Phrase.of(key, description.name(), description.issuerName());
    }

    private static String facts(Outcome.Success success, Negotiation negotiation, long nanos) {
        String time = Times.of(nanos);
        return Stream.of(
                        Optional.of(version(success.protocol())),
                        Optional.of(success.cipherSuite()),
                        negotiation.group().map(CodePoints::group),
                        Optional.of(time))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
    }

    private static String version(String jsseName) {
        return Stream.of(TlsVersion.values())
                .filter(version -> version.jsseName().equals(jsseName))
                .map(TlsVersion::displayName)
                .findFirst()
                .orElse(jsseName);
    }
}
