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
    private String key = "";
    private Optional<Integer> earlier = Optional.empty();

    /** Tells the number of the connection whose session is resumed. Gives whether that is news. */
    boolean from(Optional<Integer> number) {
        boolean news = !number.equals(earlier);
        earlier = number;
        return news;
    }

    /** What is to be said below a message. */
    Optional<String> after(Event event) {
        if (event.message() instanceof Handshake.ClientHello hello) {
            offer = hello;
        }
        if (offer == null
                || !(event.message() instanceof Handshake.ServerHello answer)
                || answer.helloRetryRequest()
                || !resumes(offer, answer)) {
            return Optional.empty();
        }
        key = answer.version() == TLS_1_3 ? "timeline.note.resumed.13" : "timeline.note.resumed.12";
        return Optional.of(text());
    }

    /** What was to be said last, as it is known by now. */
    String text() {
        String whence = earlier.map(number -> Messages.get("timeline.note.connection", number))
                .orElseGet(() -> Messages.get("timeline.note.earlier"));
        return Messages.get(key, whence);
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
