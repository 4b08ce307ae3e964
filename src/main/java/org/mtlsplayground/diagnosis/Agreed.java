package org.mtlsplayground.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mtlsplayground.codepoint.CodePoints;
import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.transcript.Transcript;

/**
 * What two sides have in common, by the names of the IANA registries; each empty where the handshake would not come so far.
 *
 * @param version the version of TLS
 * @param cipherSuite the cipher suite
 * @param group the group of the key exchange
 * @param serverScheme with which signature scheme the server proves that it has its key
 * @param clientScheme the same of the client
 */
public record Agreed(
        Optional<String> version,
        Optional<String> cipherSuite,
        Optional<String> group,
        Optional<String> serverScheme,
        Optional<String> clientScheme) {

    static Agreed in(Transcript transcript) {
        List<Event> events = transcript.eventsFrom(0);
        return new Agreed(
                transcript.negotiation().version().map(CodePoints::version),
                transcript.negotiation().cipherSuite().map(CodePoints::cipherSuite),
                transcript.negotiation().group().map(CodePoints::group),
                scheme(events, false),
                scheme(events, true));
    }

    private static Optional<String> scheme(List<Event> events, boolean ofClient) {
        return events.stream()
                .filter(event -> event.fromClient() == ofClient)
                .map(Event::message)
                .flatMap(message -> signature(message).stream())
                .findFirst()
                .map(CodePoints::signatureScheme);
    }

    /** TLS 1.2 has the server's signature in its key exchange (RFC 5246 §7.4.3). */
    private static Optional<Integer> signature(Object message) {
        if (message instanceof Handshake.CertificateVerify verify) {
            return Optional.of(verify.signatureScheme());
        }
        return message instanceof Handshake.ServerKeyExchange exchange ? exchange.signatureScheme() : Optional.empty();
    }

    /** Version, cipher suite and group, as far as there are any. */
    String facts() {
        return String.join(
                " · ",
                Stream.of(version, cipherSuite, group).flatMap(Optional::stream).toList());
    }
}
