package org.mtlsplayground.diagnosis;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mtlsplayground.peer.ClientAuthentication;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Rehearsal;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.KeyPairs;
import org.mtlsplayground.pki.path.PathCheck;
import org.mtlsplayground.pki.path.PathQuestion;
import org.mtlsplayground.pki.path.Sending;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.transcript.Transcript;
import org.mtlsplayground.transcript.Transcripts;

/**
 * What would come of a connection, before anyone connects. Immutable.
 *
 * <p>The verdict is no guess: the two sides of the JDK play the handshake through in memory, with the very settings. The
 * rest explains it. Only what lies outside TLS is left open, as whether anybody listens at the port. One alert may be
 * another one: where a chain is too long, the JDK names none, and on sockets may take another than in memory.
 *
 * @param headline one sentence without a full stop: what would happen
 * @param verdict what {@link Diagnosis} says of the rehearsal; it is what it would say of the connection
 * @param refusedAt the name of the message at which one side would refuse the other, as the RFCs have it; empty if neither
 *     would, or if that is not known
 * @param agreed what both have in common
 * @param clientPath whether the server would accept the client's chain; empty without one. It is answered even where the
 *     server does not ask for it
 * @param serverPath whether the client would accept the server's chain; empty without one
 * @param sending whether the client would send its certificate
 * @param clientKeyFits whether the client's key is its certificate's; empty without an identity
 * @param serverKeyFits the same of the server
 */
public record Forecast(
        String headline,
        Verdict verdict,
        Optional<String> refusedAt,
        Agreed agreed,
        Optional<PathCheck> clientPath,
        Optional<PathCheck> serverPath,
        Sending sending,
        Optional<Boolean> clientKeyFits,
        Optional<Boolean> serverKeyFits) {

    /** Rehearses and checks. Some tens of milliseconds of work, no waiting; any thread but that of the window. */
    public static Forecast of(ClientSettings client, ServerSettings server) {
        Connection rehearsed = Rehearsal.of(client, server);
        Transcript transcript = new Transcripts(() -> List.of(rehearsed.capture())).of(rehearsed.capture());
        transcript.read();
        Agreed agreed = Agreed.in(transcript);
        Verdict verdict = Diagnosis.of(rehearsed, transcript);
        String protocol = protocol(client, server);
        boolean asks = server.clientAuthentication() != ClientAuthentication.NONE;
        return new Forecast(
                headline(verdict),
                // How long a rehearsal takes says nothing.
                verdict.kind().isSuccess() ? verdict.withFacts(agreed.facts()) : verdict,
                verdict.why().message(),
                agreed,
                client.identity()
                        .map(who -> PathCheck.of(
                                PathQuestion.client(who.chain(), server.trust()).by(protocol))),
                server.identity()
                        .map(who -> PathCheck.of(serverQuestion(client, who).by(protocol))),
                Sending.of(client.identity(), client.jdkChooses(), asks, server.trust(), protocol),
                keyFits(client.identity()),
                keyFits(server.identity()));
    }

    /** Whether the connection would come about. */
    public boolean isSuccess() {
        return verdict.kind().isSuccess();
    }

    private static String headline(Verdict verdict) {
        String of = verdict.refusedBy()
                .map(side -> "refused." + word(verdict.matter().orElseThrow()) + "." + word(side))
                .orElseGet(() -> verdict.kind().isSuccess() ? word(verdict.kind()) : "failed");
        return Messages.get("forecast." + of);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** The newest version that both take; that of the client's where there is none. */
    private static String protocol(ClientSettings client, ServerSettings server) {
        boolean tls13 = client.versions().contains(TlsVersion.TLS_1_3)
                && (server.versions().contains(TlsVersion.TLS_1_3)
                        || !client.versions().contains(TlsVersion.TLS_1_2));
        return (tls13 ? TlsVersion.TLS_1_3 : TlsVersion.TLS_1_2).jsseName();
    }

    private static Optional<Boolean> keyFits(Optional<Identity> identity) {
        return identity.map(who -> KeyPairs.match(who.leaf(), who.key()));
    }

    private static PathQuestion serverQuestion(ClientSettings client, Identity server) {
        PathQuestion question = PathQuestion.server(server.chain(), client.trust());
        return client.verifyHostName() ? question.named(client.serverName(), client.host()) : question;
    }
}
