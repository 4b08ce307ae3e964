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
import org.mtlsplayground.ui.common.Ink.Tint;

/** How a message is drawn: a colour, and an icon that says the same without colour. */
enum Tone {
    CLEAR(Tint.CLEAR, 1.5, Optional.empty()),
    /** What means nothing: a ChangeCipherSpec of TLS 1.3 (RFC 8446 appendix D.4). */
    QUIET(Tint.SUBTLE, 1, Optional.empty()),
    ENCRYPTED(Tint.ENCRYPTED, 1.5, Optional.empty()),
    /** What makes TLS mutual: the server's request for a certificate, and the client's answer. */
    MUTUAL(Tint.MUTUAL, 2, Optional.of(Feather.USER_CHECK)),
    REFUSED(Tint.REFUSED, 2, Optional.of(Feather.X_CIRCLE)),
    UNREADABLE(Tint.REFUSED, 2, Optional.of(Feather.ALERT_TRIANGLE));

    private final Tint tint;
    private final double thickness;
    private final Optional<Feather> icon;

    Tone(Tint tint, double thickness, Optional<Feather> icon) {
        this.tint = tint;
        this.thickness = thickness;
        this.icon = icon;
    }

    Tint tint() {
        return tint;
    }

    /** Of its arrow, in pixels. */
    double thickness() {
        return thickness;
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
        if (message instanceof Message.Malformed
                || message instanceof Message.Missing
                || message instanceof Message.NotTls) {
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
