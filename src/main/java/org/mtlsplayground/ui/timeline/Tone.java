package org.mtlsplayground.ui.timeline;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kordamp.ikonli.feather.Feather;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.dissect.Message;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.transcript.Phase;

/** How a message is drawn: a colour by its style class, and an icon that says the same without colour. */
enum Tone {
    CLEAR("clear", Optional.empty()),
    /** What means nothing: a ChangeCipherSpec of TLS 1.3 (RFC 8446 appendix D.4). */
    QUIET("quiet", Optional.empty()),
    ENCRYPTED("encrypted", Optional.empty()),
    /** What makes TLS mutual: the server's request for a certificate, and the client's answer. */
    MUTUAL("mutual", Optional.of(Feather.USER_CHECK)),
    REFUSED("refused", Optional.of(Feather.X_CIRCLE)),
    UNREADABLE("refused", Optional.of(Feather.ALERT_TRIANGLE));

    private final String styleClass;
    private final Optional<Feather> icon;

    Tone(String styleClass, Optional<Feather> icon) {
        this.styleClass = styleClass;
        this.icon = icon;
    }

    String styleClass() {
        return "pg-tone-" + styleClass;
    }

    /** Before the name: that the message crossed the wire encrypted, and what the tone says. */
    List<Feather> icons(boolean encrypted) {
        return Stream.concat(encrypted ? Stream.of(Feather.LOCK) : Stream.empty(), icon.stream())
                .toList();
    }

    /** The tone in a few words, for those who do not see it; empty if it says nothing. */
    String spoken() {
        return this == MUTUAL ? Messages.get("timeline.spoken.mutual") : "";
    }

    static Tone of(Event event) {
        Message message = event.message();
        if (message instanceof Message.Alert alert && alert.isRefusal()) {
            return REFUSED;
        }
        if (message instanceof Message.Malformed || message instanceof Message.NotTls) {
            return UNREADABLE;
        }
        if (message instanceof Message.ChangeCipherSpec && event.phase() != Phase.FINISH) {
            return QUIET;
        }
        boolean fromClient = event.direction() == Direction.CLIENT_TO_SERVER;
        if (message instanceof Handshake.CertificateRequest
                || (fromClient
                        && (message instanceof Handshake.Certificate
                                || message instanceof Handshake.CertificateVerify))) {
            return MUTUAL;
        }
        return event.encrypted() ? ENCRYPTED : CLEAR;
    }
}
