package org.mtlsplayground.ui.timeline;

import java.util.Arrays;
import java.util.Optional;
import org.mtlsplayground.dissect.Extension;
import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.transcript.Event;

/** Says where a handshake resumes an earlier session, and so why no certificate is sent or asked for. */
final class Resumption {
    private static final int TLS_1_3 = 0x0304;

    private Handshake.ClientHello offer;

    /**
     * What is to be said below a message.
     *
     * @param earlier the number of the connection whose session may be resumed, if it is known
     */
    Optional<String> after(Event event, Optional<Integer> earlier) {
        if (event.message() instanceof Handshake.ClientHello hello) {
            offer = hello;
        }
        if (offer == null
                || !(event.message() instanceof Handshake.ServerHello answer)
                || answer.helloRetryRequest()
                || !resumes(offer, answer)) {
            return Optional.empty();
        }
        String whence = earlier.map(number -> Messages.get("timeline.note.connection", number))
                .orElseGet(() -> Messages.get("timeline.note.earlier"));
        return Optional.of(Messages.get(
                answer.version() == TLS_1_3 ? "timeline.note.resumed.13" : "timeline.note.resumed.12", whence));
    }

    /** RFC 8446 §4.2.11, RFC 5246 §7.4.1.3, and for tickets RFC 5077 §3.4, which says the same. */
    private static boolean resumes(Handshake.ClientHello offer, Handshake.ServerHello answer) {
        if (answer.version() == TLS_1_3) {
            return Extension.find(answer.extensions(), Extension.PreSharedKeyChosen.class)
                    .isPresent();
        }
        return answer.sessionId().length > 0 && Arrays.equals(offer.sessionId(), answer.sessionId());
    }
}
