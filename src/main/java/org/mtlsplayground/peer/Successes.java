package org.mtlsplayground.peer;

import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/** Reads from a session what a handshake came to. */
final class Successes {
    private Successes() {}

    static Outcome.Success of(
            Side side, long handshakeNanos, SSLSession session, String received, boolean statusUnknown) {
        return new Outcome.Success(
                side,
                System.nanoTime(),
                handshakeNanos,
                session.getProtocol(),
                session.getCipherSuite(),
                peerChain(session),
                ownChain(session),
                received,
                statusUnknown);
    }

    /** What this side showed in a finished handshake. */
    static List<X509Certificate> ownChain(SSLSession session) {
        return x509(session.getLocalCertificates());
    }

    private static List<X509Certificate> peerChain(SSLSession session) {
        try {
            return x509(session.getPeerCertificates());
        } catch (SSLPeerUnverifiedException e) {
            return List.of();
        }
    }

    private static List<X509Certificate> x509(Certificate[] certificates) {
        List<X509Certificate> chain = new ArrayList<>();
        if (certificates != null) {
            for (Certificate certificate : certificates) {
                chain.add((X509Certificate) certificate);
            }
        }
        return chain;
    }
}
