package org.mtlsplayground.report;

import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.dissect.Message;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.transcript.Phase;

/** How a part of the diagram is coloured; its name in lower case is its style class. */
enum Tone {
    TEXT(0x1f2328),
    MUTED(0x59636e),
    LIFELINE(0xd1d9e0),
    CLEAR(0x0969da),
    ENCRYPTED(0x8250df),
    /** What makes TLS mutual: the server’s request for a certificate, and the client’s answer. */
    MUTUAL(0x9a6700),
    REFUSED(0xd1242f),
    GOOD(0x1a7f37);

    private final int onWhite;

    Tone(int onWhite) {
        this.onWhite = onWhite;
    }

    /** Its colour on white, as 0xRRGGBB. */
    int onWhite() {
        return onWhite;
    }

    static Tone of(Event event) {
        Message message = event.message();
        if ((message instanceof Message.Alert alert && alert.isRefusal())
                || message instanceof Message.Malformed
                || message instanceof Message.Missing
                || message instanceof Message.NotTls) {
            return REFUSED;
        }
        if (message instanceof Message.ChangeCipherSpec && event.phase() != Phase.FINISH) {
            return MUTED;
        }
        boolean proof = event.fromClient()
                && (message instanceof Handshake.Certificate || message instanceof Handshake.CertificateVerify);
        if (proof || message instanceof Handshake.CertificateRequest) {
            return MUTUAL;
        }
        return event.encrypted() ? ENCRYPTED : CLEAR;
    }
}
