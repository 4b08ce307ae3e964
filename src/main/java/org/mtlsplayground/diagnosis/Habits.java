package org.mtlsplayground.diagnosis;

import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.peer.Outcome;
import org.mtlsplayground.peer.Side;

/** What programs that are not ours do without a word about it. */
final class Habits {
    private Habits() {}

    /**
     * Whether a strange client went away when it was asked for a certificate, and answered nothing. Browsers do so to ask
     * their user which one to show, and come again. Where somebody meddled on the way, it had another reason.
     */
    static boolean leftWhenAsked(Facts facts) {
        return !facts.isOurs(Side.CLIENT)
                && !facts.connection().isAltered()
                && facts.failure(Side.SERVER)
                        .filter(failure -> failure.reason() == Outcome.Reason.NETWORK)
                        .isPresent()
                && facts.onlyHelloSeen()
                && !facts.all(Handshake.CertificateRequest.class, Side.SERVER).isEmpty();
    }
}
