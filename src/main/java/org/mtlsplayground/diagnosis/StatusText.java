package org.mtlsplayground.diagnosis;

import java.util.Locale;
import java.util.Optional;
import org.mtlsplayground.codepoint.CodePoints;
import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.pki.status.OcspStatement;
import org.mtlsplayground.pki.status.RevocationReason;
import org.mtlsplayground.text.Messages;

/** What a stapled OCSP response says of the server's certificate (RFC 6066 §8), in a few words. */
final class StatusText {
    private StatusText() {}

    /** TLS 1.2 has it in a message of its own. */
    static String of(Handshake.CertificateStatus status) {
        Optional<String> words = status.responses().stream().findFirst().flatMap(StatusText::words);
        return EventText.join(words, Optional.of(RecordText.bytes(status.response())));
    }

    /** TLS 1.3 has it beside the certificate (RFC 8446 §4.4.2.1); empty if there is none. */
    static Optional<String> of(Handshake.Certificate certificate) {
        return Stapled.of(certificate).flatMap(StatusText::words);
    }

    private static Optional<String> words(byte[] response) {
        return OcspStatement.of(response).map(StatusText::words);
    }

    private static String words(OcspStatement statement) {
        if (statement.answers().isEmpty()) {
            return Messages.get("event.status.none", CodePoints.ocspResponseStatus(statement.responseStatus()));
        }
        OcspStatement.Answer answer = statement.answers().get(0);
        String word = Messages.get("event.status." + answer.status().name().toLowerCase(Locale.ROOT));
        return answer.reason()
                .map(RevocationReason::term)
                .map(reason -> Messages.get("event.status.reason", word, reason))
                .orElse(word);
    }
}
