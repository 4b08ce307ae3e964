package org.mtlsplayground.diagnosis;

import java.util.List;
import java.util.Optional;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Rehearsal;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.KeyPairs;
import org.mtlsplayground.pki.path.PathCheck;
import org.mtlsplayground.pki.path.PathQuestion;
import org.mtlsplayground.transcript.Negotiation;
import org.mtlsplayground.transcript.Transcript;
import org.mtlsplayground.transcript.Transcripts;

/**
 * What would come of a connection, before anyone connects. Immutable.
 *
 * @param verdict what {@link Diagnosis} says of a rehearsal of this very connection in memory
 * @param clientPath whether the server would accept the client's chain; empty without one
 * @param serverPath whether the client would accept the server's chain; empty without one
 * @param clientKeyFits whether the client's key is its certificate's; empty without an identity
 * @param serverKeyFits the same of the server
 */
public record Forecast(
        Verdict verdict,
        Optional<PathCheck> clientPath,
        Optional<PathCheck> serverPath,
        Optional<Boolean> clientKeyFits,
        Optional<Boolean> serverKeyFits) {

    /** Rehearses and checks. Some tens of milliseconds of work, no waiting; any thread but that of the window. */
    public static Forecast of(ClientSettings client, ServerSettings server) {
        Connection rehearsed = Rehearsal.of(client, server);
        Transcript transcript = new Transcripts(() -> List.of(rehearsed.capture())).of(rehearsed.capture());
        transcript.read();
        Negotiation negotiation = transcript.negotiation();
        String protocol = negotiation.isTls13() ? TlsVersion.TLS_1_3.jsseName() : TlsVersion.TLS_1_2.jsseName();
        return new Forecast(
                Diagnosis.of(rehearsed, negotiation),
                client.identity()
                        .map(who -> PathCheck.of(
                                PathQuestion.client(who.chain(), server.trust()).by(protocol))),
                server.identity()
                        .map(who -> PathCheck.of(serverQuestion(client, who).by(protocol))),
                client.identity().map(who -> KeyPairs.match(who.leaf(), who.key())),
                server.identity().map(who -> KeyPairs.match(who.leaf(), who.key())));
    }

    private static PathQuestion serverQuestion(ClientSettings client, Identity server) {
        PathQuestion question = PathQuestion.server(server.chain(), client.trust());
        return client.verifyHostName() ? question.named(client.serverName(), client.host()) : question;
    }
}
