package org.mtlsplayground.sequence;

import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.dissect.Message;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.transcript.Phase;

/** What is told apart at a glance among the messages of a connection. */
public enum Tone {
    /** It crossed the wire in clear. */
    CLEAR,
    /** It means nothing: a ChangeCipherSpec of TLS 1.3 (RFC 8446 appendix D.4). */
    QUIET,
    /** It crossed the wire encrypted. */
    ENCRYPTED,
    /** What makes TLS mutual: the server's request for a certificate, and the client's answer. */
    MUTUAL,
    /** An alert that ends the connection. */
    REFUSED,
    /** It makes no sense, or was altered on the way. */
    UNREADABLE;

    /** That of a message as it arrived. */
    public static Tone of(Event event) {
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
        boolean proof = event.fromClient()
                && (message instanceof Handshake.Certificate || message instanceof Handshake.CertificateVerify);
        if (proof || message instanceof Handshake.CertificateRequest) {
            return MUTUAL;
        }
        return event.encrypted() ? ENCRYPTED : CLEAR;
    }
}
