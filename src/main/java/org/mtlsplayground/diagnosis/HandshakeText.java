package org.mtlsplayground.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mtlsplayground.codepoint.CodePoints;
import org.mtlsplayground.dissect.Extension;
import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.pki.CertificateDescription;
import org.mtlsplayground.text.Messages;

/** {@link EventText} of handshake messages. */
final class HandshakeText {
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private HandshakeText() {}

    static EventText of(Handshake message, boolean fromClient) {
        if (message instanceof Handshake.OtherHandshake other) {
            return new EventText(camelCase(CodePoints.handshakeType(other.type())), "");
        }
        if (message instanceof Handshake.ServerHello hello && hello.helloRetryRequest()) {
            return new EventText("HelloRetryRequest", HelloText.retry(hello));
        }
        String name = message.getClass().getSimpleName();
        return new EventText(name, hello(message).orElseGet(() -> detail(message, fromClient)));
    }

    private static Optional<String> hello(Handshake message) {
        if (message instanceof Handshake.ClientHello hello) {
            return Optional.of(HelloText.client(hello));
        }
        if (message instanceof Handshake.ServerHello hello) {
            return Optional.of(HelloText.server(hello));
        }
        if (message instanceof Handshake.EncryptedExtensions extensions) {
            return Optional.of(HelloText.encryptedExtensions(extensions.extensions()));
        }
        return Optional.empty();
    }

    private static String detail(Handshake message, boolean fromClient) {
        if (message instanceof Handshake.Certificate certificate) {
            return EventText.join(Optional.of(certificate(certificate.certificates())), StatusText.of(certificate));
        }
        if (message instanceof Handshake.CertificateRequest request) {
            return EventText.join(
                    Optional.of(Messages.get("event.certificateRequest")), Optional.of(accepted(request)));
        }
        if (message instanceof Handshake.CertificateVerify verify) {
            return EventText.join(
                    fromClient ? Optional.of(Messages.get("event.certificateVerify.client")) : Optional.empty(),
                    Optional.of(CodePoints.signatureScheme(verify.signatureScheme())));
        }
        if (message instanceof Handshake.ServerKeyExchange exchange) {
            return EventText.join(
                    exchange.group().map(CodePoints::group),
                    exchange.signatureScheme().map(CodePoints::signatureScheme));
        }
        if (message instanceof Handshake.NewSessionTicket ticket) {
            return EventText.join(lifetime(ticket.lifetime()), Optional.of(RecordText.bytes(ticket.ticket())));
        }
        if (message instanceof Handshake.KeyUpdate update) {
            return Messages.get(update.updateRequested() ? "event.keyUpdate.requested" : "event.keyUpdate");
        }
        if (message instanceof Handshake.CertificateStatus status) {
            return StatusText.of(status);
        }
        return plain(message);
    }

    /** Messages that always say the same. */
    private static String plain(Handshake message) {
        if (message instanceof Handshake.Finished) {
            return Messages.get("event.finished");
        }
        if (message instanceof Handshake.ServerHelloDone) {
            return Messages.get("event.serverHelloDone");
        }
        if (message instanceof Handshake.ClientKeyExchange) {
            return Messages.get("event.clientKeyExchange");
        }
        if (message instanceof Handshake.HelloRequest) {
            return Messages.get("event.helloRequest");
        }
        return message instanceof Handshake.EndOfEarlyData ? Messages.get("event.endOfEarlyData") : "";
    }

    private static String certificate(List<byte[]> chain) {
        if (chain.isEmpty()) {
            return Messages.get("event.certificate.none");
        }
        return Presented.parse(chain.subList(0, 1)).stream()
                .map(CertificateDescription::of)
                .map(leaf -> leaf.name() + " ← " + leaf.issuerName())
                .findFirst()
                .orElseGet(() -> Messages.get("event.certificate.unreadable"));
    }

    /** TLS 1.2 has the list in the message, TLS 1.3 in an extension (RFC 8446 §4.2.4). */
    private static String accepted(Handshake.CertificateRequest request) {
        List<byte[]> authorities = request.authorities().isEmpty()
                ? Extension.find(request.extensions(), Extension.CertificateAuthorities.class)
                        .map(Extension.CertificateAuthorities::authorities)
                        .orElse(List.of())
                : request.authorities();
        if (authorities.isEmpty()) {
            return Messages.get("event.certificateRequest.any");
        }
        String first = CertificateDescription.distinguishedName(authorities.get(0))
                .orElseGet(() -> Messages.get("event.certificateRequest.unreadable"));
        return authorities.size() == 1
                ? Messages.get("event.certificateRequest.accepts", first)
                : Messages.get("event.certificateRequest.accepts.more", first, authorities.size() - 1);
    }

    /** RFC 5077 §3.3: in TLS 1.2 a lifetime of 0 says nothing. */
    private static Optional<String> lifetime(long seconds) {
        if (seconds == 0) {
            return Optional.empty();
        }
        String shown = seconds > DAY && seconds % DAY == 0
                ? Messages.get("event.days", seconds / DAY)
                : seconds % HOUR == 0
                        ? Messages.get("event.hours", seconds / HOUR)
                        : seconds % MINUTE == 0
                                ? Messages.get("event.minutes", seconds / MINUTE)
                                : Messages.get("event.seconds", seconds);
        return Optional.of(Messages.get("event.newSessionTicket", shown));
    }

    /** {@code server_hello_done} as the RFCs write it in prose: {@code ServerHelloDone}. */
    private static String camelCase(String name) {
        List<String> words = new ArrayList<>();
        for (String word : name.split("_", -1)) {
            words.add(word.isEmpty() ? "" : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return String.join("", words);
    }
}
