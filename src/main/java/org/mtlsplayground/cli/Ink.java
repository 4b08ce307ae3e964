package org.mtlsplayground.cli;

import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.dissect.Message;
import org.mtlsplayground.transcript.Event;

/** The colours of the timeline in a terminal (ECMA-48 §8.3.117), those of the window as far as terminals have them. */
enum Ink {
    HEADING("1"),
    CLEAR("34"),
    ENCRYPTED("35"),
    /** What makes TLS mutual. */
    MUTUAL("33"),
    BAD("31"),
    GOOD("32"),
    FAINT("2");

    private final String code;

    Ink(String code) {
        this.code = code;
    }

    /** The text in this colour. */
    String on(String text) {
        return "\u001b[" + code + "m" + text + "\u001b[0m";
    }

    /** The colour of a message. */
    static Ink of(Event event) {
        Message message = event.message();
        boolean bad = message instanceof Message.Malformed
                || message instanceof Message.NotTls
                || message instanceof Message.Missing
                || (message instanceof Message.Alert alert && alert.isRefusal());
        if (bad) {
            return BAD;
        }
        if (makesMutual(event)) {
            return MUTUAL;
        }
        return event.encrypted() ? ENCRYPTED : CLEAR;
    }

    /** Whether it is the server's request for a certificate, or a part of the client's answer. */
    static boolean makesMutual(Event event) {
        Message message = event.message();
        return message instanceof Handshake.CertificateRequest
                || (event.fromClient()
                        && (message instanceof Handshake.Certificate
                                || message instanceof Handshake.CertificateVerify));
    }
}
