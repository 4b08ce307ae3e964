package org.mtlsplayground.diagnosis;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.mtlsplayground.dissect.Extension;
import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.transcript.Event;

/** The OCSP response that a server staples to its certificate (RFC 6066 §8). */
public final class Stapled {
    private Stapled() {}

    /**
     * The response for the server's own certificate.
     *
     * @param events of one connection
     * @return its DER form; empty if none was seen
     */
    public static Optional<byte[]> in(List<Event> events) {
        return events.stream()
                .filter(event -> !event.fromClient())
                .map(event -> of(event).orElse(null))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static Optional<byte[]> of(Event event) {
        if (event.message() instanceof Handshake.CertificateStatus status) {
            return status.responses().stream().findFirst().filter(response -> response.length > 0);
        }
        return event.message() instanceof Handshake.Certificate certificate ? of(certificate) : Optional.empty();
    }

    /** TLS 1.3 has it beside the certificate (RFC 8446 §4.4.2.1); TLS 1.2 has a message of its own. */
    static Optional<byte[]> of(Handshake.Certificate certificate) {
        return certificate.entries().stream()
                .findFirst()
                .flatMap(leaf -> Extension.find(leaf.extensions(), Extension.StatusRequest.class))
                .map(Extension.StatusRequest::response);
    }
}
