package org.mtlsplayground.ui.timeline;

import org.kordamp.ikonli.feather.Feather;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.dissect.Message;
import org.mtlsplayground.transcript.Event;

/** How a message is drawn: a colour by its style class, and an icon that says the same without colour. */
enum Tone {
    CLEAR("clear", null),
    ENCRYPTED("encrypted", Feather.LOCK),
    /** What makes TLS mutual: the server's request for a certificate, and the client's answer. */
    MUTUAL("mutual", Feather.USER_CHECK),
    REFUSED("refused", Feather.X_CIRCLE),
    UNREADABLE("refused", Feather.ALERT_TRIANGLE);

    private final String styleClass;
    private final Feather icon;

    Tone(String styleClass, Feather icon) {
        this.styleClass = styleClass;
        this.icon = icon;
    }

    String styleClass() {
        return "pg-tone-" + styleClass;
    }

    /** May be null. */
    Feather icon() {
        return icon;
    }

    static Tone of(Event event) {
        Message message = event.message();
        if (message instanceof Message.Alert alert && alert.isRefusal()) {
            return REFUSED;
        }
        if (message instanceof Message.Malformed || message instanceof Message.NotTls) {
            return UNREADABLE;
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
