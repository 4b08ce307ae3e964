package org.mtlsplayground.diagnosis;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.pki.CertificateDescription;
import org.mtlsplayground.pki.path.PathCheck;
import org.mtlsplayground.pki.path.PathQuestion;
import org.mtlsplayground.pki.path.Step;

/** What is to be said of the names in a connection that came about. */
final class NameWarnings {
    private static final String DNS = "DNS:";

    private NameWarnings() {}

    /** Of the host's name, as far as our client looks at it, or would have to. */
    static Optional<Finding> ofHost(Facts facts) {
        List<X509Certificate> chain = facts.chain(Side.SERVER);
        Optional<ClientSettings> client = facts.client();
        if (client.isEmpty() || chain.isEmpty()) {
            return Optional.empty();
        }
        PathQuestion question = PathQuestion.server(chain, client.get().trust());
        String asked = client.get().serverName();
        Step name = PathCheck.hostName(question.named(asked, client.get().host()));
        if (!client.get().verifyHostName()) {
            return name.fails() ? found(Cause.HOST_NAME_UNCHECKED, name, chain) : Optional.empty();
        }
        if (name.reason() == Step.Reason.NAME_MATCHES_COMMON_NAME) {
            return found(Cause.NAME_ONLY_IN_CN, name, chain);
        }
        // Where JSSE resumes a session it asks for the name of that one.
        boolean askedForIt =
                facts.negotiation().serverName().filter(asked::equalsIgnoreCase).isPresent();
        boolean other = !name.fails() && askedForIt && !name.values().contains(asked);
        return other
                ? found(Cause.OTHER_NAME_ACCEPTED, PathCheck.hostName(question.named("", asked)), chain)
                : Optional.empty();
    }

    private static Optional<Finding> found(Cause cause, Step name, List<X509Certificate> chain) {
        return Optional.of(Finding.certain(cause).by(name, chain));
    }

    /** Row 48: the server keeps to certain names, and the client named none. */
    static Optional<Finding> absent(Facts facts) {
        return facts.server()
                .filter(settings -> !settings.serverNames().isEmpty())
                .filter(settings -> facts.negotiation().serverName().isEmpty())
                .filter(settings ->
                        facts.last(Handshake.ClientHello.class, Side.CLIENT).isPresent())
                .map(settings -> Finding.certain(Cause.SERVER_NAME_ABSENT));
    }

    /** A name that the server's certificate has, and no pattern: the first; empty if there is none. */
    static Optional<String> ofServer(Facts facts) {
        return facts.chain(Side.SERVER).stream()
                .findFirst()
                .flatMap(leaf -> CertificateDescription.of(leaf).subjectAlternativeNames().stream()
                        .filter(entry -> entry.startsWith(DNS) && !entry.contains("*"))
                        .map(entry -> entry.substring(DNS.length()))
                        .findFirst());
    }
}
