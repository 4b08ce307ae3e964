package org.mtlsplayground.peer;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** How a connection ended for one of our sides. */
public sealed interface Outcome {
    /** Whose outcome it is. */
    Side side();

    /** {@link System#nanoTime()} at which it was known. */
    long nanos();

    /** What the other side showed, leaf first, accepted or not; empty if it showed no certificate that was read. */
    List<X509Certificate> peerChain();

    /** What this side showed, as far as that is known; empty if nothing. */
    List<X509Certificate> ownChain();

    /**
     * The side got through: its handshake finished, and the other side did not refuse afterwards.
     *
     * @param handshakeNanos {@link System#nanoTime()} at which this side's own handshake had finished
     * @param protocol as JSSE names it: {@code TLSv1.3}
     * @param cipherSuite the name of the IANA registry
     * @param peerChain what the other side proved to be, leaf first; empty if it showed no certificate
     * @param ownChain what this side showed; empty if nothing
     * @param received the first words of the other side, empty if it said nothing
     * @param statusUnknown whether the other side's certificate was accepted though nobody could say whether it is
     *     revoked ({@link RevocationChecking#softFail()})
     */
    record Success(
            Side side,
            long nanos,
            long handshakeNanos,
            String protocol,
            String cipherSuite,
            List<X509Certificate> peerChain,
            List<X509Certificate> ownChain,
            String received,
            boolean statusUnknown)
            implements Outcome {
        public Success {
            peerChain = List.copyOf(peerChain);
            ownChain = List.copyOf(ownChain);
        }
    }

    /**
     * The side did not get through.
     *
     * @param moment how far it had come
     * @param reason the kind of failure
     * @param exception what the JDK said
     * @param alert the alert that goes with it, if there was one
     */
    record Failure(
            Side side,
            long nanos,
            Moment moment,
            Reason reason,
            Fault exception,
            Optional<AlertNotice> alert,
            List<X509Certificate> peerChain,
            List<X509Certificate> ownChain)
            implements Outcome {
        public Failure {
            peerChain = List.copyOf(peerChain);
            ownChain = List.copyOf(ownChain);
        }

        /** The same failure with what was shown before it. */
        Failure having(List<X509Certificate> presented, List<X509Certificate> shown) {
            return new Failure(side, nanos, moment, reason, exception, alert, presented, shown);
        }
    }

    /** The kinds of failure that are told apart before any diagnosis. */
    enum Reason {
        /** One side ended the connection by a TLS alert: the other one if it was received, else this one. */
        TLS,
        /** What came from the other side was no TLS at all. */
        NOT_TLS,
        /** The host's name is unknown. */
        UNKNOWN_HOST,
        /** Nothing listens there. */
        CONNECTION_REFUSED,
        /** The other side went away, or never came. */
        NETWORK,
        /** A time-out ran out. */
        TIMEOUT,
        /** The user cancelled, or the server was stopped. */
        CANCELLED,
        /** The settings can't be used: an impossible server name, a key that JSSE can't take. */
        SETTINGS
    }
}
