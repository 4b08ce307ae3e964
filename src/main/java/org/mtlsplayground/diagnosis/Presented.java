package org.mtlsplayground.diagnosis;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Outcome;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.transcript.Negotiation;

/** Which certificates a side presented in a connection. */
public final class Presented {
    private Presented() {}

    /**
     * The chain that a side presented, leaf first; empty if none, or none that is known.
     *
     * <p>What the other side was shown is better evidence than what a side says of itself, and either better than nothing
     * but the wire.
     */
    public static List<X509Certificate> by(Side side, Connection connection, Negotiation negotiation) {
        List<X509Certificate> seen =
                connection.outcome(side.other()).map(Outcome::peerChain).orElse(List.of());
        if (!seen.isEmpty()) {
            return seen;
        }
        List<X509Certificate> shown =
                connection.outcome(side).map(Outcome::ownChain).orElse(List.of());
        if (!shown.isEmpty()) {
            return shown;
        }
        List<X509Certificate> wire =
                parse(side == Side.CLIENT ? negotiation.presentedByClient() : negotiation.presentedByServer());
        if (wire.isEmpty() && side == Side.SERVER && negotiation.isTls13() && !negotiation.resumed()) {
            // Where our own server is refused, its JSSE forgets what it showed; encrypted, it followed the ServerHello.
            return connection
                    .serverSettings()
                    .flatMap(ServerSettings::identity)
                    .map(Identity::chain)
                    .orElse(List.of());
        }
        return wire;
    }

    /** Certificates from their DER form; those that can't be read are left out. */
    static List<X509Certificate> parse(List<byte[]> chain) {
        List<X509Certificate> certificates = new ArrayList<>();
        for (byte[] der : chain) {
            try {
                certificates.add((X509Certificate)
                        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der)));
            } catch (CertificateException e) {
                // The message itself is shown as it came; a list of certificates can only hold those that are some.
            }
        }
        return certificates;
    }
}
